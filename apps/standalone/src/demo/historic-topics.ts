import type { CommitteeCode, PartyCode } from '#glossary';

/** A topic of a past conference. Titles, days and places are documented; the texts are written anew in the usual style. */
export interface HistoricTopic {
  readonly session: number;
  readonly heldOn: readonly [first: string, last: string];
  readonly place: string | null;
  readonly title: string;
  readonly subtitle?: string;
  readonly registrants: readonly [PartyCode, ...PartyCode[]];
  readonly committees: readonly [CommitteeCode, ...CommitteeCode[]];
  readonly facts: string;
  readonly rationale: string;
  readonly clauses: readonly [string, ...string[]];
  readonly outcome: 'ADOPTED' | 'ADOPTED_AMENDED' | 'NO_RESOLUTION';
  readonly released: boolean;
}

const koblenz = { session: 203, heldOn: ['2015-12-03', '2015-12-04'], place: 'Koblenz' } as const;
const berlin = { session: 183, heldOn: ['2007-06-01', '2007-06-01'], place: 'Berlin' } as const;
const kiel = { session: 210, heldOn: ['2019-06-12', '2019-06-14'], place: 'Kiel' } as const;
const spring2025 = { session: 223, heldOn: ['2025-06-11', '2025-06-13'], place: null } as const;
const adopted = { outcome: 'ADOPTED', released: true } as const;

