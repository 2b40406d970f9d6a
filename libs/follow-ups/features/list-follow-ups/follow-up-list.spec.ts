import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities } from '#agendas';
import { decisionEntities } from '#decisions';
import type { FollowUpKind } from '#glossary';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { anAdoptedResolution } from '#testing/agendas';
import type { Due } from '../../domain/due.js';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { followUpEntities } from '../../index.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';
import { Origins } from '../../persistence/origins.js';
import { CreateFollowUpHandler } from '../create-follow-up/create-follow-up.handler.js';
import { FollowUpListQuery, type FollowUpListRequest, type FollowUpPage } from './follow-up-list.query.js';

let stage: ConferenceStage;
let list: FollowUpListQuery;

const wishes: readonly (readonly [task: string, addressee: string, due: Due, kind?: FollowUpKind])[] = [
  ['nach dem Gesetz', 'AK5', { kind: 'CONDITION', condition: 'Das Gesetz gilt', reviewOn: '2026-11-12' }],
  ['morgen', 'AK5', { kind: 'DAY', day: '2026-11-11' }],
  ['zum Frühjahr', 'BUND', { kind: 'CONFERENCE', season: 'SPRING', year: 2027 }],
  ['zur geplanten Konferenz', 'CHAIR', { kind: 'CONFERENCE', season: 'AUTUMN', year: 2026 }],
  ['Ende 2027', 'ALL_LAENDER', { kind: 'DAY', day: '2027-12-31' }, 'IMPLEMENTATION'],
];

beforeAll(async () => {
  stage = await aConferenceStage([...agendaEntities, ...decisionEntities, ...followUpEntities]);
  const { database, clock } = stage;
  const followUps = new FollowUps();
  const transition = new FollowUpTransitionHandler(database, followUps, new Origins(), clock);
  const creating = new CreateFollowUpHandler(database, followUps, new Origins(), transition, clock);
  const { resolutionId, clauseIds } = await anAdoptedResolution(stage);
  for (const [task, addressee, due, kind = 'REPORT'] of wishes) {
    const wish = { resolutionId, clauseId: clauseIds[0], task, addressee, due, kind, repeatsId: null };
    const answer = await creating.execute(stage.person('geschaeftsstelle'), wish);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  }
  list = new FollowUpListQuery(database, followUps, clock);
});

afterAll(() => stage?.close());

const ask = (filter: FollowUpListRequest['filter'] = {}, who = 'koordination.he', first = 50): Promise<FollowUpPage> =>
  list.execute(stage.person(who), { first, filter });
const tasksOf = ({ nodes }: FollowUpPage): readonly string[] => nodes.map(({ task }) => task);

describe('the list of follow-ups', () => {
  it('begins with what is due first; a planned conference counts by its first day', async () => {
    const all = ['morgen', 'nach dem Gesetz', 'zur geplanten Konferenz', 'zum Frühjahr', 'Ende 2027'];
    expect(tasksOf(await ask())).toEqual(all);
  });

  it('belongs, in mails, to the conversation about the topic that each follows', async () => {
    const threads = await stage.arrange(
      `SELECT DISTINCT thread_of_record('followUp', follow_ups.id) = thread_of_record('topic', topic_id) AS "isOfTopic",
         thread_of_record('resolution', resolutions.id) = thread_of_record('topic', topic_id) AS "withResolution"
       FROM follow_ups JOIN resolutions ON resolutions.id = resolution_id`,
    );
    expect(threads).toEqual([{ isOfTopic: true, withResolution: true }]);
  });

  it('shows each on exactly one page', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: FollowUpPage = await list.execute(stage.person('leser.he'), { first: 2, after, filter: {} });
      seen.push(...tasksOf(page));
      expect(page.totalCount).toBe(5);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('finds by addressee, kind, words and by what is meant for the reader', async () => {
    expect(tasksOf(await ask({ addressee: 'AK5' }))).toEqual(['morgen', 'nach dem Gesetz']);
    expect(tasksOf(await ask({ kind: 'IMPLEMENTATION' }))).toEqual(['Ende 2027']);
    expect(tasksOf(await ask({ search: 'frühj' }))).toEqual(['zum Frühjahr']);
    expect(tasksOf(await ask({ search: '%' }))).toEqual([]);
    expect(tasksOf(await ask({ mine: true }))).toEqual(['Ende 2027']);
    expect(tasksOf(await ask({ mine: true }, 'koordination.bund'))).toEqual(['zum Frühjahr']);
    expect(tasksOf(await ask({ mine: true }, 'vorsitz.ak5'))).toEqual(['morgen', 'nach dem Gesetz']);
    expect(tasksOf(await ask({ mine: true }, 'vorsitz.hh'))).toEqual(['zur geplanten Konferenz']);
    expect(tasksOf(await ask({ mine: true }, 'vorsitz.by'))).toEqual([]);
    expect(tasksOf(await ask({ states: ['DONE'] }))).toEqual([]);
  });

  it('knows by the clock alone what is overdue', async () => {
    expect(tasksOf(await ask({ overdue: true }))).toEqual([]);
    const before = stage.clock.now();
    stage.clock.moveTo(new Date('2026-11-11T22:59:59Z'));
    expect(tasksOf(await ask({ overdue: true }))).toEqual([]);
    stage.clock.moveTo(new Date('2026-11-11T23:00:00Z'));
    expect(tasksOf(await ask({ overdue: true }))).toEqual(['morgen']);
    stage.clock.moveTo(before);
  });

  it('counts nothing for who may see nothing', async () => {
    expect(await ask({}, 'technik')).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await ask({}, 'gast.bka')).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('refuses a cursor it did not write', async () => {
    const asked = list.execute(stage.person('leser.he'), { first: 2, after: 'Zm9v', filter: {} });
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
