import type { DemoPaper } from './paper.js';

/** Adopted in writing some days before the demo begins. */
export const adoptedInWriting: DemoPaper = {
  registrant: 'RP',
  course: 'IN_PRE_CONFERENCE',
  recommendation: 'AGREED',
  title: 'Gemeinsame Stellenbörse der Innenverwaltungen',
  facts: 'Die Länder schreiben Stellen der Innenverwaltung bisher getrennt aus.',
  rationale: 'Der Vertrag über die bisherige Plattform endet vor der nächsten Sitzung.',
  clauses: [
    'Die IMK stimmt der gemeinsamen Stellenbörse der Innenverwaltungen zu.',
    'Sie beauftragt den AK VI, über die Erfahrungen nach einem Jahr zu berichten.',
  ],
};

/** Being voted on in writing when the demo begins. */
export const runningInWriting: DemoPaper = {
  registrant: 'BB',
  course: 'IN_PRE_CONFERENCE',
  recommendation: 'AGREED',
  title: 'Bevorratung von Sandsäcken für Hochwasserlagen',
  facts: 'Beim letzten Hochwasser mussten Sandsäcke aus mehreren Ländern herangeführt werden.',
  rationale: 'Die Bestellungen müssen vor dem Winter ausgelöst werden.',
  clauses: [
    'Die IMK hält eine abgestimmte Bevorratung von Sandsäcken für erforderlich.',
    'Sie beauftragt den AK V, die Bestände der Länder zusammenzustellen.',
    'Sie bittet das BMI, die Bestände des Bundes einzubeziehen.',
  ],
};
