import { describe, expect, it } from '@jest/globals';
import { capacityNames, commentRoundStateNames, type Capacity, type CommentRoundState } from '#glossary';
import { availableActions, faultsOf, permit } from '#platform/lifecycle';
import { decideRound } from './comment-round-decision.js';
import { commentRoundLifecycle, type CommentRoundAction } from './comment-round-lifecycle.js';
import type { CommentedTopic, CommentRound, CommentRoundContext, CommentRoundInput } from './comment-round.js';

const T = new Date('2026-11-17T22:59:59Z');
const before = new Date(T.getTime() - 1000);
const term = { fromDays: 5, toDays: 10 };

const aRound = (state: CommentRound['state'], changes: Partial<CommentRound> = {}): CommentRound => ({
  id: 'round-1',
  topicId: 'topic-1',
  conferenceId: 'conference-1',
  state,
  body: 'AK5',
  proposalVersionId: 'version-1',
  textHash: 'current',
  parties: ['HE', 'BY', 'BUND'],
  question: null,
  openedAt: new Date('2026-11-10T09:00:00Z'),
  openedBy: 'Kim Beispiel',
  closesAt: T,
  endedAt: null,
  revision: 1,
  ...changes,
});

const unopened = { proposalVersionId: null, textHash: null, parties: [], openedAt: null, closesAt: null } as const;

const aTopic = (changes: Partial<CommentedTopic> = {}): CommentedTopic => ({
  state: 'IN_COMMITTEE',
  leadCommittee: 'AK5',
  proposalVersionId: 'version-1',
  textHash: 'current',
  hasOpenRound: false,
  ...changes,
});

const as = (capacity: Capacity, context: Partial<CommentRoundContext> = {}): CommentRoundContext => ({
  now: before,
  capacities: new Set([capacity]),
  ownParties: capacity === 'PARTY_COORDINATOR' ? ['HE'] : [],
  topic: aTopic(),
  haveAllAnswered: false,
  term,
  clauseIds: ['clause-1', 'clause-2'],
  input: null,
  ...context,
});

const codesOf = (round: CommentRound, action: CommentRoundAction, context: CommentRoundContext): readonly string[] => {
  const result = decideRound(round, action, context);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

const inPreConference = { body: 'PRE_CONFERENCE', state: 'IN_PRE_CONFERENCE' } as const;

describe('The lifecycle of a round of comments', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(commentRoundLifecycle)).toEqual([]);
  });

  const matrix = (body: CommentRound['body'], topic: Partial<CommentedTopic>, now: Date): readonly string[] =>
    (['NEW', ...Object.keys(commentRoundStateNames)] as (CommentRoundState | 'NEW')[]).flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const context = as(capacity, { now, topic: aTopic(topic) });
        const round = aRound(state, { body, ...(state === 'NEW' ? unopened : {}) });
        const actions =
          state === 'NEW'
            ? [permit(commentRoundLifecycle, round, 'openCommentRound', context)].flatMap(({ ok }) =>
                ok ? ['openCommentRound'] : [],
              )
            : availableActions(commentRoundLifecycle, round, context).flatMap(({ action, available }) =>
                available ? [action] : [],
              );
        return actions.length === 0 ? [] : [`${state} | ${capacity} | ${actions.join(', ')}`];
      }),
    );

  it('offers in a committee exactly what the golden matrix says', () => {
    expect(matrix('AK5', {}, before)).toMatchSnapshot();
  });

  it('offers in the Vorkonferenz exactly what the golden matrix says', () => {
    expect(matrix('PRE_CONFERENCE', { state: 'IN_PRE_CONFERENCE' }, before)).toMatchSnapshot();
  });

  it('offers at the deadline nothing but the end by the system', () => {
    expect(matrix('AK5', {}, T).filter((line) => !line.startsWith('NEW'))).toEqual(['OPEN | SYSTEM | endCommentRound']);
  });

  it.each([
    ['another text', { textHash: 'next' }],
    ['a topic that went on', { state: 'IN_PRE_CONFERENCE' as const }],
    ['a topic of another committee', { leadCommittee: 'AK2' as const }],
  ])('with %s lets nobody answer or extend, and the system ends it', (_what, topic) => {
    const lines = matrix('AK5', topic, before).filter((line) => line.startsWith('OPEN'));
    expect(lines.filter((line) => /answer|extend/.test(line))).toEqual([]);
    expect(lines).toContain('OPEN | SYSTEM | supersedeCommentRound');
  });
});

