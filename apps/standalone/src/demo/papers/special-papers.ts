import type { DemoPaper } from './paper.js';

/** Papers of the special session that is being held. */
export const specialPapers: readonly DemoPaper[] = [
  {
    registrant: 'BE',
    course: 'VOTED_ON',
    recommendation: 'OPEN',
    title: 'Abwehr unkooperativer Drohnen über kritischer Infrastruktur',
    subtitle: 'Zusammenarbeit der Polizeien bei Detektion und Abwehr',
    fileReference: 'III B 3 – 0221/14',
    facts:
      'Über Flughäfen, Kraftwerken und Häfen werden zunehmend Drohnen unbekannter Herkunft festgestellt. Technik zu ihrer Abwehr steht nur an wenigen Orten bereit.',
    rationale:
      'Kein Land kann die nötige Technik allein überall vorhalten; gemeinsame Standards machen sie austauschbar.',
    clauses: [
      'Die IMK stellt fest, dass die Abwehr unkooperativer Drohnen eine gemeinsame Aufgabe von Bund und Ländern ist.',
      'Sie beauftragt den AK II, gemeinsam mit dem AK V bis zur nächsten Sitzung Anforderungen an Technik zur Detektion und Abwehr von Drohnen zu erarbeiten.',
      'Sie hält es für erforderlich, dass die Polizeien der Länder sich mit dieser Technik gegenseitig unterstützen.',
      'Sie bittet das BMI, die Länder fortlaufend an den Erkenntnissen aus der Erprobung zu beteiligen.',
    ],
  },
  {
    registrant: 'NI',
    course: 'IN_MAIN_CONFERENCE',
    recommendation: 'AGREED',
    title: 'Objektschutz an Anlagen der Energieversorgung',
    facts:
      'Nach mehreren Vorfällen haben die Länder ihren Objektschutz unterschiedlich verstärkt. Betreiber mit Anlagen in mehreren Ländern melden Brüche an den Grenzen.',
    rationale: 'Ein gemeinsamer Maßstab erlaubt es, Kräfte dort einzusetzen, wo die Gefahr am größten ist.',
    clauses: [
      'Die IMK nimmt den Sachstand zum Objektschutz an Anlagen der Energieversorgung zur Kenntnis.',
      'Sie beauftragt den AK II, einen gemeinsamen Maßstab für den Objektschutz vorzulegen.',
    ],
  },
  {
    registrant: 'SH',
    course: 'IN_MAIN_CONFERENCE',
    recommendation: 'AGREED',
    title: 'Unterrichtung der Öffentlichkeit über Sichtungen von Drohnen',
    facts:
      'Über Sichtungen wird in den Ländern verschieden unterrichtet. Widersprüchliche Angaben haben zuletzt Verunsicherung ausgelöst.',
    rationale: 'Wer zuerst und mit denselben Worten unterrichtet, nimmt Gerüchten den Boden.',
    clauses: [
      'Die IMK hält eine abgestimmte Unterrichtung der Öffentlichkeit über Sichtungen von Drohnen für erforderlich.',
    ],
  },
];
