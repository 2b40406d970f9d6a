import type { Capacity } from '#glossary';
import type { Topic, TopicContext } from '#topics';

/** A sound topic of Hessen, in committee unless said otherwise. */
export function aTopic(given: Partial<Topic> = {}): Topic {
  const day = new Date('2026-09-01T08:00:00Z');
  return {
    id: '01990000-0000-7000-8000-000000000001',
    state: 'IN_COMMITTEE',
    title: 'Bundesweiter Warntag',
    subtitle: null,
    kind: 'RESOLUTION',
    registrant: { party: 'HE' },
    coRegistrants: [],
    restrictedTo: [],
    needToKnowGroupId: null,
    conferenceId: '01990000-0000-7000-8000-00000000000c',
    previousConferenceIds: [],
    leadCommittee: 'AK5',
    involvedCommittees: [],
    facts: 'Der Warntag hat gezeigt, wo Warnmittel fehlen.',
    rationale: 'Die Länder stimmen ihre Warnmittel ab.',
    rapporteurs: [],
    precedents: [],
    attachments: [],
    urgencyReason: null,
    isLate: false,
    chairConsentedAt: null,
    releaseWish: true,
    classification: 'INTERNAL',
    isPlaceholder: false,
    pendingInBundesrat: false,
    financialImpact: null,
    fileReference: null,
    contact: null,
    recommendation: null,
    outcome: null,
    proposalVersionId: '01990000-0000-7000-8000-0000000000f1',
    proposalTextHash: 'a'.repeat(64),
    frozenVersions: {},
    openBallotId: null,
    mergedIntoId: null,
    createdAt: day,
    submittedAt: null,
    acceptedAt: null,
    updatedAt: day,
    revision: 1,
    ...given,
  };
}

/** Someone with these capacities, well before the deadline and without input unless said otherwise. */
export function aTopicContext(capacities: readonly Capacity[], given: Partial<TopicContext> = {}): TopicContext {
  return {
    now: new Date('2026-09-02T08:00:00Z'),
    capacities: new Set(capacities),
    registrationDeadline: new Date('2026-10-21T21:59:59Z'),
    conferenceStartsOn: '2026-12-02',
    isVsNfdApproved: false,
    chairs: [],
    coordinates: [],
    registrantMayRegister: true,
    input: {},
    ...given,
  };
}
