const places: Readonly<Record<string, string>> = {
  topic: '/themen',
  commentRound: '/anmerkungsrunden',
  agenda: '/tagesordnungen',
  ballot: '/abstimmungen',
  writtenProcedure: '/umlaufverfahren',
  minutes: '/niederschriften',
  session: '/sitzungen',
  followUp: '/auftraege',
  timeline: '/fristen',
  body: '/organisation/gremien',
  person: '/organisation/personen',
};

/** Records that are shown together, on one page without an address for each. */
const commonPages: Readonly<Record<string, string>> = {
  conference: '/konferenzen',
  'chair-term': '/organisation/vorsitz',
  failedMail: '/benachrichtigungen/fehlgeschlagen',
  installation: '/technik',
};

/** Where the web application shows the record; a path, without the address of the installation. */
export function pathOf(recordKind: string, recordId: string): string {
  const place = places[recordKind];
  return place === undefined ? (commonPages[recordKind] ?? '/benachrichtigungen') : `${place}/${recordId}`;
}
