/** Why a job failed, in German and without a word of what it was about. */
export const failureNames = {
  DATABASE_AWAY: 'Die Datenbank war nicht erreichbar.',
  DATABASE_REFUSED: 'Die Datenbank hat die Änderung abgelehnt.',
  MAIL_REFUSED: 'Der Mailserver hat die Nachricht abgelehnt.',
  PEER_AWAY: 'Ein anderer Dienst war nicht erreichbar.',
  WORKER_LOST: 'Der ausführende Prozess ist mehrmals mitten in der Arbeit geendet.',
  PROGRAM: 'Das Programm hat einen Fehler.',
  OTHER: 'Unerwarteter Fehler; das Protokoll sagt mehr.',
} as const;
export type FailureKind = keyof typeof failureNames;