describe('Opening a round', () => {
  const open = (capacity: Capacity, input: Partial<CommentRoundInput> = {}, topic: Partial<CommentedTopic> = {}) => {
    const given = { textHash: 'current', parties: ['HE'] as const, workingDays: 5, closesAt: T, ...input };
    const body = topic.state === 'IN_PRE_CONFERENCE' ? 'PRE_CONFERENCE' : 'AK5';
    return codesOf(
      aRound('NEW', { ...unopened, body }),
      'openCommentRound',
      as(capacity, { topic: aTopic(topic), input: given }),
    );
  };

  it('is the business of the body that has the topic', () => {
    const preConference = { state: 'IN_PRE_CONFERENCE' } as const;
    expect(open('COMMITTEE_CHAIR')).toEqual([]);
    expect(open('SECRETARIAT')).toEqual(['NOT_ENTITLED']);
    expect(open('CHAIR', {}, preConference)).toEqual([]);
    expect(open('COMMITTEE_SECRETARY', {}, preConference)).toEqual(['NOT_ENTITLED']);
    expect(open('PARTY_COORDINATOR')).toEqual(['NOT_ENTITLED']);
  });

  it.each([
    [4, ['TERM_OUT_OF_RANGE']],
    [5, []],
    [10, []],
    [11, ['TERM_OUT_OF_RANGE']],
    [5.5, ['TERM_OUT_OF_RANGE']],
  ])('for %d working days by a profile of 5 to 10: %j', (workingDays, codes) => {
    expect(open('COMMITTEE_CHAIR', { workingDays })).toEqual(codes);
  });

  it('needs a text that was read, somebody to ask, and no other round', () => {
    expect(open('COMMITTEE_CHAIR', { textHash: 'old' })).toEqual(['TEXT_HASH_MISMATCH']);
    expect(open('COMMITTEE_CHAIR', { parties: [] })).toEqual(['NOBODY_TO_ASK']);
    expect(open('COMMITTEE_CHAIR', { textHash: undefined }, { textHash: null })).toEqual([
      'PROPOSAL_MISSING',
      'TEXT_HASH_MISMATCH',
    ]);
    expect(open('COMMITTEE_CHAIR', {}, { hasOpenRound: true })).toEqual(['ROUND_EXISTS']);
    expect(open('COMMITTEE_CHAIR', {}, { state: 'DECIDED' })).toEqual(['TOPIC_NOT_WITH_A_BODY']);
  });

  it('freezes the text and whom it asks', () => {
    const input = {
      textHash: 'current',
      parties: ['HE', 'BUND'] as const,
      workingDays: 5,
      closesAt: T,
      question: ' ? ',
    };
    const decision = decideRound(aRound('NEW', unopened), 'openCommentRound', as('COMMITTEE_CHAIR', { input }));
    expect(decision).toMatchObject({
      ok: true,
      round: {
        state: 'OPEN',
        textHash: 'current',
        parties: ['HE', 'BUND'],
        closesAt: T,
        question: '?',
        openedAt: before,
      },
      events: [{ type: 'commentRound.opened', data: { textHash: 'current', closesAt: T.toISOString() } }],
    });
  });
});

describe('An answer', () => {
  const remarks = { kind: 'REMARKS', text: 'Bitte ergänzen.', changeRequests: [] } as const;
  const answer = (input: Partial<CommentRoundInput> = {}, now = before) =>
    codesOf(
      aRound('OPEN'),
      'answerCommentRound',
      as('PARTY_COORDINATOR', { now, input: { party: 'HE', textHash: 'current', comment: remarks, ...input } }),
    );

  it('is accepted one second before the deadline, and refused at it and after it', () => {
    expect(answer()).toEqual([]);
    expect(answer({}, T)).toEqual(['DEADLINE_PASSED']);
    expect(answer({}, new Date(T.getTime() + 1000))).toEqual(['DEADLINE_PASSED']);
  });

  it('is given in the own name, by who is asked, and for the text of the round', () => {
    expect(answer({ party: 'BY' })).toEqual(['NOT_ENTITLED']);
    expect(answer({ party: 'TH' })).toEqual(['NOT_ENTITLED', 'NOT_ASKED']);
    expect(answer({ textHash: 'old' })).toEqual(['TEXT_HASH_MISMATCH']);
    expect(answer({ party: undefined, comment: undefined })).toEqual(['FIELD_REQUIRED', 'FIELD_REQUIRED']);
  });

  it('is not offered to the coordination of a party that is not asked', () => {
    const context = as('PARTY_COORDINATOR', { ownParties: ['TH'] });
    expect(codesOf(aRound('OPEN'), 'answerCommentRound', context)).toEqual(['NOT_ASKED']);
  });

  it('says what its kind says, and names every fault at once', () => {
    const said = (comment: CommentRoundInput['comment']) => answer({ comment });
    const request = (clauseId: string, wording: string) => ({ clauseId, wording });
    const asking = { kind: 'CHANGE_REQUEST', text: null } as const;
    expect(said({ kind: 'NO_OBJECTION', text: null, changeRequests: [] })).toEqual([]);
    expect(said({ kind: 'REMARKS', text: '  ', changeRequests: [] })).toEqual(['FIELD_REQUIRED']);
    expect(said({ ...asking, changeRequests: [request('clause-2', 'Sie bittet.')] })).toEqual([]);
    expect(said({ ...asking, changeRequests: [] })).toEqual(['CHANGE_REQUEST_REQUIRED']);
    expect(said({ ...asking, changeRequests: [request('clause-9', 'x'), request('clause-9', ' ')] })).toEqual([
      'CLAUSE_UNKNOWN',
      'CLAUSE_TWICE',
      'WORDING_REQUIRED',
    ]);
    expect(said({ ...asking, changeRequests: [request('clause-1', 'x'.repeat(20_001))] })).toEqual(['CLAUSE_TOO_LONG']);
    expect(said({ kind: 'REMARKS', text: 'x'.repeat(20_001), changeRequests: [] })).toEqual(['FIELD_TOO_LONG']);
  });

  it('leaves the round as it is, and tells in its history who and how but never what', () => {
    const input = { party: 'HE', textHash: 'current', comment: remarks } as const;
    const result = decideRound(aRound('OPEN'), 'answerCommentRound', as('PARTY_COORDINATOR', { input }));
    expect(result).toMatchObject({
      ok: true,
      round: aRound('OPEN'),
      events: [{ data: { party: 'HE', kind: 'REMARKS' } }],
    });
    expect(JSON.stringify(result)).not.toContain('ergänzen');
  });
});

