import type {
  BodyCode,
  Capacity,
  Classification,
  CommitteeCode,
  Outcome,
  PartyCode,
  ProposalStage,
  Recommendation,
  TopicKind,
  TopicState,
} from '#glossary';
import type { RegistrantRef } from '#organisation';
import type { DecisionContext } from '#platform/lifecycle';
import type { CitedPrecedent, PrecedentLink } from './precedent.js';

/**
 * A paper that belongs to a registration (Anlage, domain.md §2): what it is and whose, not the file. A classified paper is
 * named here as lying separately.
 */
export interface TopicAttachment {
  /** Stays through every edit, so that a release can name one paper. */
  readonly id: string;
  readonly title: string;
  /** ISO day of which the paper's content is (Stand). */
  readonly asOf: string | null;
  readonly originator: string | null;
  readonly classification: Classification;
  readonly releaseWish: boolean;
}

/** What a registration says (Themenanmeldung, domain.md §2), apart from its proposed resolution. */
export interface TopicRegistration {
  readonly title: string;
  readonly subtitle: string | null;
  readonly kind: TopicKind;
  readonly coRegistrants: readonly PartyCode[];
  /** Who sees a restricted topic beside its registrants; empty for any other. */
  readonly restrictedTo: readonly PartyCode[];
  readonly facts: string | null;
  readonly rationale: string | null;
  readonly rapporteurs: readonly string[];
  readonly precedents: readonly string[];
  readonly attachments: readonly TopicAttachment[];
  readonly urgencyReason: string | null;
  readonly releaseWish: boolean;
  readonly classification: Classification;
  /** It stands for papers that lie elsewhere (liegt gesondert vor): no text and no paper is kept here. */
  readonly isPlaceholder: boolean;
  readonly pendingInBundesrat: boolean;
  readonly financialImpact: string | null;
  readonly fileReference: string | null;
  readonly contact: string | null;
}

/** A topic keeps one identity from its registration through all bodies to its outcome. */
export interface Topic extends TopicRegistration {
  readonly id: string;
  readonly state: TopicState;
  readonly registrant: RegistrantRef;
  readonly conferenceId: string;
  /** Conferences it was deferred from, in this order; they list it too. */
  readonly previousConferenceIds: readonly string[];
  readonly leadCommittee: CommitteeCode | null;
  readonly involvedCommittees: readonly BodyCode[];
  readonly isLate: boolean;
  readonly chairConsentedAt: Date | null;
  readonly recommendation: Recommendation | null;
  readonly outcome: Outcome | null;
  /** Current text; the texts themselves belong to the proposals. */
  readonly proposalVersionId: string | null;
  readonly proposalTextHash: string | null;
  /** Which version each stage was closed with. */
  readonly frozenVersions: Readonly<Partial<Record<ProposalStage, string>>>;
  readonly openBallotId: string | null;
  /** The group that `restrictedTo` follows. */
  readonly needToKnowGroupId: string | null;
  /** The topic that goes on in its place. */
  readonly mergedIntoId: string | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly updatedAt: Date;
  readonly revision: number;
}

/** A topic before its first decision. */
export type TopicEntry = Omit<Topic, 'state'> & { readonly state: TopicState | 'NEW' };

/** What a person gives along with an action. */
export interface TopicActionInput {
  readonly reason?: string | undefined;
  readonly registration?: TopicRegistration | undefined;
  readonly leadCommittee?: CommitteeCode | null | undefined;
  readonly involvedCommittees?: readonly BodyCode[] | undefined;
  readonly recommendation?: Recommendation | undefined;
  /** What a body says with its recommendation. */
  readonly note?: string | undefined;
  /** The involved committee in whose name its chair speaks. */
  readonly body?: BodyCode | undefined;
  readonly outcome?: Outcome | undefined;
  /** The version just written. */
  readonly proposal?: { readonly versionId: string; readonly textHash: string } | undefined;
  /** Outcomes the ballot allows; null when there is none. */
  readonly allowedOutcomes?: readonly Outcome[] | undefined;
  readonly targetConferenceId?: string | undefined;
  /** Null when the group named does not exist or is out of use. */
  readonly restriction?: Restriction | null | undefined;
  readonly precedent?: CitedPrecedent | undefined;
  /** The link that is taken away; null when there is none that the actor may see the end of. */
  readonly removedPrecedent?: PrecedentLink | null | undefined;
  /** The party in whose name a coordinator joins, leaves or takes over. */
  readonly party?: PartyCode | undefined;
  /** The topic that survives a merge, the one that ends in it, and whether both registrants agreed. */
  readonly merge?: MergeInput | undefined;
  /** When a topic of the archive was decided. */
  readonly decidedAt?: Date | undefined;
}

export interface Restriction {
  readonly parties: readonly PartyCode[];
  readonly groupId: string | null;
}

export interface MergeInput {
  readonly survivorId: string;
  readonly isConsented: boolean;
  readonly absorbed: Pick<Topic, 'id' | 'registrant' | 'coRegistrants' | 'leadCommittee' | 'involvedCommittees'>;
}

/** A conference a topic may be moved to. */
export interface TargetConference {
  readonly id: string;
  readonly startsOn: string;
  readonly isOver: boolean;
}

export interface TopicContext extends DecisionContext<Capacity> {
  /** Last instant for a registration without urgency (domain.md §3). */
  readonly registrationDeadline: Date;
  /** First day of the conference the topic belongs to. */
  readonly conferenceStartsOn: string;
  readonly conferenceIsCancelled?: boolean;
  /** The conference named by the input; null when there is none the actor may see. */
  readonly targetConference?: TargetConference | null | undefined;
  /** Whether this installation may hold papers marked VS-NfD. */
  readonly isVsNfdApproved: boolean;
  /** Parties that the actor coordinates. */
  readonly coordinates: readonly PartyCode[];
  /** Bodies that the actor chairs. */
  readonly chairs: readonly BodyCode[];
  /** May the registrant, or the party that joins, register topics at all? (right `mayRegister`) */
  readonly registrantMayRegister: boolean;
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: TopicActionInput | null;
}
