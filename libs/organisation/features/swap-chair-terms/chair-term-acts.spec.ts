import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { Database, listHistory, verifyHistory } from '#platform/database';
import { createTestDatabase, seedPeople, type SeededPeople, type TestDatabase } from '#testing';
import {
  ChairTermTransitionHandler,
  listChairTerms,
  type ChairTermAnswer,
  type ChairTermTransition,
} from '../../chair-term-transition.handler.js';
import { SYSTEM } from '../../domain/actor.js';
import type { ChairTermRecord } from '../../domain/chair-term-lifecycle.js';
import { ActorDirectory } from '../../persistence/actor-directory.js';
import { organisationEntities } from '../../persistence/entities.js';
import { organisationEvents } from '../../record-only-events.js';

let store: TestDatabase;
let database: Database;
let people: SeededPeople;
let handler: ChairTermTransitionHandler;

beforeAll(async () => {
  store = await createTestDatabase();
  people = await seedPeople(store);
  database = await Database.open({ url: store.appUrl, entities: organisationEntities, poolSize: 4 });
  handler = new ChairTermTransitionHandler(database, new FixedClock(new Date('2026-11-10T09:00:00Z')));
});

afterAll(async () => {
  await database?.close();
  await store?.drop();
});

async function act(mail: string, transition: ChairTermTransition): Promise<ChairTermAnswer> {
  const found = people.get(mail);
  if (found === undefined) throw new Error(`Nobody is called ${mail}`);
  return handler.execute(found.actor, transition);
}

const codesOf = (answer: ChairTermAnswer): string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

async function termOf(year: number): Promise<ChairTermRecord> {
  const terms = await database.read(SYSTEM, (tx) => listChairTerms(tx));
  const found = terms.find(({ validFrom }) => validFrom === `${year}-01-01`);
  if (found === undefined) throw new Error(`No term begins with ${year}`);
  return found;
}

describe('chair terms', () => {
  it('are swapped by the secretariat, and the rights go with them', async () => {
    const [first, second] = [await termOf(2030), await termOf(2031)];
    const input = { otherTermId: second.id, reason: 'Auf Bitte beider Länder.' };
    const swap = { action: 'swapChairTerms', termId: first.id, expectedRevision: first.revision, input } as const;
    for (const mail of ['vorsitz.hh', 'koordination.he', 'technik', 'vorsitz.ak2']) {
      expect(codesOf(await act(mail, swap))).toEqual(['NOT_ENTITLED']);
    }
    expect(codesOf(await act('geschaeftsstelle', swap))).toEqual([]);
    expect(codesOf(await act('geschaeftsstelle', swap))).toEqual(['CHANGED_MEANWHILE']);
    expect([(await termOf(2030)).party, (await termOf(2031)).party]).toEqual([second.party, first.party]);
    const chairing = people.get(`vorsitz.${second.party.toLowerCase()}`)?.personId ?? '';
    const directory = new ActorDirectory(database, new FixedClock(new Date('2030-06-01T09:00:00Z')));
    expect((await directory.actorOfPerson(chairing))?.audience).toContain(202);
    const history = await database.read(SYSTEM, (tx) => listHistory(tx, 'chair-term', [first.id]));
    expect(history.get(first.id)).toMatchObject([{ event: 'chairTerm.swapped', reason: 'Auf Bitte beider Länder.' }]);
    expect(await database.read(SYSTEM, (tx) => verifyHistory(tx))).toEqual([]);
  });

  it('are proposed once when two propose at the same time', async () => {
    const propose = { action: 'proposeChairTerms', termId: null, input: { untilYear: 2036 } } as const;
    const both = await Promise.all([act('geschaeftsstelle', propose), act('geschaeftsstelle', propose)]);
    expect(both.flatMap(codesOf)).toEqual(['YEAR_IMPLAUSIBLE']);
    expect(await termOf(2036)).toMatchObject({ party: 'TH', state: 'PROPOSED' });
  });

  it('are shortened without a day on which nobody chairs, or two do', async () => {
    const term = await termOf(2033);
    const input = { on: '2033-10-31', reason: 'Neubildung der Regierung.' };
    const shorten = { action: 'shortenChairTerm', termId: term.id, expectedRevision: term.revision, input } as const;
    expect(codesOf(await act('geschaeftsstelle', shorten))).toEqual([]);
    const terms = await database.read(SYSTEM, (tx) => listChairTerms(tx));
    expect(terms.map(({ validFrom }) => validFrom)).toContain('2033-11-01');
  });

  it('are told of, each that changed, with who chairs it from then on', async () => {
    const messagesOf = async (event: string): Promise<unknown[]> =>
      database.read(SYSTEM, (tx) =>
        tx.query('SELECT record_id AS "recordId", data FROM outbox WHERE event = $1 ORDER BY id', [event]),
      );
    const [first, second, shortened] = [await termOf(2030), await termOf(2031), await termOf(2033)];
    expect(organisationEvents).toEqual(
      expect.arrayContaining(['chairTerm.proposed', 'chairTerm.confirmed', 'chairTerm.swapped', 'chairTerm.shortened']),
    );
    expect(await messagesOf('chairTerm.swapped')).toMatchObject([
      { recordId: first.id, data: { party: first.party, validFrom: '2030-01-01', validTo: '2030-12-31' } },
      { recordId: second.id, data: { party: second.party, validFrom: '2031-01-01', isFirst: false } },
    ]);
    expect(await messagesOf('chairTerm.shortened')).toMatchObject([
      { recordId: shortened.id, data: { validTo: '2033-10-31', isFirst: true } },
      { data: { validFrom: '2033-11-01', validTo: '2034-12-31' } },
    ]);
    const { id: termId, revision: expectedRevision } = await termOf(2036);
    await act('geschaeftsstelle', { action: 'confirmChairTerm', termId, expectedRevision, input: {} });
    expect(await messagesOf('chairTerm.confirmed')).toMatchObject([
      { recordId: termId, data: { party: 'TH', validFrom: '2036-01-01' } },
    ]);
  });

  it('leave no gap, whoever writes the table', async () => {
    const tear = database.write(SYSTEM, (tx) =>
      tx.execute(`UPDATE chair_terms SET valid_to = '2028-11-30' WHERE valid_from = '2028-01-01'`),
    );
    await expect(tear).rejects.toThrow('a day without a chair');
  });
});
