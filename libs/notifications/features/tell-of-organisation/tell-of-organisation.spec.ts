import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NotificationsModule, type NotificationKind } from '#notifications';
import {
  Assignments,
  AssignmentTransitionHandler,
  BodyTransitionHandler,
  ChairTermTransitionHandler,
  organisationEntities,
  OrganisationModule,
  organisationEvents,
  SYSTEM,
  type Actor,
  type AssignmentRecord,
  type AssignmentTransition,
  type ChairTermTransition,
} from '#organisation';
import { FixedClock } from '#platform/clock';
import { Config, parseConfig } from '#platform/config';
import { Database, DatabaseModule } from '#platform/database';
import type { EventJobHandler, OutboxMessage } from '#platform/jobs';
import { actorAs, createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import { NotifyOfAssignmentJob } from './notify-of-assignment.job.js';
import { NotifyOfBodyJob } from './notify-of-body.job.js';
import { NotifyOfChairTermJob } from './notify-of-chair-term.job.js';
import { NotifyOfFirstAssignmentJob } from './notify-of-first-assignment.job.js';

const today = '2026-11-10';
const clock = new FixedClock(new Date(`${today}T09:00:00Z`));
let store: TestDatabase;
let database: Database;
let people: SeededPeople;
let application: INestApplicationContext;

@Global()
@Module({})
class SettingsModule {}

beforeAll(async () => {
  store = await createTestDatabase();
  people = await seedPeople(store);
  database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 4 });
  const settings = { provide: Config, useValue: parseConfig({ DATABASE_URL: store.appUrl }) };
  const imports = [DatabaseModule.with(database, clock), OrganisationModule, NotificationsModule];
  const root = { module: SettingsModule, imports, providers: [settings], exports: [settings] };
  application = await NestFactory.createApplicationContext(root, { logger: false });
});

beforeEach(() => deliver());

afterAll(async () => {
  await application?.close();
  await database?.close();
  await store?.drop();
});

const person = (mail: string): Actor => people.get(mail)?.actor ?? actorAs({ role: 'READER' });
/** As who is signed in: the stage knows people by their mail address. */
const as = (mail: string): Actor => ({ ...person(mail), personId: idOf(mail) });
const idOf = (mail: string): string => people.get(mail)?.personId ?? '';

type Told = readonly [mail: string, kind: NotificationKind];

