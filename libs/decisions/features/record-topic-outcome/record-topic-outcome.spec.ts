import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { landCodes, type LandCode, type Outcome, type VoteChoice } from '#glossary';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { ProposalRepository } from '#proposals';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { GiveVoteHandler } from '../../give-vote.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { Resolutions } from '../../persistence/resolution.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { Votes } from '../../persistence/vote.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { DeterminedBallots } from '../../determined-ballots.js';
import { NotifyAllOfAdoptedResolutionJob } from './notify-all-of-adopted-resolution.job.js';
import { RecordTopicOutcomeHandler, type RecordTopicOutcomeAnswer } from './record-topic-outcome.handler.js';

const codesOf = (answer: RecordTopicOutcomeAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('The outcome of a topic', () => {
  const ballots = new Ballots();
  const topics = new TopicRepository();
  const resolutions = new Resolutions();
  let stage: BallotStage;
  let give: GiveVoteHandler;
  let open: OpenBallotHandler;
  let close: CloseBallotHandler;
  let record: RecordTopicOutcomeHandler;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const voted = new VotedTopics(topics, new Agendas(), ballots, new Conferences());
    const determined = new DeterminedBallots(
      ballots,
      new Votes(),
      new ProposalRepository(),
      resolutions,
      new Agendas(),
    );
    const transition = new TopicTransitionHandler(database, topics, new Conferences(), clock);
    give = new GiveVoteHandler(database, ballots, new Votes(), new Representatives(new Sessions()), clock);
    open = new OpenBallotHandler(database, voted, clock);
    close = new CloseBallotHandler(database, voted, clock);
    record = new RecordTopicOutcomeHandler(database, voted, transition, determined, clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  const opened = async (itemId: string): Promise<StoredBallot> => {
    const answer = await open.execute(stage.person('vorsitz.hh'), itemId);
    if (!answer.ok) throw new Error('Not opened');
    return answer.ballot;
  };

  const voteFor = async (
    ballot: StoredBallot,
    given: Partial<Record<LandCode | 'BUND', VoteChoice>>,
  ): Promise<void> => {
    for (const [party, choice] of Object.entries(given)) {
      const { id: ballotId, textHash } = ballot;
      await give.execute(stage.person(`koordination.${party.toLowerCase()}`), 'castVote', {
        ballotId,
        party,
        choice,
        textHash,
      });
    }
  };

  const allSayYes = Object.fromEntries(landCodes.map((land) => [land, 'YES' as const]));

  const decided = async (given: Partial<Record<LandCode | 'BUND', VoteChoice>>, about: Partial<Topic> = {}) => {
    const { topic, itemId } = await stage.placeItem(about);
    const ballot = await opened(itemId);
    await voteFor(ballot, given);
    await close.execute(stage.person('vorsitz.hh'), { ballotId: ballot.id, expectedRevision: 1 });
    return { topic, ballot };
  };

  const determine = (topic: Topic, outcome: Outcome, { mail = 'vorsitz.hh', expectedRevision = topic.revision } = {}) =>
    record.execute(stage.person(mail), { topicId: topic.id, expectedRevision, outcome });

  const resolutionOf = async (topic: Topic, mail = 'koordination.he') =>
    (await stage.database.read(stage.person(mail), (tx) => resolutions.resolutionsByTopics(tx, [topic.id]))).get(
      topic.id,
    );

  it('is a resolution in the text as it was voted on, although the Bund is against it', async () => {
    const { topic, ballot } = await decided({ ...allSayYes, BUND: 'NO' });
    expect(await determine(topic, 'ADOPTED')).toMatchObject({
      ok: true,
      topic: { state: 'DECIDED', outcome: 'ADOPTED' },
    });
    expect(await resolutionOf(topic)).toMatchObject({
      textHash: ballot.textHash,
      clauses: [{ number: null, text: 'Die IMK nimmt den Bericht zur Kenntnis.' }],
      adoptedOn: '2026-11-10',
      outcome: 'ADOPTED',
      sessionId: stage.sessionId,
      writtenProcedureId: null,
    });
    const [stored] = await stage.arrange('SELECT state, outcome FROM ballots WHERE id = $1', [ballot.id]);
    expect(stored).toEqual({ state: 'DETERMINED', outcome: 'ADOPTED' });
  });

  it('is never adoption while a No stands, and then nothing at all is saved', async () => {
    const { topic } = await decided({ ...allSayYes, BY: 'NO' });
    expect(await determine(topic, 'ADOPTED')).toMatchObject({
      ok: false,
      refusals: [{ code: 'OUTCOME_NOT_ALLOWED', details: { obstacles: ['VOTED_AGAINST'] } }],
    });
    const [row] = await stage.arrange('SELECT state, revision FROM topics WHERE id = $1', [topic.id]);
    expect(row).toEqual({ state: 'IN_MAIN_CONFERENCE', revision: topic.revision });
    expect(codesOf(await determine(topic, 'NOT_ADOPTED'))).toEqual([]);
    expect(await resolutionOf(topic)).toBeUndefined();
  });

  it('is adoption when missing Länder say nothing, and not when nobody says Yes', async () => {
    const one = await decided({ HE: 'YES' });
    expect(codesOf(await determine(one.topic, 'ADOPTED'))).toEqual([]);
    const none = await decided({ HE: 'ABSTAIN' });
    expect(codesOf(await determine(none.topic, 'ADOPTED'))).toEqual(['OUTCOME_NOT_ALLOWED']);
  });

  it('is refused by the database too when a No stands', async () => {
    const { topic, ballot } = await decided({ BY: 'NO' });
    const forged = stage.arrange(
      `INSERT INTO resolutions (id, topic_id, conference_id, ballot_id, text_hash, outcome, title, clauses, adopted_on, release_wish, audience)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'ADOPTED', 'x', '[]', '2026-11-10', true, '{0}')`,
      [topic.id, stage.conferenceId, ballot.id, ballot.textHash],
    );
    await expect(forged).rejects.toThrow('against the No');
  });

  it.each([
    ['neither a session nor a written procedure', 'NULL', 'NULL'],
    ['both of them', '$5', 'gen_random_uuid()'],
  ])('is refused by the database when it names %s', async (_what, session, procedure) => {
    const { topic, ballot } = await decided({ HE: 'YES' });
    const values = [topic.id, stage.conferenceId, ballot.id, ballot.textHash];
    const number = procedure === 'NULL' ? 'NULL' : `'3/2026'`;
    const forged = stage.arrange(
      `INSERT INTO resolutions (id, topic_id, conference_id, ballot_id, text_hash, outcome, title, clauses, adopted_on,
         session_id, written_procedure_id, written_procedure_number, release_wish, audience)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'ADOPTED', 'x', '[]', '2026-11-10', ${session}, ${procedure}, ${number},
         true, '{0}')`,
      session === 'NULL' ? values : [...values, stage.sessionId],
    );
    await expect(forged).rejects.toThrow('resolutions_session_or_in_writing');
  });

  it.each(['geschaeftsstelle', 'koordination.hh', 'fachreferat.he', 'vorsitz.ak5'])(
    'is not determined by %s',
    async (mail) => {
      const { topic } = await decided({ HE: 'YES' });
      expect(codesOf(await determine(topic, 'ADOPTED', { mail }))).toEqual(['NOT_ENTITLED']);
    },
  );

  it('tells every reason at once, of the topic and of the ballot', async () => {
    const { topic } = await decided({ BY: 'NO' });
    expect(codesOf(await determine(topic, 'ADOPTED', { expectedRevision: 99 }))).toEqual([
      'CHANGED_MEANWHILE',
      'OUTCOME_NOT_ALLOWED',
    ]);
  });

  it('is determined once, even when asked twice at the same moment', async () => {
    const { topic } = await decided(allSayYes);
    const answers = await Promise.all([determine(topic, 'ADOPTED'), determine(topic, 'NO_RESOLUTION')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('waits for the ballot to be closed', async () => {
    const { topic, itemId } = await stage.placeItem();
    await opened(itemId);
    expect(codesOf(await determine(topic, 'ADOPTED'))).toEqual(['BALLOT_OPEN']);
  });

  it('needs a vote where the text is decided on, and none where it is not', async () => {
    const { topic } = await stage.placeItem();
    expect(codesOf(await determine(topic, 'ADOPTED'))).toContain('NO_BALLOT');
    expect(codesOf(await determine(topic, 'NOTED'))).toEqual([]);
  });

  it('is not adoption of a text that was changed after the vote; the new text is voted on anew', async () => {
    const { topic, ballot } = await decided({ HE: 'YES' });
    await stage.arrange('UPDATE topics SET proposal_text_hash = $2 WHERE id = $1', [topic.id, 'c'.repeat(64)]);
    expect(codesOf(await determine(topic, 'ADOPTED'))).toEqual(['TEXT_CHANGED_SINCE_VOTE']);
    const again = await opened(String(ballot.agendaItemId));
    expect(again.textHash).toBe('c'.repeat(64));
  });

  it('is told to all who may open the topic, each once', async () => {
    const { topic } = await decided(allSayYes);
    await determine(topic, 'ADOPTED');
    const [message] = await stage.arrange<Parameters<NotifyAllOfAdoptedResolutionJob['run']>[1]>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = 'resolution.adopted' AND data->>'topicId' = $1`,
      [topic.id],
    );
    if (message === undefined) throw new Error('Nothing was told');
    const job = new NotifyAllOfAdoptedResolutionJob(topics, new Offices(stage.clock), new Notifications(stage.clock));
    for (const turn of [message, message]) await stage.database.write(SYSTEM, (tx) => job.run(tx, turn));
    const told = await stage.arrange('SELECT FROM notifications WHERE message_id = $1', [message.id]);
    // 16 Länder and the Bund, the chair of AK V, the secretariat.
    expect(told).toHaveLength(19);
  });

  it('of a restricted topic is seen by the parties named alone, and is not meant to be published', async () => {
    const { topic } = await decided(allSayYes, { classification: 'RESTRICTED', coRegistrants: ['BY'] });
    // The Länder that do not see the ballot could not vote; one Yes is enough.
    expect(codesOf(await determine(topic, 'ADOPTED'))).toEqual([]);
    expect(await resolutionOf(topic, 'koordination.by')).toBeDefined();
    expect(await resolutionOf(topic, 'koordination.nw')).toBeUndefined();
    const released = await stage.database.read(SYSTEM, (tx) => resolutions.listReleasableOf(tx, stage.conferenceId));
    expect(released.map(({ topicId }) => topicId)).not.toContain(topic.id);
  });
});
