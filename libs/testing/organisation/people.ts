import { Client } from 'pg';
import { committeeCodes, landCodes, type BodyCode, type LandCode, type PartyCode, type Role } from '#glossary';
import type { Actor } from '#organisation';
import { newId } from '#platform/database';
import type { TestDatabase } from '../database/index.js';
import { actorAs } from './actors.js';

/** People of a spec by their mail address, each with one assignment; see `seedPeople`. */
export type SeededPeople = ReadonlyMap<string, { readonly personId: string; readonly actor: Actor }>;

interface SeededOffice {
  readonly mail: string;
  readonly role: Role;
  readonly party?: PartyCode;
  readonly body?: BodyCode;
}

const DOMAIN = 'konferenzmappe.example';

const offices: readonly SeededOffice[] = [
  ...([...landCodes, 'BUND'] as const).flatMap((party): SeededOffice[] => [
    { mail: `koordination.${party.toLowerCase()}`, role: 'PARTY_COORDINATOR', party },
    { mail: `fachreferat.${party.toLowerCase()}`, role: 'PARTY_EXPERT', party },
  ]),
  ...committeeCodes.flatMap((body): SeededOffice[] => [
    { mail: `vorsitz.${body.toLowerCase()}`, role: 'COMMITTEE_CHAIR', body },
    { mail: `geschaeftsfuehrung.${body.toLowerCase()}`, role: 'COMMITTEE_SECRETARY', body },
    { mail: `mitglied.${body.toLowerCase()}`, role: 'COMMITTEE_MEMBER', body },
  ]),
  { mail: 'geschaeftsstelle', role: 'SECRETARIAT' },
  ...landCodes.map((party): SeededOffice => ({ mail: `vorsitz.${party.toLowerCase()}`, role: 'CHAIR', party })),
  { mail: 'gast.bka', role: 'GUEST', body: 'AK2' },
  { mail: 'gast.ak5', role: 'GUEST', body: 'AK5' },
  { mail: 'leser.he', role: 'READER', party: 'HE' },
  { mail: 'technik', role: 'ADMIN' },
];

/**
 * Inserts one person per office, assigned since 2020, and answers them as actors by the part of the mail address before
 * the @ ("koordination.he", "vorsitz.ak2", "geschaeftsstelle").
 */
export async function seedPeople(database: TestDatabase, chairParty: LandCode = 'HH'): Promise<SeededPeople> {
  const seeded = offices.map((office) => ({ ...office, personId: newId(), name: `Person ${office.mail}` }));
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO people (id, name, mail) SELECT * FROM unnest($1::uuid[], $2::text[], $3::citext[])`,
      [seeded.map((each) => each.personId), seeded.map((each) => each.name), seeded.map(mailOf)],
    );
    await client.query(
      `INSERT INTO assignments (id, person_id, role, party_code, body_code, valid_from)
       SELECT gen_random_uuid(), *, '2020-01-01' FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
      [
        seeded.map((each) => each.personId),
        seeded.map((each) => each.role),
        seeded.map((each) => each.party ?? null),
        seeded.map((each) => each.body ?? null),
      ],
    );
  } finally {
    await client.end();
  }
  return new Map(
    seeded.map((each) => [each.mail, { personId: each.personId, actor: actorAs({ ...each, chairParty }) }]),
  );
}

function mailOf({ mail }: SeededOffice): string {
  return `${mail}@${DOMAIN}`;
}
