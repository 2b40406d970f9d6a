import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { landCodes, type VoteChoice } from '#glossary';
import { ProposalRepository } from '#proposals';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { DeterminedBallots } from '../../determined-ballots.js';
import { GiveVoteHandler, type BallotAnswer } from '../../give-vote.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { Resolutions } from '../../persistence/resolution.repository.js';
import { VotedBlocks } from '../../persistence/voted-blocks.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { Votes } from '../../persistence/vote.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { DissolveBlockHandler } from '../dissolve-block/dissolve-block.handler.js';
import { RecordBlockOutcomeHandler } from '../record-block-outcome/record-block-outcome.handler.js';
import { RecordTopicOutcomeHandler } from '../record-topic-outcome/record-topic-outcome.handler.js';
import { OpenBlockBallotHandler } from './open-block-ballot.handler.js';

const codesOf = (answer: { ok: true } | Extract<BallotAnswer, { ok: false }>): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);
const ballotOf = (answer: BallotAnswer): StoredBallot => {
  if (!answer.ok) throw new Error(codesOf(answer).join());
  return answer.ballot;
};

describe('The vote on the consent list', () => {
  const ballots = new Ballots();
  const agendas = new Agendas();
  const topics = new TopicRepository();
  const resolutions = new Resolutions();
  let stage: BallotStage;
  let voted: VotedTopics;
  let blocks: VotedBlocks;
  let determined: DeterminedBallots;
  let transition: TopicTransitionHandler;
  let agendaTransition: AgendaTransitionHandler;
  let placed: readonly { readonly topic: Topic; readonly itemId: string }[];

  beforeEach(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    voted = new VotedTopics(topics, agendas, ballots, new Conferences());
    blocks = new VotedBlocks(voted, agendas, ballots);
    determined = new DeterminedBallots(ballots, new Votes(), new ProposalRepository(), resolutions, agendas);
    transition = new TopicTransitionHandler(database, topics, new Conferences(), clock);
    agendaTransition = new AgendaTransitionHandler(database, agendas, clock);
    placed = [
      await stage.placeItem({ recommendation: 'AGREED', title: 'Warntag' }, 'Die IMK begrüßt den Warntag.'),
      await stage.placeItem({ recommendation: 'AGREED', title: 'Sirenen' }, 'Die IMK begrüßt Sirenen.'),
      await stage.placeItem({ title: 'Aussprache' }),
    ];
  });

  afterEach(async () => {
    await stage.close();
  });

  const agenda = async () => {
    const [row] = await stage.arrange<{ id: string; revision: number }>('SELECT id, revision FROM agendas');
    if (row === undefined) throw new Error('There is no agenda');
    return { agendaId: row.id, expectedRevision: row.revision };
  };

  const open = async (mail = 'vorsitz.hh'): Promise<BallotAnswer> =>
    new OpenBlockBallotHandler(stage.database, blocks, stage.clock).execute(stage.person(mail), await agenda());

  const cast = (block: StoredBallot, party: string, choice: VoteChoice, textHash = block.textHash) =>
    new GiveVoteHandler(stage.database, ballots, new Votes(), new Representatives(new Sessions()), stage.clock).execute(
      stage.person(`koordination.${party.toLowerCase()}`),
      'castVote',
      { ballotId: block.id, party, choice, textHash },
    );

  const refOf = ({ id, revision }: StoredBallot) => ({ ballotId: id, expectedRevision: revision });
  const close = (block: StoredBallot) =>
    new CloseBallotHandler(stage.database, voted, stage.clock).execute(stage.person('vorsitz.hh'), refOf(block));
  const record = (block: StoredBallot, mail = 'vorsitz.hh') =>
    new RecordBlockOutcomeHandler(stage.database, blocks, transition, determined, stage.clock).execute(
      stage.person(mail),
      refOf(block),
    );
  const dissolve = (block: StoredBallot, mail = 'vorsitz.hh') =>
    new DissolveBlockHandler(stage.database, voted, agendas, agendaTransition, stage.clock).execute(
      stage.person(mail),
      {
        ...refOf(block),
        reason: 'Ein Land hat mit Nein gestimmt',
      },
    );
  const pullOff = async (index: number) => {
    const { agendaId } = await agenda();
    const input = { itemId: placed[index]?.itemId ?? '', party: 'BUND' } as const;
    return agendaTransition.execute(stage.person('koordination.bund'), {
      agendaId,
      action: 'pullItemOffConsentList',
      input,
    });
  };

  const items = () =>
    stage.arrange<{ title: string; list: string; outcome: string | null }>(
      'SELECT title, list, outcome FROM agenda_items ORDER BY title',
    );

  it('is one vote on all its items, and brings about a resolution for each', async () => {
    const block = ballotOf(await open());
    expect(block).toMatchObject({ kind: 'BLOCK', topicId: null, state: 'OPEN' });
    for (const land of landCodes) expect(codesOf(await cast(block, land, 'YES'))).toEqual([]);
    const determinedBlock = ballotOf(await record(ballotOf(await close(block))));
    expect(determinedBlock).toMatchObject({ state: 'DETERMINED', outcome: 'ADOPTED' });
    const found = await stage.database.read(stage.person('leser.he'), (tx) =>
      resolutions.resolutionsByTopics(
        tx,
        placed.map(({ topic }) => topic.id),
      ),
    );
    expect([...found.values()].map(({ title, ballotId, textHash }) => [title, ballotId, textHash])).toEqual(
      expect.arrayContaining(placed.slice(0, 2).map(({ topic }) => [topic.title, block.id, topic.proposalTextHash])),
    );
    expect(found.size).toBe(2);
    expect(await items()).toEqual([
      { title: 'Aussprache', list: 'DISCUSSION', outcome: null },
      { title: 'Sirenen', list: 'CONSENT', outcome: 'ADOPTED' },
      { title: 'Warntag', list: 'CONSENT', outcome: 'ADOPTED' },
    ]);
    const states = await stage.arrange('SELECT state, open_ballot_id AS open FROM topics ORDER BY title');
    expect(states.slice(1)).toEqual([
      { state: 'DECIDED', open: null },
      { state: 'DECIDED', open: null },
    ]);
  });

  it('adopts each item as amended exactly when its text is not the one of the final papers', async () => {
    const [first, second] = placed;
    const frozen = (versionId: string | null | undefined, topicId: string | undefined) =>
      stage.arrange(`UPDATE topics SET frozen_versions = jsonb_build_object('FINAL', $1::text) WHERE id = $2`, [
        versionId,
        topicId,
      ]);
    await frozen(first?.topic.proposalVersionId, first?.topic.id);
    // The final papers of the second held the text of another item; it was changed after they were sent.
    await frozen(placed[2]?.topic.proposalVersionId, second?.topic.id);
    const block = ballotOf(await open());
    await cast(block, 'HE', 'YES');
    expect(ballotOf(await record(ballotOf(await close(block))))).toMatchObject({ outcome: 'ADOPTED' });
    const adopted = await stage.arrange('SELECT title, outcome FROM resolutions ORDER BY title');
    expect(adopted).toEqual([
      { title: 'Sirenen', outcome: 'ADOPTED_AMENDED' },
      { title: 'Warntag', outcome: 'ADOPTED' },
    ]);
    expect((await items()).map(({ outcome }) => outcome)).toEqual([null, 'ADOPTED_AMENDED', 'ADOPTED']);
  });

  it('is bound to the texts of all items: a vote for one text is none for the block', async () => {
    const block = ballotOf(await open());
    const single = placed[0]?.topic.proposalTextHash ?? '';
    expect(codesOf(await cast(block, 'HE', 'YES', single))).toEqual(['TEXT_HASH_MISMATCH']);
  });

  it('leaves out what a party has pulled off, which nobody does any more once it is open', async () => {
    expect((await pullOff(0)).ok).toBe(true);
    const block = ballotOf(await open());
    const parts = await stage.arrange('SELECT agenda_item_id AS id FROM ballot_items WHERE ballot_id = $1', [block.id]);
    expect(parts).toEqual([{ id: placed[1]?.itemId }]);
    expect((await pullOff(1)).ok).toBe(false);
  });

  it('leaves out a topic that has left the conference, and waits for one that is still on its way', async () => {
    const moveTo = (state: string) =>
      stage.arrange('UPDATE topics SET state = $2 WHERE id = $1', [placed[0]?.topic.id, state]);
    await moveTo('IN_PRE_CONFERENCE');
    expect(codesOf(await open())).toEqual(['TOPIC_NOT_IN_MAIN_CONFERENCE']);
    await moveTo('WITHDRAWN');
    const block = ballotOf(await open());
    const parts = await stage.arrange('SELECT topic_id AS id FROM ballot_items WHERE ballot_id = $1', [block.id]);
    expect(parts).toEqual([{ id: placed[1]?.topic.id }]);
  });

  it('is refused to who has not seen that an item was pulled off', async () => {
    const seen = await agenda();
    await pullOff(0);
    const handler = new OpenBlockBallotHandler(stage.database, blocks, stage.clock);
    expect(codesOf(await handler.execute(stage.person('vorsitz.hh'), seen))).toEqual(['CHANGED_MEANWHILE']);
  });

  it.each(['geschaeftsstelle', 'koordination.hh', 'vorsitz.ak5'])('is not opened by %s', async (mail) => {
    expect(codesOf(await open(mail))).toEqual(['NOT_ENTITLED']);
  });

  it('either holds an item or sees it pulled off, when both are asked at the same moment', async () => {
    const itemId = placed[0]?.itemId;
    const [opened, pulled] = await Promise.all([open(), pullOff(0)]);
    const parts = await stage.arrange('SELECT FROM ballot_items WHERE agenda_item_id = $1', [itemId]);
    const [item] = await stage.arrange<{ list: string }>('SELECT list FROM agenda_items WHERE id = $1', [itemId]);
    if (pulled.ok) {
      expect([parts.length, item?.list]).toEqual([0, 'DISCUSSION']);
      expect(codesOf(opened)).toEqual(['CHANGED_MEANWHILE']);
    } else {
      expect([parts.length, item?.list]).toEqual([1, 'CONSENT']);
      expect([opened.ok, pulled.refusals[0].code]).toEqual([true, 'CONSENT_LIST_CLOSED']);
    }
  });

  it('is none on the agenda of another body, whose items are not voted on one by one either', async () => {
    const { id: topicId } = await stage.placeTopic({ recommendation: 'AGREED' });
    const sessionId = await stage.planSession('PRE_CONFERENCE');
    const compile = new CompileAgendaHandler(
      stage.database,
      new Conferences(),
      agendas,
      agendaTransition,
      new Sessions(),
    );
    const secretariat = stage.person('geschaeftsstelle');
    const compiled = await compile.executeForSession(secretariat, sessionId);
    if (!compiled.ok) throw new Error('Not compiled');
    const { id: agendaId, items: taken } = compiled.agenda;
    await agendaTransition.execute(secretariat, { agendaId, action: 'circulateAgenda' });
    await stage.arrange(`UPDATE topics SET state = 'IN_MAIN_CONFERENCE' WHERE id = $1`, [topicId]);
    const chair = stage.person('vorsitz.hh');
    const block = new OpenBlockBallotHandler(stage.database, blocks, stage.clock);
    expect(codesOf(await block.execute(chair, { agendaId, expectedRevision: 2 }))).toEqual(['BODY_DOES_NOT_VOTE']);
    const alone = new OpenBallotHandler(stage.database, voted, stage.clock);
    expect(codesOf(await alone.execute(chair, taken[0]?.id ?? ''))).toEqual(['BODY_DOES_NOT_VOTE']);
  });

  it('is opened once when two ask at the same moment', async () => {
    const codes = (await Promise.all([open(), open()])).flatMap(codesOf);
    expect(codes).toHaveLength(1);
    expect(['CHANGED_MEANWHILE', 'BALLOT_ALREADY_OPEN', 'BLOCK_EMPTY']).toContain(codes[0]);
  });

  it('is never adoption while a No stands; dissolved, its items are discussed and voted on one by one', async () => {
    const block = ballotOf(await open());
    await cast(block, 'HE', 'YES');
    await cast(block, 'BY', 'NO');
    const closed = ballotOf(await close(block));
    expect(codesOf(await record(closed))).toEqual(['VOTED_AGAINST']);
    expect(codesOf(await dissolve(closed, 'geschaeftsstelle'))).toEqual(['NOT_ENTITLED']);
    expect(ballotOf(await dissolve(closed))).toMatchObject({ state: 'DISSOLVED', outcome: null });
    expect((await items()).map(({ list }) => list)).toEqual(['DISCUSSION', 'DISCUSSION', 'DISCUSSION']);
    const alone = new OpenBallotHandler(stage.database, voted, stage.clock);
    expect(codesOf(await alone.execute(stage.person('vorsitz.hh'), placed[0]?.itemId ?? ''))).toEqual([]);
  });

  it('does not let one of its items be voted on or end alone', async () => {
    const block = ballotOf(await open());
    await cast(block, 'HE', 'YES');
    await close(block);
    const [first] = placed;
    if (first === undefined) throw new Error('Nothing was placed');
    const alone = new OpenBallotHandler(stage.database, voted, stage.clock);
    expect(codesOf(await alone.execute(stage.person('vorsitz.hh'), first.itemId))).toEqual(['ITEM_IN_BLOCK']);
    const end = new RecordTopicOutcomeHandler(stage.database, voted, transition, determined, stage.clock);
    const { id: topicId, revision: expectedRevision } = first.topic;
    const input = { topicId, expectedRevision, outcome: 'NOTED' } as const;
    expect(codesOf(await end.execute(stage.person('vorsitz.hh'), input))).toContain('ITEM_IN_BLOCK');
  });

  it('saves nothing at all when one of its items cannot be adopted', async () => {
    const block = ballotOf(await open());
    await cast(block, 'HE', 'YES');
    const closed = ballotOf(await close(block));
    await stage.arrange(`UPDATE topics SET state = 'WITHDRAWN' WHERE id = $1`, [placed[1]?.topic.id]);
    expect(codesOf(await record(closed))).toEqual(['NOT_POSSIBLE_IN_STATE']);
    expect(await stage.arrange('SELECT id FROM resolutions')).toEqual([]);
    const [row] = await stage.arrange('SELECT state FROM ballots WHERE id = $1', [block.id]);
    expect(row).toEqual({ state: 'CLOSED' });
  });

  it('is determined once when asked twice at the same moment', async () => {
    const block = ballotOf(await open());
    await cast(block, 'HE', 'YES');
    const closed = ballotOf(await close(block));
    const answers = await Promise.all([record(closed), record(closed)]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('is refused a resolution in another text by the database too', async () => {
    const block = ballotOf(await open());
    const forged = stage.arrange(
      `INSERT INTO resolutions (id, topic_id, conference_id, ballot_id, text_hash, outcome, title, clauses, adopted_on, release_wish, audience)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'ADOPTED', 'x', '[]', '2026-11-10', true, '{0}')`,
      [placed[0]?.topic.id, stage.conferenceId, block.id, 'f'.repeat(64)],
    );
    await expect(forged).rejects.toThrow('the text that was voted on');
  });
});
