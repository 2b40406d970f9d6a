import type { NotificationKind, NotificationText } from './notification.js';

/** What happened to tasks, bodies and the chair, and to the mails about all of it. */
export const organisationTexts = {
  'assignment-granted': {
    subject: 'Aufgabe übertragen',
    sentence: 'Ihnen wurde eine Aufgabe übertragen. Ab wann sie gilt, steht bei der Aufgabe.',
  },
  'assignment-handed-over': {
    subject: 'Aufgabe geht über',
    sentence: 'Eine Ihrer Aufgaben geht auf eine andere Person über. Ab wann, steht bei der Aufgabe.',
  },
  'assignment-ended': {
    subject: 'Aufgabe endet',
    sentence: 'Eine Ihrer Aufgaben endet. Der letzte Tag steht bei der Aufgabe.',
  },
  'deputyship-granted': {
    subject: 'Vertretung übertragen',
    sentence: 'Sie wurden zur Vertretung bestellt. Von wann bis wann, steht bei der Aufgabe.',
  },
  'deputy-appointed': {
    subject: 'Vertretung bestellt',
    sentence: 'Für eine Ihrer Aufgaben wurde eine Vertretung bestellt.',
  },
  'deputy-ended': {
    subject: 'Vertretung endet',
    sentence: 'Die Vertretung in einer Ihrer Aufgaben endet.',
  },
  'membership-changed': {
    subject: 'Zugehörigkeit zu einem Gremium geändert',
    sentence: 'Geändert wurde, wie Ihr Land oder der Bund einem Gremium angehört und was es darin darf.',
  },
  'body-set-up': {
    subject: 'Gremium eingesetzt',
    sentence: 'Ein Gremium wurde eingesetzt, dem Ihr Land oder der Bund angehört.',
  },
  'body-dissolved': {
    subject: 'Gremium aufgelöst',
    sentence: 'Ein Gremium, dem Ihr Land oder der Bund angehört, wird aufgelöst.',
  },
  'chair-term-proposed': {
    subject: 'Vorsitz vorgeschlagen',
    sentence: 'Nach der Reihe der Länder wurde vorgeschlagen, wer den Vorsitz führt.',
  },
  'chair-term-confirmed': {
    subject: 'Vorsitz bestätigt',
    sentence: 'Eine Amtszeit im Vorsitz wurde bestätigt.',
  },
  'chair-term-swapped': {
    subject: 'Vorsitz getauscht',
    sentence: 'Zwei Länder tauschen ihre Amtszeiten im Vorsitz. Der Grund steht bei der Amtszeit.',
  },
  'chair-term-shortened': {
    subject: 'Amtszeit im Vorsitz verkürzt',
    sentence: 'Eine Amtszeit im Vorsitz endet früher, die folgende beginnt früher. Der Grund steht bei der Amtszeit.',
  },
  'job-given-up': {
    subject: 'Arbeit im Hintergrund aufgegeben',
    sentence: 'Mindestens eine Arbeit ist trotz aller Versuche gescheitert. Welche und wie viele, steht unter Technik.',
  },
  'mail-failed': {
    subject: 'E-Mail nicht zugestellt',
    sentence: 'Eine E-Mail an eine Person war nicht zuzustellen. Der Grund steht in der Liste der Geschäftsstelle.',
  },
} as const satisfies Partial<Record<NotificationKind, NotificationText>>;
