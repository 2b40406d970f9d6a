import type { DemoPaper } from './paper.js';

/** Papers of the conference after the current one, whose registration is open. */
export const nextPapers: readonly DemoPaper[] = [
  {
    registrant: 'RP',
    course: 'IN_COMMITTEE',
    committees: ['AK1'],
    title: 'Digitale Einbürgerungsverfahren',
    facts: 'Anträge auf Einbürgerung werden in den Ländern mit unterschiedlichen Verfahren digital bearbeitet.',
    rationale: 'Ein gemeinsamer Datenaustausch vermeidet doppelte Nachfragen bei Antragstellenden.',
    clauses: [
      'Die IMK spricht sich für einen gemeinsamen Standard zum Datenaustausch in Einbürgerungsverfahren aus.',
      'Sie beauftragt den AK I, den Bedarf der Länder zu erheben.',
    ],
  },
  {
    registrant: 'TH',
    course: 'IN_COMMITTEE',
    committees: ['AK4'],
    title: 'Früherkennung von Desinformation im Umfeld von Wahlen',
    facts: 'Vor Wahlen verbreiten sich gefälschte Bilder und Tondokumente in kurzer Zeit.',
    rationale: 'Wer früh davon weiß, kann richtigstellen, bevor sich Falsches festsetzt.',
    clauses: [
      'Die IMK hält eine abgestimmte Früherkennung von Desinformation im Umfeld von Wahlen für erforderlich.',
      'Sie beauftragt den AK IV, Meldewege zwischen den Ländern vorzuschlagen.',
    ],
  },
  {
    registrant: 'BB',
    coRegistrants: ['SN', 'ST', 'MV'],
    course: 'IN_COMMITTEE',
    committees: ['AK5', 'AK3'],
    title: 'Überörtliche Hilfe bei Waldbränden',
    facts: 'Große Waldbrände überfordern die Kräfte eines Landes; Löschmittel aus der Luft sind knapp.',
    rationale: 'Abgestimmte Anforderungswege sparen in der ersten Stunde Zeit.',
    clauses: [
      'Die IMK begrüßt die länderübergreifende Hilfe bei Waldbränden.',
      'Sie beauftragt den AK V, Anforderung und Erstattung der Kosten zu vereinheitlichen.',
      'Sie bittet das BMI, weitere Luftfahrzeuge für die Brandbekämpfung bereitzuhalten.',
    ],
  },
  {
    registrant: 'NW',
    course: 'ACCEPTED',
    title: 'Digitale Verfahren im Waffenrecht',
    facts: 'Erlaubnisse nach dem Waffengesetz werden vielerorts noch auf Papier beantragt und geprüft.',
    rationale: 'Digitale Verfahren machen Prüfungen schneller und vollständiger.',
    clauses: [
      'Die IMK beauftragt den AK II, einen gemeinsamen Ablauf digitaler waffenrechtlicher Verfahren vorzulegen.',
    ],
  },
  {
    registrant: 'SL',
    coRegistrants: ['RP', 'BW'],
    course: 'ACCEPTED',
    title: 'Gemeinsame Streifen im Grenzgebiet',
    facts: 'Gemeinsame Streifen mit den Nachbarstaaten beruhen auf Vereinbarungen einzelner Länder.',
    rationale: 'Vergleichbare Vereinbarungen erleichtern Ausbildung und Einsatz.',
    clauses: [
      'Die IMK begrüßt gemeinsame Streifen mit den Nachbarstaaten.',
      'Sie bittet das BMI, die Länder bei der Fortentwicklung der Polizeiverträge zu beteiligen.',
    ],
  },
  {
    /** Ends in the topic before it: both registrants agreed. */
    registrant: 'RP',
    course: 'ACCEPTED',
    title: 'Streifendienst beiderseits der Grenze',
    facts: 'Im Grenzgebiet sind Streifen der Nachbarstaaten und der Länder getrennt unterwegs.',
    rationale: 'Gemeinsame Streifen sparen Wege und schaffen Vertrauen.',
    clauses: ['Die IMK bittet das BMI, gemeinsame Streifen mit den Nachbarstaaten zu unterstützen.'],
  },
  {
    registrant: 'BW',
    course: 'ACCEPTED',
    kind: 'REPORT',
    classification: 'VS_NFD',
    isPlaceholder: true,
    title: 'Eingestuftes Thema – liegt gesondert vor',
    fileReference: '3-0141.5/7',
  },
  {
    registrant: 'NI',
    course: 'SUBMITTED',
    title: 'Nachwuchsgewinnung für den Polizeivollzugsdienst',
    fileReference: '25.2 – 0301',
    facts: 'In allen Ländern gehen die Bewerbungen für den Polizeivollzugsdienst zurück.',
    rationale: 'Gemeinsame Werbung ist günstiger als der Wettbewerb der Länder untereinander.',
    clauses: ['Die IMK beauftragt den AK VI, Erfahrungen mit der Nachwuchsgewinnung auszutauschen und zu bewerten.'],
  },
  {
    registrant: 'SH',
    coRegistrants: ['MV', 'NI', 'HB', 'HH'],
    course: 'SUBMITTED',
    title: 'Bergung von Munitionsaltlasten im Meer',
    fileReference: 'IV 41 – 166.500',
    facts: 'In Nord- und Ostsee lagern große Mengen alter Munition, deren Hüllen durchrosten.',
    rationale: 'Die Bergung ist eine Aufgabe von Jahrzehnten und braucht verlässliche Zuständigkeiten.',
    clauses: [
      'Die IMK betont die Dringlichkeit der Bergung von Munitionsaltlasten im Meer.',
      'Sie bittet das BMI, sich für eine dauerhafte Beteiligung des Bundes an den Kosten einzusetzen.',
    ],
  },
  {
    registrant: 'BE',
    course: 'RETURNED',
    reason: 'Bitte ergänzen Sie das Aktenzeichen und die Berichterstattung.',
    title: 'Schutz von Einsatzkräften zum Jahreswechsel',
    facts: 'Zum Jahreswechsel werden Einsatzkräfte wiederholt mit Feuerwerkskörpern angegriffen.',
    rationale: 'Die Länder wollen ihre Erfahrungen mit Schwerpunkteinsätzen austauschen.',
    clauses: [
      'Die IMK beauftragt den AK II, über Erfahrungen mit Schwerpunkteinsätzen zum Jahreswechsel zu berichten.',
    ],
  },
];
