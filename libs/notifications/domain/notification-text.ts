import { decisionTexts } from './decision-texts.js';
import type { NotificationKind, NotificationText } from './notification.js';
import { organisationTexts } from './organisation-texts.js';

const texts: Readonly<Record<NotificationKind, NotificationText>> = {
  'topic-registered': {
    subject: 'Neue Themenanmeldung',
    sentence: 'Ein Thema wurde zur Prüfung angemeldet.',
  },
  'topic-returned': {
    subject: 'Themenanmeldung zurückgegeben',
    sentence: 'Eine Themenanmeldung wurde zurückgegeben. Der Grund steht beim Thema.',
  },
  'topic-accepted': {
    subject: 'Themenanmeldung angenommen',
    sentence: 'Eine Themenanmeldung wurde angenommen.',
  },
  'topic-assigned': {
    subject: 'Thema zugewiesen',
    sentence: 'Ein Thema wurde einem Gremium zur Beratung zugewiesen.',
  },
  'topic-withdrawn': {
    subject: 'Thema zurückgezogen',
    sentence: 'Ein Thema, das Ihre Stelle mit angemeldet hat, wurde zurückgezogen. Sie können es übernehmen.',
  },
  'topic-joined': {
    subject: 'Mitanmeldung',
    sentence: 'Eine weitere Stelle meldet ein Thema mit an.',
  },
  'topic-left': {
    subject: 'Mitanmeldung beendet',
    sentence: 'Eine Stelle meldet ein Thema nicht mehr mit an.',
  },
  'topic-taken-over': {
    subject: 'Thema übernommen',
    sentence: 'Ein zurückgezogenes Thema wird von einer anderen Stelle weitergeführt.',
  },
  'topic-restricted': {
    subject: 'Benannte Stellen geändert',
    sentence: 'Bei einem beschränkten Thema wurden die benannten Stellen geändert.',
  },
  'topic-referred-back': {
    subject: 'Thema zurückverwiesen',
    sentence: 'Ein Thema wurde an den Arbeitskreis zurückverwiesen. Der Grund steht beim Thema.',
  },
  'topic-decided': {
    subject: 'Thema ohne Beschluss beendet',
    sentence: 'Die Konferenz hat ein Thema beendet, ohne einen Beschluss zu fassen. Das Ergebnis steht beim Thema.',
  },
  'late-topic-registered': {
    subject: 'Verspätete Themenanmeldung',
    sentence: 'Ein Thema wurde nach der Frist angemeldet. Es kann nur mit Ihrer Zustimmung angenommen werden.',
  },
  'late-topic-consented': {
    subject: 'Verspäteter Anmeldung zugestimmt',
    sentence: 'Der Vorsitz hat einer verspäteten Themenanmeldung zugestimmt. Sie kann jetzt geprüft werden.',
  },
  'committee-opinion-given': {
    subject: 'Votum eines beteiligten Gremiums',
    sentence: 'Ein beteiligtes Gremium hat sich zu einem Thema geäußert.',
  },
  'topic-concluded': {
    subject: 'Thema im Arbeitskreis abgeschlossen',
    sentence: 'Ein Arbeitskreis hat ein Thema abschließend behandelt.',
  },
  'topic-deferred': {
    subject: 'Thema vertagt',
    sentence: 'Ein Thema wurde auf eine spätere Konferenz vertagt. Der Grund steht beim Thema.',
  },
  'topic-merged': {
    subject: 'Themen zusammengeführt',
    sentence: 'Ein Thema wurde mit einem anderen zusammengeführt.',
  },
  'merge-proposed': {
    subject: 'Zusammenführung vorgeschlagen',
    sentence: 'Die Geschäftsstelle schlägt vor, zwei Themen zusammenzuführen. Dazu braucht es Ihre Zustimmung.',
  },
  'merge-answered': {
    subject: 'Antwort zur Zusammenführung',
    sentence: 'Eine anmeldende Stelle hat auf einen Vorschlag zur Zusammenführung geantwortet.',
  },
  'merge-ended': {
    subject: 'Zusammenführung nicht weiter verfolgt',
    sentence:
      'Ein Vorschlag, zwei Themen zusammenzuführen, wurde abgelehnt oder zurückgenommen. Es gibt nichts mehr zu tun.',
  },
  'comment-round-opened': {
    subject: 'Um Anmerkungen gebeten',
    sentence: 'Zu einem Beschlussvorschlag wird um Anmerkungen gebeten. Frist und Fassung stehen bei der Runde.',
  },
  'comment-round-extended': {
    subject: 'Mehr Zeit für Anmerkungen',
    sentence: 'Die Frist einer Anmerkungsrunde wurde verlängert. Der Grund steht bei der Runde.',
  },
  'comment-round-closed': {
    subject: 'Anmerkungsrunde beendet',
    sentence: 'Eine Anmerkungsrunde ist beendet. Was geäußert wurde, steht bei der Runde.',
  },
  'item-placed': {
    subject: 'Thema auf der Tagesordnung',
    sentence: 'Ein Thema wurde auf die Tagesordnung gesetzt.',
  },
  'agenda-circulated': {
    subject: 'Tagesordnung versandt',
    sentence: 'Die Tagesordnung einer Sitzung wurde versandt.',
  },
  'supplement-circulated': {
    subject: 'Nachtrag zur Tagesordnung',
    sentence: 'Zu einer Tagesordnung wurde ein Nachtrag versandt.',
  },
  'resolution-adopted': {
    subject: 'Beschluss gefasst',
    sentence: 'Zu einem Thema wurde ein Beschluss gefasst.',
  },
  'follow-up-asked': {
    subject: 'Auftrag aus einem Beschluss',
    sentence: 'Zu einem Auftrag an Ihre Stelle gibt es einen neuen Stand.',
  },
  'follow-up-ended': {
    subject: 'Auftrag beendet',
    sentence: 'Ein Auftrag an Ihre Stelle ist erledigt oder hinfällig. Der Grund steht beim Auftrag.',
  },
  'follow-up-reported': {
    subject: 'Bericht vorgelegt',
    sentence: 'Zu einem Auftrag aus einem Beschluss wurde der Bericht vorgelegt.',
  },
  'conference-moved': {
    subject: 'Konferenz verlegt',
    sentence: 'Eine Konferenz wurde verlegt, ihre Fristen mit ihr. Termin und Grund stehen bei der Konferenz.',
  },
  'conference-cancelled': {
    subject: 'Konferenz abgesagt',
    sentence: 'Eine Konferenz findet nicht statt. Der Grund und wie es weitergeht stehen bei der Konferenz.',
  },
  'deadline-moved': {
    subject: 'Frist verlegt',
    sentence: 'Der Vorsitz hat eine Frist verlegt. Welche und warum, steht bei den Fristen der Konferenz.',
  },
  'deadlines-noticed-late': {
    subject: 'Fristablauf verspätet bemerkt',
    sentence: 'Abgelaufene Fristen wurden erst nachträglich vermerkt. Bitte prüfen Sie, ob die Warteschlange läuft.',
  },
  'deadline-near': {
    subject: 'Frist läuft ab',
    sentence: 'Eine Frist läuft bald ab, und von Ihnen wird noch etwas erwartet. Bis wann, steht bei der Frist.',
  },
  'deadline-overdue': {
    subject: 'Frist abgelaufen',
    sentence: 'Eine Frist ist abgelaufen, und von Ihnen wird noch etwas erwartet.',
  },
  'deadline-escalated': {
    subject: 'Frist abgelaufen, noch nichts geschehen',
    sentence: 'Eine Frist ist abgelaufen, und was bis dahin zu tun war, steht noch aus. Bitte kümmern Sie sich darum.',
  },
  'session-invited': {
    subject: 'Einladung zu einer Sitzung',
    sentence: 'Sie sind zu einer Sitzung eingeladen. Termin, Ort und Form stehen bei der Sitzung.',
  },
  'session-moved': {
    subject: 'Sitzung verlegt',
    sentence: 'Eine Sitzung, zu der eingeladen war, wird verlegt. Eine neue Einladung folgt.',
  },
  'session-cancelled': {
    subject: 'Sitzung abgesagt',
    sentence: 'Eine Sitzung, zu der eingeladen war, findet nicht statt. Der Grund steht bei der Sitzung.',
  },
  'session-uninvited': {
    subject: 'Einladung zu einer Sitzung aufgehoben',
    sentence: 'Zu einer Sitzung, zu der Sie eingeladen waren, gehören Sie nicht mehr. Ihr Kalender wird bereinigt.',
  },
  'written-procedure-requested': {
    subject: 'Umlaufverfahren beantragt',
    sentence: 'Zu einem Thema wurde ein Umlaufverfahren beantragt. Eröffnen kann es der Vorsitz.',
  },
  'written-procedure-started': {
    subject: 'Umlaufverfahren eröffnet',
    sentence: 'Ein Umlaufverfahren wurde eröffnet. Frist und Regel stehen in der Einladung.',
  },
  'written-procedure-restarted': {
    subject: 'Neue Runde im Umlaufverfahren',
    sentence: 'Der Text wurde geändert. In der neuen Runde wird neu abgestimmt; frühere Stimmen zählen nicht.',
  },
  'written-procedure-ended': {
    subject: 'Umlaufverfahren beendet',
    sentence: 'Ein Umlaufverfahren ist beendet. Das Ergebnis steht beim Verfahren.',
  },
  'correction-proposed': {
    subject: 'Berichtigung vorgeschlagen',
    sentence: 'Zu einem Beschluss wurde eine Berichtigung vorgeschlagen.',
  },
  'correction-made': {
    subject: 'Beschluss berichtigt',
    sentence: 'Ein Beschluss wurde berichtigt. Beide Fassungen stehen beim Thema.',
  },
  'correction-rejected': {
    subject: 'Berichtigung abgelehnt',
    sentence: 'Eine vorgeschlagene Berichtigung wurde abgelehnt. Der Grund steht beim Thema.',
  },
  ...decisionTexts,
  ...organisationTexts,
};

export function textOf(kind: NotificationKind): NotificationText {
  return texts[kind];
}