describe('More time', () => {
  const later = new Date('2026-11-24T22:59:59Z');
  const extend = (capacity: Capacity, input: CommentRoundInput, context: Partial<CommentRoundContext> = {}) => {
    const known = { input: { reason: 'Feiertage', workingDays: 5, closesAt: later, ...input }, ...context };
    return codesOf(aRound('OPEN'), 'extendCommentRound', as(capacity, known));
  };

  it('is an act of the chair with a reason', () => {
    expect(extend('COMMITTEE_CHAIR', {})).toEqual([]);
    expect(extend('COMMITTEE_SECRETARY', {})).toEqual(['NOT_ENTITLED']);
    expect(extend('CHAIR', {})).toEqual(['NOT_ENTITLED']);
    expect(extend('COMMITTEE_CHAIR', { reason: ' ' })).toEqual(['REASON_REQUIRED']);
    const chairs = as('CHAIR', {
      topic: aTopic(inPreConference),
      input: { reason: 'x', workingDays: 1, closesAt: later },
    });
    expect(codesOf(aRound('OPEN', { body: 'PRE_CONFERENCE' }), 'extendCommentRound', chairs)).toEqual([]);
  });

  it('is by a term of the profile at most, within a year, and only while there is time left', () => {
    expect(extend('COMMITTEE_CHAIR', { workingDays: 0 })).toEqual(['TERM_OUT_OF_RANGE']);
    expect(extend('COMMITTEE_CHAIR', { workingDays: 11 })).toEqual(['TERM_OUT_OF_RANGE']);
    expect(extend('COMMITTEE_CHAIR', { closesAt: new Date('2027-11-12T09:00:00Z') })).toEqual(['DEADLINE_TOO_FAR']);
    expect(extend('COMMITTEE_CHAIR', {}, { now: T })).toEqual(['DEADLINE_PASSED']);
  });
});

describe('The end', () => {
  const end = (action: CommentRoundAction, capacity: Capacity, context: Partial<CommentRoundContext>) =>
    codesOf(aRound('OPEN'), action, as(capacity, context));

  it('comes early without a reason only when everybody has answered', () => {
    const closing = (haveAllAnswered: boolean, reason: string) =>
      end('closeCommentRound', 'COMMITTEE_SECRETARY', { haveAllAnswered, input: { reason } });
    expect(closing(true, '')).toEqual([]);
    expect(closing(false, '')).toEqual(['REASON_REQUIRED']);
    expect(closing(false, 'Wir tagen morgen.')).toEqual([]);
  });

  it('was at the deadline, however late it is noticed', () => {
    expect(end('endCommentRound', 'SYSTEM', { input: {} })).toEqual(['STILL_RUNNING']);
    const late = as('SYSTEM', { now: new Date('2027-01-05T00:00:00Z'), input: {} });
    expect(decideRound(aRound('OPEN'), 'endCommentRound', late)).toMatchObject({
      ok: true,
      round: { state: 'CLOSED', endedAt: T },
    });
  });

  it('comes by the system only when the round is overtaken', () => {
    expect(end('supersedeCommentRound', 'SYSTEM', { input: {} })).toEqual(['STILL_ASKED']);
    expect(end('supersedeCommentRound', 'SYSTEM', { topic: aTopic({ textHash: 'next' }), input: {} })).toEqual([]);
  });

  it('is told why when the round is withdrawn', () => {
    expect(end('withdrawCommentRound', 'COMMITTEE_CHAIR', { input: { reason: '' } })).toEqual(['REASON_REQUIRED']);
    expect(end('withdrawCommentRound', 'COMMITTEE_CHAIR', { input: { reason: 'Versehen' } })).toEqual([]);
  });
});
