import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import type { Caller, Mutated } from './caller.js';

const ROUNDS = [1, 2, 3, 4, 5];

let stage: ApiStage;
let ground: Ground;
let coordinator: Caller;
let secretariat: Caller;
let chair: Caller;

beforeAll(async () => {
  stage = await anApiStage();
  ground = await Ground.prepare(stage);
  coordinator = await stage.as('koordination.he');
  secretariat = await stage.as('geschaeftsstelle');
  chair = await stage.as('vorsitz.hh');
});

afterAll(async () => {
  await stage?.close();
});

type Input = Readonly<Record<string, unknown>>;

const atOnce = (caller: Caller, operation: string, input: Input, times = 4): Promise<Mutated[]> =>
  Promise.all(Array.from({ length: times }, () => caller.mutate(operation, input)));

const refusalsOf = (answers: readonly Mutated[]): string[] => answers.map(({ refused }) => refused.join(' ')).sort();

async function eventsOf(recordId: string, event: string): Promise<number> {
  const rows = await stage.arrange('SELECT FROM history WHERE record_id = $1 AND event = $2', [recordId, event]);
  return rows.length;
}

const submitted = { state: 'SUBMITTED', acceptedAt: null } as const;
const draft = { state: 'DRAFT', submittedAt: null, acceptedAt: null, urgencyReason: 'Eilt.' } as const;

describe('Of four who do the same at once', () => {
  it.each(ROUNDS)('one registers the topic (round %i)', async () => {
    const input = await ground.topic(draft);
    const answers = await atOnce(coordinator, 'submitTopicRegistration', input);
    expect(refusalsOf(answers)).toEqual(['', ...Array<string>(3).fill('CHANGED_MEANWHILE')]);
    expect(await eventsOf(input.topicId, 'topic.submitted')).toBe(1);
  });

  it.each(ROUNDS)('one takes the registration on (round %i)', async () => {
    const input = await ground.topic(submitted);
    const answers = await atOnce(secretariat, 'acceptTopicRegistration', input);
    expect(refusalsOf(answers)).toEqual(['', ...Array<string>(3).fill('CHANGED_MEANWHILE')]);
    expect(await eventsOf(input.topicId, 'topic.accepted')).toBe(1);
  });

  it('one plans the session of a body', async () => {
    const startsOn = ground.freeDay();
    const input = { conferenceId: stage.conferenceId, body: 'AK3', startsOn, endsOn: startsOn, mode: 'VIDEO' };
    const answers = await atOnce(secretariat, 'planSession', input);
    expect(answers.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  });

  it('one begins the agenda, and every topic stands on it once', async () => {
    const conferenceId = await ground.conference();
    for (let index = 0; index < 3; index += 1) await stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE' });
    const answers = await atOnce(secretariat, 'compileAgenda', { conferenceId });
    expect(answers.map(({ codes }) => codes)).toEqual([[], [], [], []]);
    const rows = await stage.arrange(
      'SELECT FROM agenda_items JOIN agendas ON agendas.id = agenda_id WHERE conference_id = $1',
      [conferenceId],
    );
    expect(rows).toHaveLength(3);
  });

  it.each(ROUNDS)('one opens the ballot on an item (round %i)', async () => {
    const { itemId, topic } = await ground.item();
    const answers = await atOnce(chair, 'openBallot', { agendaItemId: itemId });
    expect(refusalsOf(answers)).toEqual(['', ...Array<string>(3).fill('BALLOT_ALREADY_OPEN')]);
    expect(await stage.arrange('SELECT FROM ballots WHERE topic_id = $1', [topic.id])).toHaveLength(1);
  });

  it.each(ROUNDS)('one determines the outcome (round %i)', async () => {
    const { topicId, expectedRevision } = await ground.closedBallot();
    const answers = await atOnce(chair, 'recordTopicOutcome', { topicId, expectedRevision, outcome: 'NOT_ADOPTED' });
    expect(answers.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(await eventsOf(topicId, 'topic.decided')).toBe(1);
  });
});

describe('Of two who contradict each other at once', () => {
  it.each(ROUNDS)('one returns the registration or the other accepts it (round %i)', async () => {
    const input = await ground.topic(submitted);
    const answers = await Promise.all([
      secretariat.mutate('acceptTopicRegistration', input),
      secretariat.mutate('returnTopicRegistration', { ...input, reason: 'Der Sachverhalt fehlt.' }),
    ]);
    expect(refusalsOf(answers)).toEqual(['', 'CHANGED_MEANWHILE']);
  });

  it.each(ROUNDS)('a vote counts that came before the chair closed, and none that came after (round %i)', async () => {
    const { ballotId, textHash, expectedRevision } = await ground.ballot();
    const vote = { ballotId, textHash, party: 'HE', choice: 'YES' };
    const [given, closed] = await Promise.all([
      coordinator.mutate('castVote', vote),
      chair.mutate('closeBallot', { ballotId, expectedRevision }),
    ]);
    expect(closed.refused).toEqual([]);
    const { data } = await chair.graphql('query ($id: ID!) { ballot(id: $id) { state tally { yes } } }', {
      id: ballotId,
    });
    expect(data.ballot).toEqual({ state: 'CLOSED', tally: { yes: given.refused.length === 0 ? 1 : 0 } });
    expect((await coordinator.mutate('castVote', vote)).refused).toEqual(['BALLOT_CLOSED']);
  });

  it('every Land that votes at the same moment is counted', async () => {
    const { ballotId, textHash } = await ground.ballot();
    const parties = ['he', 'by', 'nw', 'sn', 'th', 'sh', 'be', 'hh'];
    const callers = await Promise.all(parties.map((party) => stage.as(`koordination.${party}`)));
    const answers = await Promise.all(
      callers.map((caller, index) => {
        return caller.mutate('castVote', { ballotId, textHash, party: parties[index]?.toUpperCase(), choice: 'YES' });
      }),
    );
    expect(refusalsOf(answers)).toEqual(parties.map(() => ''));
    const { data } = await chair.graphql('query ($id: ID!) { ballot(id: $id) { tally { yes notCast } } }', {
      id: ballotId,
    });
    expect(data.ballot.tally).toEqual({ yes: 8, notCast: 8 });
  });

  it('two people of the same Land leave one vote that counts, and both entries in the history', async () => {
    const { ballotId, textHash } = await ground.ballot();
    const vote = (choice: string): Promise<Mutated> =>
      coordinator.mutate('castVote', { ballotId, textHash, party: 'HE', choice });
    const answers = await Promise.all([vote('YES'), vote('NO')]);
    const done = answers.filter(({ refused }) => refused.length === 0).length;
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    const query = 'query ($id: ID!) { ballot(id: $id) { tally { yes no } history { event } } }';
    const { data } = await chair.graphql(query, { id: ballotId });
    expect(data.ballot.tally.yes + data.ballot.tally.no).toBe(1);
    const events = (data.ballot.history as { event: string }[]).filter(({ event }) => event === 'vote.cast');
    expect(events).toHaveLength(done);
  });
});
