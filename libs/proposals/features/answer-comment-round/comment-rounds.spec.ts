import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { partyCodes } from '#glossary';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { EventJobHandler } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import type { RoundAnswer } from '../../comment-round-context.js';
import { CommentRoundDeadline } from '../../comment-round-deadline.js';
import { CommentRoundTransitionHandler, type CommentRoundTransition } from '../../comment-round-transition.handler.js';
import { EndCommentRoundHandler } from '../../end-comment-round.handler.js';
import { CommentRoundOffices } from '../../persistence/comment-round-offices.js';
import { CommentRounds, type StoredRound } from '../../persistence/comment-round.repository.js';
import { CommentTerms } from '../../persistence/comment-terms.js';
import { Comments } from '../../persistence/comment.repository.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { EndOvertakenCommentRoundJob } from '../end-comment-round/end-overtaken-comment-round.job.js';
import { NotifyAskedOfCommentRoundJob } from '../notify-of-comment-round/notify-asked-of-comment-round.job.js';
import { NotifyOfEndOfCommentRoundJob } from '../notify-of-comment-round/notify-of-end-of-comment-round.job.js';
import { ReviseProposalHandler } from '../revise-proposal/revise-proposal.handler.js';
import { AnswerCommentRoundHandler, type AnswerCommentRound } from './answer-comment-round.handler.js';

const NOW = new Date('2026-11-10T09:00:00Z');
const SECOND = 1000;
const topics = new TopicRepository();
const rounds = new CommentRounds(topics);
const comments = new Comments();

let stage: ConferenceStage;
let opening: CommentRoundTransitionHandler;
let answering: AnswerCommentRoundHandler;
let ending: EndCommentRoundHandler;
let revising: ReviseProposalHandler;

beforeAll(async () => {
  stage = await aConferenceStage();
  const { database, clock } = stage;
  const proposals = new ProposalRepository();
  const transition = new TopicTransitionHandler(database, topics, new Conferences(), clock);
  opening = new CommentRoundTransitionHandler(database, topics, rounds, new CommentTerms(new Conferences()), clock);
  answering = new AnswerCommentRoundHandler(database, rounds, comments, proposals, clock);
  ending = new EndCommentRoundHandler(database, rounds, clock);
  revising = new ReviseProposalHandler(database, topics, proposals, transition, ending);
});
afterAll(() => stage.close());
beforeEach(() => stage.clock.moveTo(NOW));

const inCommittee = (given: Partial<Topic> = {}) =>
  stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5', ...given });
const open = (topic: Topic, who = 'vorsitz.ak5', workingDays = 5) =>
  opening.open(stage.person(who), { topicId: topic.id, textHash: topic.proposalTextHash ?? '', workingDays });
const roundOf = (answer: RoundAnswer): StoredRound => {
  if (!answer.ok) throw new Error(answer.refusals.map(({ code }) => code).join());
  return answer.round;
};
const opened = async (given: Partial<Topic> = {}) => roundOf(await open(await inCommittee(given)));
const answer = (
  round: StoredRound,
  party: string,
  given: Partial<AnswerCommentRound> = {},
  who = `koordination.${party}`,
) =>
  answering.execute(stage.person(who), {
    roundId: round.id,
    textHash: round.textHash,
    party: party.toUpperCase(),
    kind: 'NO_OBJECTION',
    ...given,
  });
const act = (
  round: StoredRound,
  who: string,
  given: Pick<CommentRoundTransition, 'action'> & Partial<CommentRoundTransition>,
) => opening.execute(stage.person(who), { roundId: round.id, expectedRevision: round.revision, ...given });
const codesOf = (given: RoundAnswer): readonly string[] => (given.ok ? [] : given.refusals.map(({ code }) => code));
const reread = async ({ id }: StoredRound) => {
  const found = await stage.database.read(SYSTEM, (tx) => rounds.findRound(tx, id));
  if (found === null) throw new Error('The round is gone');
  return found;
};
const saidIn = async ({ id }: StoredRound) =>
  (await stage.database.read(SYSTEM, (tx) => comments.commentsByRounds(tx, [id]))).get(id) ?? [];
const awaitedIn = async ({ id }: StoredRound) =>
  (await stage.database.read(SYSTEM, (tx) => rounds.awaitedParties(tx, [id]))).get(id) ?? [];
