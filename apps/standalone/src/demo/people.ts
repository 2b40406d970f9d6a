import { committeeCodes, landCodes, type CommitteeCode, type LandCode } from '#glossary';
import type { Assignment } from '#organisation';
import { newId, type Tx } from '#platform/database';

/** Somebody to try the product as. All of them are invented. */
export interface DemoPerson {
  readonly mail: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
}

/** Coordinator, expert and chair of each Land; the chair's office rests until it is the Land's turn. */
const landPeople: Readonly<Record<LandCode, readonly [coordinator: string, expert: string, chair: string]>> = {
  BW: ['Annegret Häberle', 'Tobias Brenzinger', 'Dr. Ulrike Zeller'],
  BY: ['Leonhard Aigner', 'Franziska Obermayr', 'Dr. Veit Rauscher'],
  BE: ['Meryem Aksoy', 'Jannik Prenzel', 'Cornelia Warnow'],
  BB: ['Henrike Lübbenow', 'Marek Nowotka', 'Dr. Falk Templin'],
  HB: ['Imke Osterholt', 'Bastian Cordes', 'Renate Vegesack'],
  HH: ['Hinnerk Petersen', 'Sophie Alsterdamm', 'Dr. Nadja Reimers'],
  HE: ['Katharina Vogt', 'Yannis Papadakis', 'Dr. Burkhard Lahnstein'],
  MV: ['Swantje Kröpelin', 'Ole Warnemann', 'Dr. Birte Müritz'],
  NI: ['Wiebke Harms', 'Thorben Deister', 'Dr. Gesine Ohlendorf'],
  NW: ['Matthias Terhorst', 'Aylin Demirci', 'Dr. Heribert Siepen'],
  RP: ['Sabine Eifler', 'Dominik Moselke', 'Dr. Judith Trautwein'],
  SL: ['Pascal Bliesener', 'Michelle Saarholz', 'Dr. Armand Kettern'],
  SN: ['Grit Zschoche', 'Richard Elbner', 'Dr. Ines Hantzsch'],
  ST: ['Steffen Bodemann', 'Luise Harzburg', 'Dr. Ramona Altmarck'],
  SH: ['Birger Tönning', 'Maren Feddersen', 'Dr. Lars Eiderstedt'],
  TH: ['Jens Rennsteiger', 'Clara Ilmenhauer', 'Dr. Anett Wartburger'],
};

/** Chair, secretary and member of each committee. */
const committeePeople: Readonly<Record<CommitteeCode, readonly [chair: string, secretary: string, member: string]>> = {
  AK1: ['Dr. Eleonore Sandkuhl', 'Philipp Rademann', 'Kerstin Uhlenbrock'],
  AK2: ['Dr. Konrad Weißhaupt', 'Friederike Landmesser', 'Samir Haddadi'],
  AK3: ['Dr. Margarete Ostheim', 'Niklas Bergstätter', 'Irina Waldeck'],
  AK4: ['Dr. Roland Finsterwald', 'Teresa Kallmeyer', 'Joachim Breitsprecher'],
  AK5: ['Dr. Silke Brandes', 'Arne Wasserfuhr', 'Katja Rettberg'],
  AK6: ['Dr. Norbert Amtsfeld', 'Vivien Ordemann', 'Gökhan Yıldız'],
};

const since = '2020-01-01';
const open = { party: null, body: null, validFrom: since, validTo: null } as const;

function person(mailbox: string, name: string, assignment: Pick<Assignment, 'role'> & Partial<Assignment>): DemoPerson {
  return { mail: `${mailbox}@konferenzmappe.example`, name, assignments: [{ ...open, ...assignment }] };
}

function peopleOfLand(party: LandCode): readonly DemoPerson[] {
  const [coordinator, expert, chair] = landPeople[party];
  const land = party.toLowerCase();
  return [
    person(`koordination.${land}`, coordinator, { role: 'PARTY_COORDINATOR', party }),
    person(`fachreferat.${land}`, expert, { role: 'PARTY_EXPERT', party }),
    person(`vorsitz.${land}`, chair, { role: 'CHAIR', party }),
  ];
}

function peopleOfCommittee(body: CommitteeCode): readonly DemoPerson[] {
  const [chair, secretary, member] = committeePeople[body];
  const committee = body.toLowerCase();
  return [
    person(`vorsitz.${committee}`, chair, { role: 'COMMITTEE_CHAIR', body }),
    person(`geschaeftsfuehrung.${committee}`, secretary, { role: 'COMMITTEE_SECRETARY', body }),
    person(`mitglied.${committee}`, member, { role: 'COMMITTEE_MEMBER', body }),
  ];
}

export const demoPeople: readonly DemoPerson[] = [
  person('geschaeftsstelle', 'Beate Lindholm', { role: 'SECRETARIAT' }),
  ...landCodes.flatMap(peopleOfLand),
  person('koordination.bund', 'Dr. Maximilian Treptow', { role: 'PARTY_COORDINATOR', party: 'BUND' }),
  ...committeeCodes.flatMap(peopleOfCommittee),
  person('gast.bka', 'Viola Taunus', { role: 'GUEST', body: 'AK2' }),
  person('leser.he', 'Emil Odenthal', { role: 'READER', party: 'HE' }),
  person('technik', 'Robin Kabelitz', { role: 'ADMIN' }),
];

/** Runs as the system. Whoever is already there by mail address stays as they are. */
export async function insertDemoPeople(tx: Tx): Promise<void> {
  for (const { mail, name, assignments } of demoPeople) {
    const id = newId();
    const inserted = await tx.execute(
      'INSERT INTO people (id, name, mail) VALUES ($1, $2, $3) ON CONFLICT (mail) DO NOTHING',
      [id, name, mail],
    );
    if (inserted === 0) continue;
    for (const { role, party, body, validFrom, validTo } of assignments) {
      await tx.execute(
        `INSERT INTO assignments (id, person_id, role, party_code, body_code, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), id, role, party, body, validFrom, validTo],
      );
    }
  }
}