export const historicTopics: readonly HistoricTopic[] = [
  {
    ...koblenz,
    ...adopted,
    title: 'Verhinderung der Ausreise von gewaltbereiten Salafisten',
    subtitle: 'Lösungsvorschläge für die Wirksamkeit ausreiseverhindernder Maßnahmen bei Doppelstaatern',
    registrants: ['HE'],
    committees: ['AK2'],
    facts:
      'Personen mit mehreren Staatsangehörigkeiten können trotz entzogenen deutschen Passes mit dem zweiten Reisedokument ausreisen.',
    rationale: 'Ausreiseverbote wirken nur, wenn sie an der Grenze für jedes mitgeführte Dokument erkennbar sind.',
    clauses: [
      'Die IMK nimmt den mündlichen Bericht des BMI über Möglichkeiten, Ausreiseverbote auch bei Personen mit mehreren Staatsangehörigkeiten wirksam durchzusetzen, zur Kenntnis.',
    ],
  },
  {
    ...koblenz,
    ...adopted,
    title: 'Bekämpfung des gewaltbereiten islamistischen Extremismus – Erfolgsfaktoren für Aussteigerprogramme',
    registrants: ['NW'],
    committees: ['AK2', 'AK4'],
    facts: 'Eine Arbeitsgruppe hat die bestehenden Ausstiegs- und Deradikalisierungsangebote der Länder verglichen.',
    rationale: 'Die Länder wollen von wirksamen Ansätzen gegenseitig lernen.',
    clauses: [
      'Die IMK nimmt den Bericht der Arbeitsgruppe „Erfolgsfaktoren für Aussteigerprogramme“ (Stand: 28.09.15) (nicht freigegeben) zur Kenntnis.',
      'Sie hält es für erforderlich, dass Ausstiegsbegleitung, Jugendhilfe und Justizvollzug fallbezogen und frühzeitig zusammenarbeiten.',
    ],
  },
  {
    ...berlin,
    ...adopted,
    title: 'Jahresbericht 2006/2007 des Ländervertreters im Strategischen Ausschuss',
    registrants: ['ST'],
    committees: ['AK1'],
    facts:
      'Der gemeinsame Vertreter der Länder berichtet jährlich über die Arbeit im Strategischen Ausschuss für Einwanderung, Grenzen und Asyl.',
    rationale: 'Der Bericht unterrichtet die Länder über die laufenden Verhandlungen.',
    clauses: [
      'Die IMK nimmt den Jahresbericht 2006/2007 des Ländervertreters im Strategischen Ausschuss (Stand: 30.04.07) (freigegeben) zustimmend zur Kenntnis.',
      'Sie bittet das BMI, die Länder über den Fortgang der dort behandelten Vorhaben frühzeitig zu unterrichten.',
    ],
  },
  {
    ...berlin,
    ...adopted,
    title: 'Zwischenbilanz zur deutschen EU-Ratspräsidentschaft',
    registrants: ['BE'],
    committees: ['AK1'],
    facts: 'Die deutsche Ratspräsidentschaft endet am 30. Juni 2007.',
    rationale: 'Die Länder würdigen den erreichten Stand der innenpolitischen Vorhaben.',
    clauses: [
      'Die IMK nimmt die Zwischenbilanz des BMI zu den innenpolitischen Vorhaben der deutschen EU-Ratspräsidentschaft zur Kenntnis.',
    ],
  },
  {
    ...berlin,
    ...adopted,
    title: 'Überwachung des Internets – Sachstand und Prüfung weiterer Handlungsmöglichkeiten',
    registrants: ['BY'],
    committees: ['AK2', 'AK4'],
    facts:
      'Extremistische Gruppen nutzen offene und geschlossene Foren zur Werbung und zur Vorbereitung von Straftaten.',
    rationale: 'Die Auswertung allgemein zugänglicher Inhalte soll zwischen den Ländern abgestimmt werden.',
    clauses: [
      'Die IMK stellt fest, dass die Auswertung allgemein zugänglicher Internetinhalte für die Gefahrenabwehr an Bedeutung gewinnt.',
      'Sie begrüßt die Abstimmung der Auswertung zwischen den Sicherheitsbehörden des Bundes und der Länder.',
      'Sie beauftragt den AK II und den AK IV, weitere Handlungsmöglichkeiten zu prüfen und zur Herbstsitzung 2007 zu berichten.',
    ],
  },
  {
    session: 169,
    heldOn: ['2001-11-07', '2001-11-08'],
    place: null,
    ...adopted,
    title: 'Terrorismusbekämpfung nach dem 11. September – Konsequenzen',
    registrants: ['NW'],
    committees: ['AK2', 'AK4', 'AK5'],
    facts: 'Die Anschläge vom 11. September 2001 haben die Bedrohungslage grundlegend verändert.',
    rationale: 'Polizei, Verfassungsschutz und Katastrophenschutz müssen ihre Vorkehrungen gemeinsam überprüfen.',
    clauses: [
      'Die IMK verurteilt die Anschläge vom 11. September 2001 und bekräftigt die Entschlossenheit von Bund und Ländern, den Terrorismus mit rechtsstaatlichen Mitteln zu bekämpfen.',
      'Sie hält einen engeren Informationsaustausch zwischen Polizei und Verfassungsschutz für erforderlich.',
      'Sie bittet das BMI, die Länder fortlaufend über die Lagebewertung zu unterrichten.',
      'Sie beauftragt den AK V, die Vorkehrungen des Katastrophenschutzes für Anschlagslagen zu überprüfen.',
    ],
  },
  {
    ...kiel,
    title: 'Umgang mit digitalen Spuren – Handlungsempfehlungen des AK II',
    registrants: ['SH'],
    committees: ['AK2'],
    facts: 'Datenmengen in Ermittlungsverfahren wachsen schneller als die Möglichkeiten ihrer Auswertung.',
    rationale: 'Einheitliche Handlungsempfehlungen sichern die Verwertbarkeit digitaler Spuren.',
    clauses: [
      'Die IMK nimmt die Handlungsempfehlungen des AK II zum Umgang mit digitalen Spuren zustimmend zur Kenntnis.',
      'Sie betont, dass die Auswertung digitaler Spuren die Verfahrensrechte der Betroffenen wahren muss.',
      'Sie beauftragt den AK II, über die Umsetzung bis zur Herbstsitzung 2020 zu berichten.',
    ],
    outcome: 'ADOPTED_AMENDED',
    released: true,
  },
  {
    ...kiel,
    ...adopted,
    title: 'Bekämpfung der Clankriminalität',
    registrants: ['NW'],
    committees: ['AK2'],
    facts: 'Mehrere Länder haben Lagebilder zu kriminellen Angehörigen von Großfamilien erstellt.',
    rationale: 'Ein gemeinsames Vorgehen setzt ein gemeinsames Verständnis des Phänomens voraus.',
    clauses: [
      'Die IMK nimmt den Bericht über die Lagebilder der Länder zur Clankriminalität zur Kenntnis.',
      'Sie spricht sich für ein abgestimmtes Vorgehen von Polizei, Kommunen, Finanz- und Sozialbehörden aus.',
      'Sie bittet das BMI, die ressortübergreifende Zusammenarbeit auf Bundesebene zu fördern.',
    ],
  },
  {
    ...kiel,
    ...adopted,
    title: 'Bundesweiter Warntag',
    registrants: ['RP'],
    committees: ['AK5'],
    facts: 'Warnmittel und ihre Bedeutung sind in der Bevölkerung zu wenig bekannt.',
    rationale: 'Eine jährliche gemeinsame Probe macht Warnmittel bekannt und deckt Mängel auf.',
    clauses: [
      'Die IMK stimmt der Einführung eines jährlichen bundesweiten Warntages zu.',
      'Sie bittet das BMI, die zentralen Warnmittel des Bundes in die Probe einzubeziehen.',
      'Sie beauftragt den AK V, den ersten Warntag im Jahr 2020 vorzubereiten.',
    ],
  },
  {
    session: 182,
    heldOn: ['2006-11-16', '2006-11-17'],
    place: 'Nürnberg',
    ...adopted,
    title:
      'Bleiberecht für im Bundesgebiet wirtschaftlich und sozial integrierte ausreisepflichtige ausländische Staatsangehörige',
    registrants: ['BY'],
    committees: ['AK1'],
    facts:
      'Viele ausreisepflichtige Familien leben seit langem im Bundesgebiet und sind in Arbeit und Schule eingebunden.',
    rationale: 'Eine einheitliche Anordnung schafft Rechtssicherheit für Betroffene und Behörden.',
    clauses: [
      'Die IMK spricht sich dafür aus, wirtschaftlich und sozial integrierten ausreisepflichtigen Personen nach Maßgabe der Anlage den Aufenthalt zu ermöglichen.',
      'Sie bittet das BMI, das nach dem Aufenthaltsgesetz erforderliche Einvernehmen zu erteilen.',
    ],
  },
  {
    session: 187,
    heldOn: ['2008-11-20', '2008-11-21'],
    place: 'Potsdam',
    ...adopted,
    title: 'Fortschreibung des Programms Innere Sicherheit',
    registrants: ['BB'],
    committees: ['AK2'],
    facts: 'Das Programm Innere Sicherheit wurde zuletzt vor vierzehn Jahren fortgeschrieben.',
    rationale: 'Aufgaben und Lage haben sich seitdem verändert.',
    clauses: [
      'Die IMK nimmt den Zwischenbericht zur Fortschreibung des Programms Innere Sicherheit zustimmend zur Kenntnis.',
      'Sie beauftragt die Arbeitsgruppe unter Federführung Brandenburgs, bis zum Frühjahr 2009 einen Entwurf vorzulegen.',
    ],
  },
  {
    ...spring2025,
    title: 'Feuerwerk – kommunale Verbotszonen',
    registrants: ['HB', 'BE'],
    committees: ['AK1'],
    facts:
      'Zum Jahreswechsel kommt es wiederholt zu schweren Verletzungen und zu Angriffen mit Pyrotechnik auf Einsatzkräfte.',
    rationale: 'Kommunen sollen den Gebrauch von Pyrotechnik örtlich wirksam beschränken können.',
    clauses: [
      'Die IMK stellt fest, dass die geltenden Vorschriften den Kommunen nur begrenzte Möglichkeiten geben, Verbotszonen für Feuerwerk einzurichten.',
      'Sie bittet das BMI, eine Erweiterung der Ermächtigung der Kommunen zu prüfen.',
    ],
    outcome: 'NO_RESOLUTION',
    released: false,
  },
  {
    ...spring2025,
    ...adopted,
    title: 'Stärkung des Bevölkerungsschutzes',
    registrants: ['HE'],
    committees: ['AK5'],
    facts: 'Die sicherheitspolitische Lage stellt neue Anforderungen an den Schutz der Bevölkerung.',
    rationale: 'Bund und Länder müssen ihre Mittel für den Bevölkerungsschutz aufeinander abstimmen.',
    clauses: [
      'Die IMK bekräftigt, dass der Schutz der Bevölkerung eine gemeinsame Aufgabe von Bund und Ländern ist.',
      'Sie hält eine dauerhafte Finanzierung des Zivilschutzes durch den Bund für erforderlich.',
      'Sie bittet das BMI, bis zur Herbstsitzung 2025 über den Stand der Planungen zu berichten.',
    ],
  },
  {
    ...spring2025,
    ...adopted,
    title: 'Analysefähigkeit der Polizeien',
    registrants: ['HE'],
    committees: ['AK2'],
    facts:
      'Polizeiliche Daten liegen in vielen getrennten Systemen und lassen sich nur mit hohem Aufwand zusammenführen.',
    rationale: 'Eine gemeinsame Grundlage vermeidet Insellösungen.',
    clauses: [
      'Die IMK betont die Bedeutung verfahrensübergreifender Analyse für die Gefahrenabwehr und die Strafverfolgung.',
      'Sie spricht sich für eine gemeinsam betriebene, rechtssichere und europäisch unabhängige Lösung aus.',
      'Sie beauftragt den AK II, die fachlichen Anforderungen zusammenzuführen.',
    ],
  },
];