/** Runs the jobs for every message that is new, twice each, as a queue may; answers who was told of what by them. */
async function deliver(): Promise<readonly Told[]> {
  const known = new Set(organisationEvents);
  return database.write(SYSTEM, async (tx) => {
    const messages = await tx.query<OutboxMessage>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, actor_person_id AS "actorPersonId"
       FROM outbox WHERE done_at IS NULL ORDER BY id`,
    );
    await tx.execute('UPDATE outbox SET done_at = now() WHERE done_at IS NULL');
    for (const message of messages.filter(({ event }) => known.has(event))) {
      const job = jobFor(message.event);
      await job?.run(tx, message);
      await job?.run(tx, message);
    }
    const told = await tx.query<{ mail: string; kind: NotificationKind }>(
      `SELECT split_part(people.mail::text, '@', 1) AS mail, kind FROM notifications
       JOIN people ON people.id = recipient_id WHERE message_id = ANY ($1::uuid[]) ORDER BY mail, kind`,
      [messages.map(({ id }) => id)],
    );
    return told.map(({ mail, kind }): Told => [mail, kind]);
  });
}

function jobFor(event: string): EventJobHandler | undefined {
  if (event === 'person.assigned') return application.get(NotifyOfFirstAssignmentJob);
  if (event.startsWith('assignment.')) return application.get(NotifyOfAssignmentJob);
  if (event.startsWith('chairTerm.')) return application.get(NotifyOfChairTermJob);
  return event.startsWith('body.') && event !== 'body.renamed' ? application.get(NotifyOfBodyJob) : undefined;
}

async function ownOf(mail: string): Promise<AssignmentRecord> {
  const all = await database.read(SYSTEM, (tx) => application.get(Assignments).listOfPeople(tx, [idOf(mail)]));
  const found = all.get(idOf(mail))?.[0];
  if (found === undefined) throw new Error(`${mail} is entrusted with nothing`);
  return found;
}

async function entrust(mail: string, transition: AssignmentTransition): Promise<readonly Told[]> {
  permitted(await application.get(AssignmentTransitionHandler).execute(as(mail), transition));
  return deliver();
}

function permitted(answer: { readonly ok: boolean }): void {
  expect(answer).toMatchObject({ ok: true });
}

describe('Of what happens in the organisation', () => {
  it('a person hears who is entrusted with something, and nobody else', async () => {
    const place = { role: 'READER', party: 'HE', body: null } as const;
    const input = { personId: idOf('fachreferat.by'), on: today };
    const grant = { action: 'grantAssignment', assignmentId: null, place, input } as const;
    expect(await entrust('koordination.he', grant)).toEqual([['fachreferat.by', 'assignment-granted']]);
  });

  it('both hear of a hand-over: who leaves, and who follows', async () => {
    const { id, revision } = await ownOf('koordination.sn');
    const input = { personId: idOf('leser.he'), on: '2026-12-01', reason: 'Wechsel.' };
    const handOver = { action: 'handOverAssignment', assignmentId: id, expectedRevision: revision, input } as const;
    expect(await entrust('geschaeftsstelle', handOver)).toEqual([
      ['koordination.sn', 'assignment-handed-over'],
      ['leser.he', 'assignment-granted'],
    ]);
  });

  it('who stands in for somebody hears it, and so does who is away unless the own doing', async () => {
    const { id, revision } = await ownOf('koordination.th');
    const deputise = (expectedRevision: number, mail: string): AssignmentTransition => {
      const input = { personId: idOf(mail), on: today, until: '2026-12-31' };
      return { action: 'appointDeputy', assignmentId: id, expectedRevision, input };
    };
    expect(await entrust('koordination.th', deputise(revision, 'fachreferat.th'))).toEqual([
      ['fachreferat.th', 'deputyship-granted'],
    ]);
    expect(await entrust('geschaeftsstelle', deputise(revision + 1, 'fachreferat.sl'))).toEqual([
      ['fachreferat.sl', 'deputyship-granted'],
      ['koordination.th', 'deputy-appointed'],
    ]);
    const all = await database.read(SYSTEM, (tx) => application.get(Assignments).listDeputies(tx, id, today));
    const deputy = all.find(({ personId }) => personId === idOf('fachreferat.sl'));
    const input = { on: today, reason: 'Nicht mehr nötig.' };
    const about = { assignmentId: deputy?.id ?? '', expectedRevision: deputy?.revision ?? 0 };
    expect(await entrust('geschaeftsstelle', { action: 'endAssignment', ...about, input })).toEqual([
      ['fachreferat.sl', 'assignment-ended'],
      ['koordination.th', 'deputy-ended'],
    ]);
  });

  it('those hear who lose what they had in a body that is dissolved, and who speak for its members', async () => {
    const bodies = application.get(BodyTransitionHandler);
    const input = { parent: 'AK2', name: 'Auswertung', on: today } as const;
    const setUp = { action: 'setUpBody', code: 'AG Auswertung', input } as const;
    const answer = await bodies.execute(as('vorsitz.ak2'), setUp);
    if (!answer.ok) throw new Error(answer.refusals[0].message);
    const heard = await deliver();
    expect(heard.filter(([mail]) => mail.startsWith('koordination.'))).toHaveLength(17);
    expect(heard).toContainEqual(['geschaeftsstelle', 'body-set-up']);
    expect(heard).toContainEqual(['koordination.bund', 'body-set-up']);
    expect(heard.map(([mail]) => mail)).not.toContain('vorsitz.ak2');

    const place = { role: 'GUEST', party: null, body: 'AG Auswertung' } as const;
    const guest = { personId: idOf('gast.bka'), on: today };
    await entrust('vorsitz.ak2', { action: 'grantAssignment', assignmentId: null, place, input: guest });
    const end = { on: today, reason: 'Der Auftrag ist erfüllt.' };
    const { revision: expectedRevision } = answer.body;
    const dissolve = { action: 'dissolveBody', code: 'AG Auswertung', expectedRevision, input: end } as const;
    permitted(await bodies.execute(as('geschaeftsstelle'), dissolve));
    const told = await deliver();
    expect(told).toContainEqual(['gast.bka', 'assignment-ended']);
    expect(told).toContainEqual(['vorsitz.ak2', 'body-dissolved']);
    const ofMembers = told.filter(([mail, kind]) => mail.startsWith('koordination.') && kind === 'body-dissolved');
    expect(ofMembers).toHaveLength(17);
    expect(told.map(([mail]) => mail)).not.toContain('geschaeftsstelle');
  });

  it('a Land hears what becomes of its membership, and no other Land does', async () => {
    const rights = { mayRegister: true, mayVote: false, mayDeclare: true, mayObjectToRelease: true } as const;
    const membership = { party: 'HE', rights: { ...rights, kind: 'GUEST' } } as const;
    const input = { membership, on: '2027-01-01', reason: 'Vereinbart.' };
    const [{ revision = 0 } = {}] = await database.read(SYSTEM, (tx) =>
      tx.query<{ revision: number }>(`SELECT revision FROM bodies WHERE code = 'AK6'`),
    );
    const change = { action: 'changeMembership', code: 'AK6', expectedRevision: revision, input } as const;
    permitted(await application.get(BodyTransitionHandler).execute(as('geschaeftsstelle'), change));
    expect(await deliver()).toEqual([['koordination.he', 'membership-changed']]);
  });

  it('the Länder concerned hear who is to chair; the secretariat hears what another of its people did, once', async () => {
    const reader = { role: 'SECRETARIAT', party: null, body: null } as const;
    const second = { personId: idOf('gast.ak5'), on: today };
    await entrust('geschaeftsstelle', { action: 'grantAssignment', assignmentId: null, place: reader, input: second });
    const chairs = application.get(ChairTermTransitionHandler);
    const act = async (transition: ChairTermTransition): Promise<readonly Told[]> => {
      permitted(await chairs.execute(as('geschaeftsstelle'), transition));
      return deliver();
    };
    const propose = { action: 'proposeChairTerms', termId: null, input: { untilYear: 2036 } } as const;
    expect(await act(propose)).toEqual(
      expect.arrayContaining([
        ['gast.ak5', 'chair-term-proposed'],
        ['koordination.th', 'chair-term-proposed'],
        ['vorsitz.th', 'chair-term-proposed'],
      ]),
    );
    const terms = await database.read(SYSTEM, (tx) =>
      tx.query<{ id: string; revision: number; party: string }>(
        `SELECT id, revision, lower(party_code) AS party FROM chair_terms WHERE valid_from >= '2030-01-01'
         ORDER BY valid_from LIMIT 2`,
      ),
    );
    const [one, two] = terms;
    if (one === undefined || two === undefined) throw new Error('No terms to swap');
    const input = { otherTermId: two.id, reason: 'Auf Bitte beider Länder.' };
    const swap = { action: 'swapChairTerms', termId: one.id, expectedRevision: one.revision, input } as const;
    const heard = [one.party, two.party].flatMap((land) => [`koordination.${land}`, `vorsitz.${land}`]);
    expect(await act(swap)).toEqual(['gast.ak5', ...heard].sort().map((mail) => [mail, 'chair-term-swapped']));
  });
});
