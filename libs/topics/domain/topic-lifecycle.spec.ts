import { describe, expect, it } from '@jest/globals';
import { capacityNames, topicStateNames, type Capacity, type TopicState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './topic-decision.js';
import { topicLifecycle, type TopicAction } from './topic-lifecycle.js';
import { aTopic, aTopicContext } from '#testing';

const deadline = new Date('2026-10-21T21:59:59Z');
const as = (capacity: Capacity, more: Parameters<typeof aTopicContext>[1] = {}) =>
  aTopicContext([capacity], { registrationDeadline: deadline, coordinates: ['BY'], ...more });

function codesOf(
  topic: ReturnType<typeof aTopic>,
  action: TopicAction,
  context: ReturnType<typeof aTopicContext>,
): readonly string[] {
  const decision = decide(topic, action, context);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
}

describe('the lifecycle of a topic', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(topicLifecycle)).toEqual([]);
  });

  it('offers each capacity in each state exactly the actions of the golden matrix', () => {
    const matrix = (Object.keys(topicStateNames) as TopicState[]).flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const actions = availableActions(topicLifecycle, aTopic({ state }), as(capacity, { input: null })).filter(
          ({ available }) => available,
        );
        return actions.length === 0
          ? []
          : [`${state} | ${capacity} | ${actions.map(({ action }) => action).join(', ')}`];
      }),
    );
    expect(matrix).toMatchSnapshot();
  });
});

