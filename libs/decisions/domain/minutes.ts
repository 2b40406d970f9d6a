import type {
  AgendaList,
  BodyCode,
  Capacity,
  Classification,
  LandCode,
  MinutesObjectionState,
  MinutesState,
  Outcome,
  PartyCode,
  VoteChoice,
} from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';
import type { ResolutionClause } from './resolution.js';

/** An objection of a party to the wording of one version, as a whole or in one entry. */
export interface MinutesObjection {
  readonly id: string;
  readonly agendaItemId: string | null;
  readonly version: number;
  readonly party: PartyCode;
  readonly text: string;
  readonly state: MinutesObjectionState;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
}

/** The minutes of one session (Beschlussniederschrift). They are written from the data, version by version. */
export interface Minutes {
  readonly id: string;
  readonly sessionId: string;
  readonly conferenceId: string;
  /** Whose session it was; the first led. */
  readonly bodies: readonly BodyCode[];
  readonly state: MinutesState | 'NEW';
  /** Number of the version that counts. */
  readonly version: number;
  /** Objections to the wording are accepted before this instant. */
  readonly objectionsUntil: Date | null;
  readonly circulatedAt: Date | null;
  readonly agreedAt: Date | null;
  readonly draftedAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
  readonly objections: readonly MinutesObjection[];
}

/** What the minutes say of one agenda item, as it was when the version was written. */
export interface MinutesEntry {
  readonly agendaItemId: string;
  readonly topicId: string;
  readonly number: string | null;
  readonly list: AgendaList;
  readonly title: string;
  readonly subtitle: string | null;
  readonly rapporteurs: readonly string[];
  /** Note on history (Vorgang). */
  readonly precedents: readonly string[];
  readonly fileReference: string | null;
  readonly classification: Classification;
  readonly isMeantForRelease: boolean;
  readonly outcome: Outcome | null;
  /** Why the item was removed. */
  readonly removal: string | null;
  readonly resolution: { readonly textHash: string; readonly clauses: readonly ResolutionClause[] } | null;
  /** The text that stands beside the adopted one when it has been corrected. */
  readonly correction: { readonly number: number; readonly clauses: readonly ResolutionClause[] } | null;
  /** What a committee or the pre-conference made of the item; missing in what was written of the main conference alone. */
  readonly conclusion?: MinutesConclusion | null;
  readonly statements: readonly MinutesStatement[];
  readonly attachments: readonly MinutesAttachment[];
  readonly vote: MinutesVote | null;
  /** What the secretariat notes on how it went. */
  readonly note: string | null;
}

/** How an item ended before a body that votes on nothing, and the text it went on with. */
export interface MinutesConclusion {
  /** "Empfehlung: Einvernehmlich empfohlen" */
  readonly ending: string;
  /** What the body says with it. */
  readonly remark: string | null;
  readonly clauses: readonly ResolutionClause[];
}

export interface MinutesStatement {
  readonly party: PartyCode;
  readonly cosigners: readonly PartyCode[];
  readonly text: string;
}

export interface MinutesAttachment {
  readonly title: string;
  readonly asOf: string | null;
  readonly originator: string | null;
  readonly classification: Classification;
  readonly releaseWish: boolean;
}

/** For the annex: what each Land voted. The Bund has a position and no vote. */
export interface MinutesVote {
  readonly votes: readonly {
    readonly party: LandCode;
    readonly choice: VoteChoice | null;
    readonly onBehalfBy: string | null;
    /** Who sat for the Land; null when it is not known. */
    readonly representedBy: string | null;
  }[];
  readonly bundPosition: VoteChoice | null;
  readonly bundRepresentedBy: string | null;
}

/** What a person gives along with an action. */
export interface MinutesActionInput {
  readonly party?: PartyCode | undefined;
  readonly text?: string | undefined;
  readonly agendaItemId?: string | null | undefined;
  /** The version the person has read. */
  readonly version?: number | undefined;
  readonly objectionId?: string | undefined;
  /** Objections that the new version answers. */
  readonly resolves?: readonly string[] | undefined;
  readonly reason?: string | null | undefined;
  readonly objectionsUntil?: Date | null | undefined;
}

export interface MinutesContext extends DecisionContext<Capacity> {
  readonly actorName: string;
  readonly ownParties: readonly PartyCode[];
  /** Whether the session has been concluded. */
  readonly sessionIsOver: boolean;
  /** Items of the agenda on which the minutes have something to say; objections may name them. */
  readonly agendaItemIds: ReadonlySet<string>;
  readonly input: MinutesActionInput | null;
}

/** Bodies that belong to no conference as a whole: officers of their own write and agree their minutes. */
export function committeesOf({ bodies }: Pick<Minutes, 'bodies'>): readonly BodyCode[] {
  return bodies.filter((code) => code !== 'PRE_CONFERENCE' && code !== 'MAIN_CONFERENCE');
}

export function openObjections({ objections }: Pick<Minutes, 'objections'>): readonly MinutesObjection[] {
  return objections.filter(({ state }) => state === 'OPEN');
}

export const LONGEST_OBJECTION = 5_000;
