import type { NotificationKind, NotificationText } from './notification.js';

/** What happened to votes, statements and minutes. */
export const decisionTexts = {
  'vote-superseded': {
    subject: 'Text am Tisch geändert',
    sentence: 'Der Text wurde geändert. Ihre Stimme zur früheren Fassung zählt für die neue nicht.',
  },
  'statement-announced': {
    subject: 'Erklärung zu Protokoll angekündigt',
    sentence: 'Zu einem Punkt wurde eine Erklärung zu Protokoll angekündigt.',
  },
  'statement-changed': {
    subject: 'Mitgezeichnete Erklärung geändert',
    sentence: 'Der Text einer Erklärung wurde geändert. Ihre Mitzeichnung galt dem früheren Text.',
  },
  'vote-recorded': {
    subject: 'Stimme in Ihrem Namen erfasst',
    sentence: 'Die Geschäftsstelle hat eine Stimme oder Position im Namen Ihrer Stelle erfasst. Bitte prüfen Sie sie.',
  },
  'statement-cosigned': {
    subject: 'Mitzeichnung einer Erklärung geändert',
    sentence: 'Geändert hat sich, wer eine Erklärung zu Protokoll Ihrer Stelle mitzeichnet.',
  },
  'statement-withdrawn': {
    subject: 'Erklärung zu Protokoll zurückgezogen',
    sentence: 'Eine angekündigte Erklärung zu Protokoll wurde zurückgezogen.',
  },
  'minutes-circulated': {
    subject: 'Niederschrift versandt',
    sentence: 'Die Niederschrift einer Sitzung liegt vor. Einwendungen sind bis zur genannten Frist möglich.',
  },
  'minutes-revised': {
    subject: 'Neue Fassung einer Niederschrift',
    sentence: 'Zur Niederschrift einer Sitzung gibt es eine neue Fassung.',
  },
  'minutes-objected': {
    subject: 'Einwendung gegen eine Niederschrift',
    sentence: 'Gegen den Wortlaut einer Niederschrift wurde eine Einwendung erhoben.',
  },
  'minutes-objection-rejected': {
    subject: 'Einwendung zurückgewiesen',
    sentence: 'Eine Einwendung wurde zurückgewiesen. Der Grund steht bei der Niederschrift.',
  },
  'minutes-agreed': {
    subject: 'Niederschrift vereinbart',
    sentence: 'Die Niederschrift einer Sitzung ist vereinbart.',
  },
  'minutes-objection-withdrawn': {
    subject: 'Einwendung zurückgenommen',
    sentence: 'Eine Einwendung gegen eine Niederschrift wurde zurückgenommen.',
  },
} as const satisfies Partial<Record<NotificationKind, NotificationText>>;