describe('submitting a registration', () => {
  const draft = aTopic({ state: 'DRAFT' });

  it('is accepted one millisecond before the deadline', () => {
    const now = new Date(deadline.getTime() - 1);
    const decision = decide(draft, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR', { now }));
    expect(decision).toMatchObject({ ok: true, topic: { state: 'SUBMITTED', isLate: false, submittedAt: now } });
  });

  it('is refused at the very instant of the deadline', () => {
    expect(codesOf(draft, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR', { now: deadline }))).toEqual([
      'DEADLINE_PASSED',
    ]);
  });

  it('is accepted late with a reason for the urgency, and marked as late', () => {
    const urgent = aTopic({ state: 'DRAFT', urgencyReason: 'Anschlag vom Vortag' });
    const decision = decide(urgent, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR', { now: deadline }));
    expect(decision).toMatchObject({ ok: true, topic: { isLate: true } });
  });

  it('takes a blank reason for none', () => {
    const blank = aTopic({ state: 'DRAFT', urgencyReason: '   ' });
    expect(codesOf(blank, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR', { now: deadline }))).toEqual([
      'DEADLINE_PASSED',
    ]);
  });

  it('names everything that is missing at once', () => {
    const empty = aTopic({ state: 'DRAFT', facts: null, rationale: ' ', proposalVersionId: null });
    const decision = decide(empty, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR', { now: deadline }));
    const fields = decision.ok ? [] : decision.refusals.map(({ field }) => field);
    expect(fields).toEqual(['facts', 'rationale', 'clauses', 'urgencyReason']);
  });

  it('asks of a fireside talk no more than its title', () => {
    const talk = aTopic({ state: 'DRAFT', kind: 'FIRESIDE', facts: null, rationale: null, proposalVersionId: null });
    expect(codesOf(talk, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR'))).toEqual([]);
  });

  it('names every fault of its attachments, and takes a classified paper as lying separately', () => {
    const paper = {
      id: '01990000-0000-7000-8000-0000000000aa',
      title: 'Lagebild',
      asOf: '2026-08-31',
      originator: 'BKA',
      classification: 'VS_NFD',
      releaseWish: false,
    } as const;
    const edit = (attachments: readonly (typeof paper | { title: string })[]) =>
      codesOf(
        draft,
        'editTopic',
        as('REGISTRANT_EXPERT', {
          input: { registration: { ...draft, attachments: attachments.map((each) => ({ ...paper, ...each })) } },
        }),
      );
    expect(edit([paper])).toEqual([]);
    const talk = { ...draft, kind: 'FIRESIDE', attachments: [paper] } as const;
    const context = as('REGISTRANT_EXPERT', { input: { registration: talk } });
    expect(codesOf(draft, 'editTopic', context)).toEqual(['FIRESIDE_HAS_NO_DOCUMENTS']);
    expect(edit([{ title: ' ' }, { title: 'x'.repeat(201) }])).toEqual(['FIELD_REQUIRED', 'FIELD_TOO_LONG']);
    expect(edit(Array.from({ length: 51 }, () => paper))).toEqual(['TOO_MANY_ATTACHMENTS']);
  });

  it('is not for the expert, who drafts inside the house', () => {
    expect(codesOf(draft, 'submitTopicRegistration', as('REGISTRANT_EXPERT'))).toEqual(['NOT_ENTITLED']);
  });

  it('tells those without a right nothing of what is missing', () => {
    const empty = aTopic({ state: 'DRAFT', facts: null });
    expect(codesOf(empty, 'submitTopicRegistration', as('SECRETARIAT', { now: deadline }))).toEqual(['NOT_ENTITLED']);
  });

  it('is possible only once', () => {
    const submitted = aTopic({ state: 'SUBMITTED' });
    expect(codesOf(submitted, 'submitTopicRegistration', as('REGISTRANT_COORDINATOR'))).toEqual([
      'NOT_POSSIBLE_IN_STATE',
    ]);
  });
});

describe('taking a registration on', () => {
  const late = { state: 'SUBMITTED', isLate: true } as const;

  it('waits for the consent of the chair when the topic is late', () => {
    expect(codesOf(aTopic(late), 'acceptTopicRegistration', as('SECRETARIAT'))).toEqual(['CHAIR_CONSENT_MISSING']);
    const consented = decide(aTopic(late), 'consentToLateTopic', as('CHAIR'));
    expect(consented.ok && codesOf(consented.topic as never, 'acceptTopicRegistration', as('SECRETARIAT'))).toEqual([]);
  });

  it('needs a reason to give a registration back', () => {
    const context = as('SECRETARIAT', { input: { reason: ' ' } });
    expect(codesOf(aTopic({ state: 'SUBMITTED' }), 'returnTopicRegistration', context)).toEqual(['REASON_REQUIRED']);
  });

  it('freezes the text the registration was accepted with', () => {
    const decision = decide(
      aTopic({ state: 'SUBMITTED', proposalVersionId: 'v1' }),
      'acceptTopicRegistration',
      as('SECRETARIAT'),
    );
    expect(decision).toMatchObject({ ok: true, topic: { frozenVersions: { REGISTRATION: 'v1' } } });
  });
});

describe('the way through the bodies', () => {
  it('lets the committee chair forward from the committee, and the secretariat on the direct route only', () => {
    const input = { recommendation: 'AGREED' } as const;
    expect(
      codesOf(aTopic({ state: 'IN_COMMITTEE' }), 'forwardTopicToPreConference', as('SECRETARIAT', { input })),
    ).toEqual(['NOT_ENTITLED']);
    expect(
      codesOf(aTopic({ state: 'ACCEPTED' }), 'forwardTopicToPreConference', as('COMMITTEE_CHAIR', { input })),
    ).toEqual(['NOT_ENTITLED']);
    expect(codesOf(aTopic({ state: 'ACCEPTED' }), 'forwardTopicToPreConference', as('SECRETARIAT', { input }))).toEqual(
      [],
    );
  });

  it('cannot return to a committee where none was ever in charge', () => {
    const topic = aTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: null });
    expect(codesOf(topic, 'returnTopicToCommittee', as('CHAIR', { input: { reason: 'x' } }))).toEqual([
      'NO_LEAD_COMMITTEE',
    ]);
  });

  it('stops while a ballot is open', () => {
    const topic = aTopic({ state: 'IN_MAIN_CONFERENCE', openBallotId: 'b1' });
    expect(codesOf(topic, 'withdrawTopic', as('REGISTRANT_COORDINATOR', { input: { reason: 'x' } }))).toEqual([
      'BALLOT_OPEN',
    ]);
    expect(codesOf(topic, 'reviseProposal', as('CHAIR'))).toEqual(['BALLOT_OPEN']);
  });

  it('ends with an outcome the ballot allows', () => {
    const topic = aTopic({ state: 'IN_MAIN_CONFERENCE' });
    const input = { outcome: 'ADOPTED', allowedOutcomes: ['NOT_ADOPTED'] } as const;
    expect(codesOf(topic, 'recordTopicOutcome', as('CHAIR', { input }))).toEqual(['OUTCOME_NOT_ALLOWED']);
    const allowed = { outcome: 'NOT_ADOPTED', allowedOutcomes: ['NOT_ADOPTED'] } as const;
    expect(decide(topic, 'recordTopicOutcome', as('CHAIR', { input: allowed }))).toMatchObject({
      ok: true,
      topic: { state: 'DECIDED', outcome: 'NOT_ADOPTED' },
    });
  });

  it('records each act under the capacity in which it was done, with its reason', () => {
    const decision = decide(
      aTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK2' }),
      'returnTopicToCommittee',
      as('CHAIR', { input: { reason: ' Zahlen fehlen ' } }),
    );
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'topic.returnedToCommittee', capacity: 'CHAIR', reason: 'Zahlen fehlen' }],
    });
  });
});
