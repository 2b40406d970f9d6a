/** How somebody is told of something. In the application everything is listed but what is not wanted at all. */
export const notificationChannelNames = {
  MAIL: 'Sofort per E-Mail',
  DAILY: 'Tägliche Übersicht',
  WEEKLY: 'Wöchentliche Übersicht',
  IN_APP: 'Nur in der Konferenzmappe',
  NONE: 'Gar nicht',
} as const;

export type NotificationChannel = keyof typeof notificationChannelNames;

/** What became of a mail that could not be delivered at first. */
export const failedMailStateNames = {
  FAILED: 'Nicht zugestellt',
  PENDING: 'Wird erneut versucht',
  SENT: 'Inzwischen versandt',
} as const;

export type FailedMailState = keyof typeof failedMailStateNames;

/** Why a mail could not be delivered, for people who run no mail server. */
export const mailFaultNames = {
  REFUSED_ADDRESS: 'Der Mailserver kennt diese Adresse nicht oder nimmt für sie nichts an.',
  REFUSED_SENDER: 'Der Mailserver nimmt von der Absenderadresse der Konferenzmappe nichts an.',
  REFUSED_MAIL: 'Der Mailserver hat die Nachricht abgelehnt.',
  TOO_LARGE: 'Die Nachricht ist dem Mailserver zu groß.',
  POSTPONED: 'Der Mailserver hat die Nachricht zu oft auf später verschoben.',
  UNREACHABLE: 'Der Mailserver war nicht erreichbar oder hat die Verbindung abgebrochen.',
  SIGN_IN: 'Der Mailserver hat die Zugangsdaten der Konferenzmappe abgelehnt.',
  CERTIFICATE: 'Dem Zertifikat des Mailservers ist nicht zu trauen.',
  NOT_ENCRYPTED: 'Der Mailserver bietet keine verschlüsselte Verbindung an.',
  UNCLEAR: 'Die Antwort des Mailservers war nicht zu verstehen.',
} as const;

export type MailFault = keyof typeof mailFaultNames;

/** Whether the mail server takes mails. */
export const mailServerStateNames = {
  WORKING: 'Nimmt E-Mails an',
  AWAY: 'Nimmt nichts an',
} as const;

export type MailServerState = keyof typeof mailServerStateNames;

/** Why the mail server takes nothing from anybody. */
export const mailServerFaultNames = {
  UNREACHABLE: 'Er ist nicht erreichbar oder bricht die Verbindung ab.',
  BUSY: 'Er ist da, nimmt aber zurzeit nichts an.',
  SIGN_IN: 'Er lehnt die Zugangsdaten der Konferenzmappe ab.',
  CERTIFICATE: 'Seinem Zertifikat ist nicht zu trauen.',
  NOT_ENCRYPTED: 'Er bietet keine verschlüsselte Verbindung an.',
  UNCLEAR: 'Seine Antworten sind nicht zu verstehen.',
} as const;

export type MailServerFault = keyof typeof mailServerFaultNames;