const deadlineOf = async ({ id }: StoredRound) => {
  const [row] = await stage.arrange<{ state: string; due: Date }>(
    `SELECT kind, subject_kind AS subject, state, due_at AS due FROM deadlines WHERE subject_id = $1`,
    [id],
  );
  return row;
};
const historyOf = async ({ id }: StoredRound) =>
  (
    await stage.arrange<{ line: string }>(
      `SELECT event || ' ' || capacity AS line FROM history WHERE record_id = $1 ORDER BY sequence`,
      [id],
    )
  ).map(({ line }) => line);

describe('Opening a round of comments', () => {
  it('asks everybody who may speak in the body, for working days counted by the profile, and sets the deadline', async () => {
    const round = await opened();
    // 18 November is a holiday in Saxony alone, which counts nationwide by the rule of the profile.
    expect(round).toMatchObject({ state: 'OPEN', body: 'AK5', closesAt: new Date('2026-11-17T22:59:59Z') });
    expect([...round.parties].sort()).toEqual([...partyCodes].sort());
    expect(await deadlineOf(round)).toEqual({
      ...{ kind: 'COMMENT_ROUND', subject: 'commentRound', state: 'OPEN' },
      due: round.closesAt,
    });
    const longer = roundOf(await open(await inCommittee(), 'geschaeftsfuehrung.ak5', 6));
    expect(longer.closesAt).toEqual(new Date('2026-11-19T22:59:59Z'));
  });

  it('asks nobody without the right to speak there, and the conference in the Vorkonferenz', async () => {
    const change = (may: boolean) =>
      stage.arrange(`UPDATE memberships SET may_declare = $1 WHERE body_code = 'AK5' AND party_code = 'TH'`, [may]);
    await change(false);
    const round = await opened();
    await change(true);
    expect(round.parties).not.toContain('TH');
    expect(codesOf(await answer(round, 'th'))).toEqual(['NOT_ASKED']);
    const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK5' });
    expect(roundOf(await open(topic, 'geschaeftsstelle')).body).toBe('PRE_CONFERENCE');
  });

  it.each([
    ['koordination.he', ['NOT_ENTITLED']],
    ['mitglied.ak5', ['NOT_ENTITLED']],
    ['gast.ak5', ['NOT_ENTITLED']],
    ['vorsitz.hh', ['NOT_ENTITLED']],
    ['vorsitz.ak2', ['NOT_FOUND']],
    ['technik', ['NOT_FOUND']],
  ])('by %s is refused: %j', async (who, codes) => {
    expect(codesOf(await open(await inCommittee(), who))).toEqual(codes);
  });

  it('happens once, though two do it at the same moment', async () => {
    const topic = await inCommittee();
    const answers = await Promise.all([open(topic), open(topic, 'geschaeftsfuehrung.ak5')]);
    expect(answers.flatMap(codesOf)).toEqual(['ROUND_EXISTS']);
  });
});

describe('Who sees a round and its answers', () => {
  const people = [
    ...['koordination.he', 'koordination.by', 'koordination.th', 'koordination.bund', 'leser.he', 'geschaeftsstelle'],
    ...['vorsitz.hh', 'mitglied.ak5', 'vorsitz.ak2', 'gast.ak5', 'technik'],
  ];
  const seeing = async ({ id }: StoredRound) => {
    const found: string[] = [];
    for (const who of people) {
      const seen = await stage.database.read(stage.person(who), async (tx) => {
        const said = (await comments.commentsByRounds(tx, [id])).get(id) ?? [];
        return [(await rounds.findRound(tx, id)) !== null, said.length > 0];
      });
      expect(seen[0]).toBe(seen[1]);
      if (seen[0]) found.push(who);
    }
    return found.join(', ');
  };

  it('is everybody who sees the topic, except guests', async () => {
    const round = await opened();
    await answer(round, 'he');
    expect(await seeing(round)).toBe(
      'koordination.he, koordination.by, koordination.th, koordination.bund, leser.he, geschaeftsstelle, vorsitz.hh, mitglied.ak5',
    );
  });

  it('is fewer for a restricted topic, follows it, and nobody is awaited who sees it no more', async () => {
    const round = await opened({ classification: 'RESTRICTED', restrictedTo: ['BY'] });
    expect(round.parties).toEqual(['BY', 'HE']);
    await answer(round, 'by');
    expect(codesOf(await answer(round, 'th'))).toEqual(['NOT_FOUND']);
    expect(await seeing(round)).toBe(
      'koordination.he, koordination.by, leser.he, geschaeftsstelle, vorsitz.hh, mitglied.ak5',
    );
    await stage.arrange('UPDATE topics SET audience = array_remove(audience, 7) || 16 WHERE id = $1', [round.topicId]);
    expect(await seeing(round)).toBe('koordination.by, koordination.th, geschaeftsstelle, vorsitz.hh, mitglied.ak5');
    expect(await awaitedIn(round)).toEqual([]);
    const [deadline] = await stage.arrange<{ same: boolean }>(
      `SELECT deadlines.audience = comment_rounds.audience AS same FROM deadlines
       JOIN comment_rounds ON comment_rounds.id = subject_id WHERE subject_id = $1`,
      [round.id],
    );
    expect(deadline).toEqual({ same: true });
  });
});

