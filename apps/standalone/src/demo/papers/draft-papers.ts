import type { PartyCode } from '#glossary';
import type { DemoPaper } from './paper.js';

type Words = readonly [title: string, facts: string, rationale: string, ...clauses: string[]];

/** What each Land and the Bund are about to register for the next conference: complete, and not submitted yet. */
const drafts: Readonly<Record<PartyCode, Words>> = {
  BW: [
    'Einsatz von Sprachmodellen in der Verwaltung',
    'Behörden erproben Sprachmodelle für Zusammenfassungen und Entwürfe.',
    'Gemeinsame Leitlinien schaffen Vertrauen bei Beschäftigten und Bürgern.',
    'Die IMK beauftragt den AK VI, gemeinsame Leitlinien für den Einsatz von Sprachmodellen zu erarbeiten.',
  ],
  BY: [
    'Lawinen- und Bergrettung im Grenzraum',
    'Rettungseinsätze im Hochgebirge überschreiten häufig die Staatsgrenze.',
    'Klare Meldewege retten im Gebirge Leben.',
    'Die IMK begrüßt die grenzüberschreitende Zusammenarbeit der Bergrettung.',
    'Sie bittet das BMI, offene Fragen der Haftung mit den Nachbarstaaten zu klären.',
  ],
  BE: [
    'Ehrenamtliches Engagement in den Hilfsorganisationen',
    'Die Zahl der Ehrenamtlichen sinkt, während die Einsätze zunehmen.',
    'Gute Bedingungen halten Freiwillige im Dienst.',
    'Die IMK würdigt die Leistung der Ehrenamtlichen und beauftragt den AK V, Vorschläge zu ihrer Förderung zu sammeln.',
  ],
  BB: [
    'Sicherung stillgelegter Übungsplätze',
    'Auf stillgelegten Übungsplätzen verhindert Munition im Boden die Brandbekämpfung.',
    'Karten der belasteten Flächen schützen Einsatzkräfte.',
    'Die IMK hält vollständige Karten belasteter Flächen für erforderlich.',
  ],
  HB: [
    'Cybersicherheit der Seehäfen',
    'Umschlag und Verkehrslenkung der Häfen hängen von vernetzten Anlagen ab.',
    'Ein Ausfall trifft die Versorgung aller Länder.',
    'Die IMK betont die Bedeutung sicherer Hafenanlagen für die Versorgung.',
    'Sie bittet das BMI, die Häfen in länderübergreifende Übungen einzubeziehen.',
  ],
  HH: [
    'Bekämpfung der organisierten Kriminalität in Seehäfen',
    'Kriminelle Netzwerke werben gezielt Beschäftigte der Hafenwirtschaft an.',
    'Nur gemeinsam mit der Hafenwirtschaft lassen sich Innentäter verhindern.',
    'Die IMK begrüßt die Zusammenarbeit von Polizei, Zoll und Hafenwirtschaft.',
    'Sie beauftragt den AK II, bewährte Maßnahmen gegen Innentäter zusammenzustellen.',
  ],
  HE: [
    'Gemeinsames Lagebild bei Großveranstaltungen',
    'Bei Großveranstaltungen führen Polizei, Feuerwehr und Veranstalter getrennte Lagebilder.',
    'Ein gemeinsames Lagebild verkürzt Entscheidungen im Einsatz.',
    'Die IMK spricht sich für ein gemeinsames digitales Lagebild bei Großveranstaltungen aus.',
    'Sie beauftragt den AK II und den AK V, fachliche Anforderungen vorzulegen.',
  ],
  MV: [
    'Sicherheit auf Bundeswasserstraßen und Küstengewässern',
    'Sportboote und unbemannte Fahrzeuge nutzen dieselben Gewässer wie die Berufsschifffahrt.',
    'Die Wasserschutzpolizeien brauchen ein gemeinsames Verständnis neuer Gefahren.',
    'Die IMK beauftragt den AK II, über neue Gefahren auf dem Wasser zu berichten.',
  ],
  NI: [
    'Hochwasserschutz und Katastrophenhilfe',
    'Lang anhaltende Hochwasser binden Einsatzkräfte über Wochen.',
    'Ablösung aus anderen Ländern muss planbar sein.',
    'Die IMK beauftragt den AK V, die Ablösung von Einsatzkräften bei langen Lagen zu regeln.',
  ],
  NW: [
    'Gewaltfreie Fußballspiele',
    'Ein erheblicher Teil der Einsatzstunden der Bereitschaftspolizeien entfällt auf Fußballspiele.',
    'Absprachen mit Vereinen und Verbänden senken den Aufwand.',
    'Die IMK bekräftigt das Ziel gewaltfreier Fußballspiele.',
    'Sie beauftragt den AK II, mit den Verbänden über wirksame Zugangskontrollen zu sprechen.',
  ],
  RP: [
    'Warnung von Menschen mit Behinderungen',
    'Sirenen und Warnmeldungen erreichen nicht alle Menschen.',
    'Warnung muss für alle verständlich sein.',
    'Die IMK hält barrierefreie Warnmittel für erforderlich.',
    'Sie bittet das BMI, barrierefreie Meldungen in den Warnmitteln des Bundes zu ermöglichen.',
  ],
  SL: [
    'Bargeldsprengungen – Schutz von Geldautomaten',
    'Sprengungen von Geldautomaten gefährden Anwohnende und Einsatzkräfte.',
    'Vorbeugung ist wirksamer als Verfolgung über Grenzen hinweg.',
    'Die IMK fordert die Kreditwirtschaft auf, die vereinbarten Schutzmaßnahmen vollständig umzusetzen.',
  ],
  SN: [
    'Grenzüberschreitende Kraftfahrzeugkriminalität',
    'Gestohlene Fahrzeuge werden binnen Stunden über die Grenze gebracht.',
    'Schnelle Fahndung gelingt nur mit den Nachbarstaaten.',
    'Die IMK begrüßt die gemeinsamen Fahndungsgruppen mit den Nachbarstaaten.',
    'Sie beauftragt den AK II, den Austausch von Fahndungsdaten zu verbessern.',
  ],
  ST: [
    'Notstromversorgung der Gefahrenabwehr',
    'Nicht alle Wachen und Leitstellen können mehrere Tage ohne Netzstrom arbeiten.',
    'Gefahrenabwehr muss auch bei einem langen Stromausfall gelingen.',
    'Die IMK hält eine Notstromversorgung der Leitstellen für mindestens 72 Stunden für erforderlich.',
  ],
  SH: [
    'Vermisstensuche auf See',
    'Die Suche nach Vermissten auf See verlangt schnelle Abstimmung vieler Stellen.',
    'Gemeinsame Übungen decken Lücken auf.',
    'Die IMK beauftragt den AK V, gemeinsame Übungen zur Vermisstensuche auf See abzustimmen.',
  ],
  TH: [
    'Mindeststandards der kommunalen IT-Sicherheit',
    'Kleine Gemeinden verfügen selten über eigenes Personal für IT-Sicherheit.',
    'Mindeststandards und gemeinsame Dienste schützen auch kleine Gemeinden.',
    'Die IMK spricht sich für gemeinsame Mindeststandards der kommunalen IT-Sicherheit aus.',
    'Sie beauftragt den AK III, hierfür einen Vorschlag vorzulegen.',
  ],
  BUND: [
    'Fortentwicklung der zivilen Alarmplanung',
    'Die zivile Alarmplanung von Bund und Ländern wird an die veränderte Lage angepasst.',
    'Bund und Länder müssen sich auf dieselben Stufen und Meldewege stützen.',
    'Die IMK nimmt den Bericht des BMI zum Stand der zivilen Alarmplanung zur Kenntnis.',
    'Sie bittet das BMI, die Entwürfe frühzeitig mit den Ländern abzustimmen.',
  ],
};

export const draftPapers: readonly DemoPaper[] = Object.entries(drafts).map(
  ([registrant, [title, facts, rationale, ...clauses]]) => ({
    registrant: registrant as PartyCode,
    course: 'DRAFT',
    title,
    facts,
    rationale,
    clauses,
  }),
);
