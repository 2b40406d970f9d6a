import { capacityNames, commentRoundStateNames, type Capacity, type CommentRoundState } from '#glossary';
import type { Lifecycle } from '#platform/lifecycle';
import { saysWhatItsKindSays } from './comment-requirements.js';
import * as only from './comment-round-requirements.js';
import type { CommentRound, CommentRoundContext } from './comment-round.js';

const ofCommittee = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY'] as const;
const ofPreConference = ['SECRETARIAT', 'CHAIR'] as const;

const toOpen = [
  only.topicIsWithABody,
  only.hasText,
  only.isTheOnlyRound,
  only.namesTextOfTopic,
  only.hasSomebodyToAsk,
  only.keepsToTheTerm,
  only.isSoundQuestion,
] as const;
const toExtend = [
  only.isBeforeItsEnd,
  only.isNotOvertaken,
  only.givesReason,
  only.extendsByATerm,
  only.endsWithinAYear,
] as const;
const toClose = [only.isBeforeItsEnd, only.givesReasonUnlessAllAnswered] as const;
const toWithdraw = [only.isBeforeItsEnd, only.givesReason] as const;

/** "<action> takes a round of comments from … to …, may be done by …, and only if …" (domain.md §3) */
const rows = {
  openCommentRound: [
    {
      from: ['NEW'],
      to: 'OPEN',
      by: ofCommittee,
      requires: [only.isOfTheCommittee, ...toOpen],
      emits: 'commentRound.opened',
    },
    {
      from: ['NEW'],
      to: 'OPEN',
      by: ofPreConference,
      requires: [only.isOfThePreConference, ...toOpen],
      emits: 'commentRound.opened',
    },
  ],
  answerCommentRound: {
    from: ['OPEN'],
    to: 'UNCHANGED',
    by: ['PARTY_COORDINATOR'],
    requires: [
      only.isBeforeItsEnd,
      only.isNotOvertaken,
      only.namesParty,
      only.actsForOwnParty,
      only.isAsked,
      only.namesTextOfRound,
      saysWhatItsKindSays,
    ],
    emits: 'commentRound.answered',
  },
  /** An act of the chair with a reason (domain.md §3): of the committee's, or of the conference's. */
  extendCommentRound: [
    {
      from: ['OPEN'],
      to: 'UNCHANGED',
      by: ['COMMITTEE_CHAIR'],
      requires: [only.isOfTheCommittee, ...toExtend],
      emits: 'commentRound.extended',
    },
    {
      from: ['OPEN'],
      to: 'UNCHANGED',
      by: ['CHAIR'],
      requires: [only.isOfThePreConference, ...toExtend],
      emits: 'commentRound.extended',
    },
  ],
  /** By hand and never by itself: until then whoever has answered may still change the answer. */
  closeCommentRound: [
    {
      from: ['OPEN'],
      to: 'CLOSED',
      by: ofCommittee,
      requires: [only.isOfTheCommittee, ...toClose],
      emits: 'commentRound.closed',
    },
    {
      from: ['OPEN'],
      to: 'CLOSED',
      by: ofPreConference,
      requires: [only.isOfThePreConference, ...toClose],
      emits: 'commentRound.closed',
    },
  ],
  endCommentRound: {
    from: ['OPEN'],
    to: 'CLOSED',
    by: ['SYSTEM'],
    requires: [only.isAtItsEnd],
    emits: 'commentRound.ended',
  },
  withdrawCommentRound: [
    {
      from: ['OPEN'],
      to: 'WITHDRAWN',
      by: ofCommittee,
      requires: [only.isOfTheCommittee, ...toWithdraw],
      emits: 'commentRound.withdrawn',
    },
    {
      from: ['OPEN'],
      to: 'WITHDRAWN',
      by: ofPreConference,
      requires: [only.isOfThePreConference, ...toWithdraw],
      emits: 'commentRound.withdrawn',
    },
  ],
  /** Answers to a text that nobody decides on any more would only be mistaken for answers to the new one. */
  supersedeCommentRound: {
    from: ['OPEN'],
    to: 'WITHDRAWN',
    by: ['SYSTEM'],
    requires: [only.isBeforeItsEnd, only.isOvertakenByNow],
    emits: 'commentRound.superseded',
  },
} as const satisfies Lifecycle<CommentRound, CommentRoundState, Capacity, CommentRoundContext>['rows'];

export type CommentRoundAction = keyof typeof rows;

const labels: Readonly<Record<CommentRoundAction, string>> = {
  openCommentRound: 'Anmerkungsrunde eröffnen',
  answerCommentRound: 'Sich äußern',
  extendCommentRound: 'Frist verlängern',
  closeCommentRound: 'Runde schließen',
  endCommentRound: 'Ablauf der Frist feststellen',
  withdrawCommentRound: 'Runde zurückziehen',
  supersedeCommentRound: 'Überholte Runde beenden',
};

export const commentRoundLifecycle: Lifecycle<CommentRound, CommentRoundState, Capacity, CommentRoundContext> = {
  record: { kind: 'commentRound', label: 'Anmerkungsrunde' },
  states: commentRoundStateNames,
  capacities: capacityNames,
  rows,
  requirements: { ...only, saysWhatItsKindSays },
  labels,
};