describe('Answering', () => {
  it('keeps everything that was said, and the last of each party counts', async () => {
    const round = await opened();
    await answer(round, 'he', { kind: 'REMARKS', text: ' Bitte kürzen. ' });
    const [clause] = await stage.arrange<{ id: string }>(
      `SELECT clauses -> 0 ->> 'id' AS id FROM proposal_versions WHERE id = $1`,
      [round.proposalVersionId],
    );
    const changeRequests = [{ clauseId: clause?.id ?? '', wording: 'Die IMK begrüßt den Bericht.' }];
    expect(codesOf(await answer(round, 'he', { kind: 'CHANGE_REQUEST', changeRequests }))).toEqual([]);
    expect((await saidIn(round)).map(({ party, version, kind, text }) => [party, version, kind, text])).toEqual([
      ['HE', 1, 'REMARKS', 'Bitte kürzen.'],
      ['HE', 2, 'CHANGE_REQUEST', null],
    ]);
    expect((await saidIn(round))[1]).toMatchObject({ changeRequests, textHash: round.textHash });
    expect(await awaitedIn(round)).toEqual(partyCodes.filter((party) => party !== 'HE'));
    expect((await reread(round)).revision).toBe(round.revision);
  });

  it.each([
    ['fachreferat.he', 'he', ['NOT_ENTITLED']],
    ['koordination.by', 'he', ['NOT_ENTITLED']],
    ['vorsitz.ak5', 'he', ['NOT_ENTITLED']],
    ['geschaeftsstelle', 'he', ['NOT_ENTITLED']],
    ['gast.ak5', 'he', ['NOT_FOUND']],
    ['technik', 'he', ['NOT_FOUND']],
    ['koordination.he', 'xy', ['UNKNOWN_PARTY']],
  ])('by %s for %s is refused: %j', async (who, party, codes) => {
    expect(codesOf(await answer(await opened(), party, {}, who))).toEqual(codes);
  });

  it('is possible for all in the same moment, and twice in one for the same party only one after the other', async () => {
    const round = await opened();
    const all = await Promise.all(partyCodes.map((party) => answer(round, party.toLowerCase())));
    expect(all.flatMap(codesOf)).toEqual([]);
    const twice = await Promise.all([answer(round, 'by'), answer(round, 'by', { kind: 'REMARKS', text: 'Doch.' })]);
    const added = (await saidIn(round)).filter(({ party }) => party === 'BY').map(({ version }) => version);
    expect(added).toEqual(twice.every(({ ok }) => ok) ? [1, 2, 3] : [1, 2]);
    expect([[], ['CHANGED_MEANWHILE']]).toContainEqual(twice.flatMap(codesOf));
  });

  it('is accepted a second before the deadline, and neither at it nor after it, whether or not anything swept', async () => {
    const round = await opened();
    stage.clock.moveTo(new Date(round.closesAt.getTime() - SECOND));
    expect(codesOf(await answer(round, 'he'))).toEqual([]);
    for (const late of [0, SECOND]) {
      stage.clock.moveTo(new Date(round.closesAt.getTime() + late));
      expect(codesOf(await answer(round, 'by'))).toEqual(['DEADLINE_PASSED']);
    }
    await ending.endAtDeadline(round.id);
    expect(codesOf(await answer(round, 'by'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
  });

  it('waits for whoever holds the round, and is too late when the deadline came meanwhile', async () => {
    const round = await opened();
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const { late } = await stage.database.write(SYSTEM, async (tx) => {
      await rounds.hold(tx, round.id);
      const given = { late: answer(round, 'he') };
      while ((await stage.arrange(waiting)).length === 0);
      stage.clock.moveTo(round.closesAt);
      return given;
    });
    expect(codesOf(await late)).toEqual(['DEADLINE_PASSED']);
  });
});

describe('The end of a round', () => {
  it('comes at the deadline, once, though several sweep at the same moment, and not before', async () => {
    const round = await opened();
    await ending.endAtDeadline(round.id);
    expect((await reread(round)).state).toBe('OPEN');
    stage.clock.moveTo(new Date(round.closesAt.getTime() + 60 * SECOND));
    await Promise.all([1, 2, 3].map(() => ending.endAtDeadline(round.id)));
    expect(await reread(round)).toMatchObject({ state: 'CLOSED', endedAt: round.closesAt });
    expect(await historyOf(round)).toEqual(['commentRound.opened COMMITTEE_CHAIR', 'commentRound.ended SYSTEM']);
    // That it is over is noted by the sweep, with how late that was.
    expect(await deadlineOf(round)).toMatchObject({ state: 'OPEN' });
  });

  it('is later when the chair gives more time, and the deadline moves with it', async () => {
    const round = await opened();
    const more = { action: 'extendCommentRound', reason: 'Feiertage', workingDays: 1 } as const;
    expect(codesOf(await act(round, 'geschaeftsfuehrung.ak5', more))).toEqual(['NOT_ENTITLED']);
    const longer = roundOf(await act(round, 'vorsitz.ak5', more));
    expect(longer.closesAt).toEqual(new Date('2026-11-19T22:59:59Z'));
    expect(await deadlineOf(round)).toMatchObject({ state: 'OPEN', due: longer.closesAt });
    stage.clock.moveTo(round.closesAt);
    await ending.endAtDeadline(round.id);
    expect(codesOf(await answer(round, 'he'))).toEqual([]);
    expect(codesOf(await act(round, 'vorsitz.ak5', more))).toEqual(['CHANGED_MEANWHILE']);
  });

  it('is earlier with a reason, or without when all have answered, and settles the deadline', async () => {
    const round = await opened({ classification: 'RESTRICTED', restrictedTo: ['BY'] });
    const close = { action: 'closeCommentRound' } as const;
    await answer(round, 'he');
    expect(codesOf(await act(round, 'geschaeftsfuehrung.ak5', close))).toEqual(['REASON_REQUIRED']);
    await answer(round, 'by');
    expect(roundOf(await act(round, 'geschaeftsfuehrung.ak5', close))).toMatchObject({ state: 'CLOSED', endedAt: NOW });
    expect(await deadlineOf(round)).toMatchObject({ state: 'SETTLED' });
    expect(codesOf(await answer(round, 'by'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
    const undoing = { action: 'withdrawCommentRound', reason: 'Versehen' } as const;
    expect(roundOf(await act(await opened(), 'vorsitz.ak5', undoing)).state).toBe('WITHDRAWN');
  });

  it('comes with another text, in the same transaction, and by nobody’s hand', async () => {
    const round = await opened();
    const revise = (text: string, expectedVersion: number) =>
      revising.execute(stage.person('vorsitz.ak5'), { topicId: round.topicId, expectedVersion, clauses: [{ text }] });
    // The same words are the same text.
    expect((await revise('Die IMK nimmt den Bericht zur Kenntnis.', 1)).ok).toBe(true);
    expect((await reread(round)).state).toBe('OPEN');
    expect((await revise('Die IMK begrüßt den Bericht.', 2)).ok).toBe(true);
    expect(await reread(round)).toMatchObject({ state: 'WITHDRAWN', endedAt: NOW });
    expect((await historyOf(round)).at(-1)).toBe('commentRound.superseded SYSTEM');
    expect(await deadlineOf(round)).toMatchObject({ state: 'SETTLED' });
  });
});

describe('What follows from a round', () => {
  const run = async (job: EventJobHandler, round: StoredRound, event: string, recordId = round.id) => {
    const about = { id: newId(), recordKind: 'commentRound', recordId, occurredAt: NOW, data: {} };
    await stage.database.write(SYSTEM, (tx) => job.run(tx, { ...about, event, actorPersonId: null, requestId: null }));
    const told = await stage.arrange<{ mail: string; kind: string }>(
      `SELECT split_part(mail::text, '@', 1) AS mail, kind FROM notifications JOIN people ON people.id = recipient_id
       WHERE message_id = $1 ORDER BY mail`,
      [about.id],
    );
    return { kinds: [...new Set(told.map(({ kind }) => kind))], told: told.map(({ mail }) => mail) };
  };
  const offices = () => new CommentRoundOffices(rounds, topics, new Offices(stage.clock));
  const restricted = { classification: 'RESTRICTED', restrictedTo: ['BY'] } as const;

  it('is told to those who are asked and see the topic, its end to those who asked too', async () => {
    const round = await opened(restricted);
    const notifications = new Notifications(stage.clock);
    const asking = new NotifyAskedOfCommentRoundJob(offices(), notifications);
    const asked = ['koordination.by', 'koordination.he'];
    expect(await run(asking, round, 'commentRound.opened')).toEqual({ kinds: ['comment-round-opened'], told: asked });
    expect(await run(asking, round, 'commentRound.extended')).toEqual({
      kinds: ['comment-round-extended'],
      told: asked,
    });
    const ended = new NotifyOfEndOfCommentRoundJob(offices(), notifications);
    expect(await run(ended, round, 'commentRound.ended')).toEqual({
      kinds: ['comment-round-closed'],
      told: ['geschaeftsfuehrung.ak5', ...asked, 'vorsitz.ak5'],
    });
    const ofTopic = `SELECT DISTINCT thread_id = thread_of_record('topic', $2) AS is FROM notifications WHERE record_id = $1`;
    expect(await stage.arrange(ofTopic, [round.id, round.topicId])).toEqual([{ is: true }]);
    await stage.arrange(`UPDATE topics SET restricted_to = '{}' WHERE id = $1`, [round.topicId]);
    expect((await run(asking, round, 'commentRound.extended')).told).toEqual(['koordination.he']);
  });

  it('is a duty of those who have not answered and see the topic, until the round ends', async () => {
    const round = await opened(restricted);
    const { openDuties } = new CommentRoundDeadline(ending);
    const sql = `WITH asked AS (SELECT * FROM deadlines WHERE subject_id = $1 AND kind = 'COMMENT_ROUND')
      SELECT role || ' ' || party AS who FROM (${openDuties}) AS duties ORDER BY who`;
    const expected = async (subject = round) => {
      const rows = await stage.database.read(SYSTEM, (tx) => tx.query<{ who: string }>(sql, [subject.id]));
      return rows.map(({ who }) => who);
    };
    expect(await expected()).toEqual(['PARTY_COORDINATOR BY', 'PARTY_COORDINATOR HE']);
    await answer(round, 'he');
    expect(await expected()).toEqual(['PARTY_COORDINATOR BY']);
    await stage.arrange('UPDATE topics SET audience = array_remove(audience, 2) WHERE id = $1', [round.topicId]);
    expect(await expected()).toEqual([]);
    const over = await opened(restricted);
    stage.clock.moveTo(over.closesAt);
    await ending.endAtDeadline(over.id);
    expect(await expected(over)).toEqual([]);
  });

  it('is nothing any more when the topic goes on: nobody answers, and the round ends', async () => {
    const round = await opened();
    await stage.arrange(`UPDATE topics SET state = 'IN_PRE_CONFERENCE' WHERE id = $1`, [round.topicId]);
    expect(codesOf(await answer(round, 'he'))).toEqual(['ROUND_OVERTAKEN']);
    const job = new EndOvertakenCommentRoundJob(topics, ending);
    await run(job, round, 'topic.forwardedToPreConference', round.topicId);
    await run(job, round, 'topic.forwardedToPreConference', round.topicId);
    expect((await reread(round)).state).toBe('WITHDRAWN');
    expect(await historyOf(round)).toEqual(['commentRound.opened COMMITTEE_CHAIR', 'commentRound.superseded SYSTEM']);
  });
});

describe('The database', () => {
  it('keeps text and addressees of a round, and what was answered', async () => {
    const round = await opened();
    await answer(round, 'he');
    const say = (statement: string) => expect(stage.arrange(statement, [round.id])).rejects;
    await say(`UPDATE comment_rounds SET text_hash = repeat('a', 64) WHERE id = $1`).toThrow('cannot be changed');
    await say(`UPDATE comment_rounds SET parties = '{BY}' WHERE id = $1`).toThrow('cannot be changed');
    await say('DELETE FROM comment_rounds WHERE id = $1').toThrow('cannot be removed');
    await say(`UPDATE comments SET text = 'Anders' WHERE round_id = $1`).toThrow('cannot be changed');
    await say('DELETE FROM comments WHERE round_id = $1').toThrow('cannot be changed');
    const copied = (changes: string) =>
      say(`INSERT INTO comments SELECT (jsonb_populate_record(comments, to_jsonb(comments) || ${changes})).* FROM comments
           WHERE round_id = $1`);
    await copied(`'{"version": 2, "given_at": "2026-11-17T22:59:59Z"}'`).toThrow('nobody asks');
    await copied(`'{"version": 2, "text_hash": "old"}'`).toThrow('nobody asks');
    await copied(`'{"id": "01990000-0000-7000-8000-0000000000c1"}'`).toThrow('comments_version');
    await say(
      `UPDATE topics SET proposal_text_hash = repeat('b', 64) WHERE id = (SELECT topic_id FROM comment_rounds WHERE id = $1)`,
    ).toThrow('ends with the text');
  });
});
