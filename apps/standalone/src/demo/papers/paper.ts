import type { Classification, CommitteeCode, PartyCode, Recommendation, TopicKind } from '#glossary';

/** How far a paper of the demo has come when somebody signs in for the first time. */
export type Course =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'RETURNED'
  | 'ACCEPTED'
  | 'WITHDRAWN'
  | 'IN_COMMITTEE'
  | 'CONCLUDED'
  | 'IN_PRE_CONFERENCE'
  | 'IN_MAIN_CONFERENCE'
  /** In the main conference, with a ballot that some have voted in. */
  | 'VOTED_ON'
  /** Returned to its committee by the chair. */
  | 'SENT_BACK'
  /** Registered after the deadline, waiting for the consent of the chair. */
  | 'LATE'
  /** Registered after the deadline, with the consent of the chair on the direct route. */
  | 'LATE_ACCEPTED';

/** A registration that somebody of the demo wrote. Everything in it is invented. */
export interface DemoPaper {
  readonly registrant: PartyCode | CommitteeCode;
  readonly course: Course;
  readonly title: string;
  readonly subtitle?: string;
  /** Default: a resolution. */
  readonly kind?: TopicKind;
  readonly coRegistrants?: readonly PartyCode[];
  readonly classification?: Classification;
  readonly isPlaceholder?: true;
  /** The lead first; none on the direct route. */
  readonly committees?: readonly [CommitteeCode, ...CommitteeCode[]];
  readonly facts?: string;
  readonly rationale?: string;
  readonly clauses?: readonly string[];
  /** The text as the committee rewrote it. */
  readonly committeeClauses?: readonly string[];
  readonly recommendation?: Recommendation;
  readonly urgencyReason?: string;
  readonly fileReference?: string;
  readonly financialImpact?: string;
  /** Why it was returned, sent back, concluded or withdrawn. */
  readonly reason?: string;
}
