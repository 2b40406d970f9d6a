import {
  committeeCodes,
  type AgendaItemState,
  type AgendaList,
  type AgendaState,
  type BodyCode,
  type Capacity,
  type Outcome,
  type PartyCode,
  type Recommendation,
  type TopicKind,
  type TopicState,
} from '#glossary';
import type { DecisionContext } from '#platform/lifecycle';

/** General points first, then one group per working committee. */
export const agendaGroups = ['GENERAL', ...committeeCodes] as const;
export type AgendaGroup = (typeof agendaGroups)[number];

/** The agenda (Tagesordnung) of a conference or of the session of another body, with every item that was ever on it. */
export interface Agenda {
  readonly id: string;
  readonly conferenceId: string;
  /** The session it is for; null for the agenda of the main conference, which a conference has one of. */
  readonly sessionId: string | null;
  /** Whose agenda it is: several bodies may sit jointly, the first leads. */
  readonly bodies: readonly BodyCode[];
  /** The bodies under which these stand in the tree, up to the committees: their officers prepare it too. */
  readonly above: readonly BodyCode[];
  readonly state: AgendaState | 'NEW';
  readonly circulatedAt: Date | null;
  /** When each supplement (Nachtrag) was circulated, the first one first. */
  readonly supplements: readonly Date[];
  /** Since then the block is voted on, and the consent list stays as it is. */
  readonly consentListClosedAt: Date | null;
  readonly items: readonly AgendaItem[];
  readonly explanations: readonly Explanation[];
  readonly revision: number;
}

/**
 * Why a topic meant for the conference is not on the agenda. It holds as long as the topic is where it was and nobody
 * has said something else; what was said before stays.
 */
export interface Explanation {
  readonly topicId: string;
  /** The first that was given of this topic is 1. */
  readonly number: number;
  readonly topicState: TopicState;
  readonly explanation: string;
  /** Name of the person. */
  readonly explainedBy: string;
  readonly explainedAt: Date;
}

/** An item (TOP). Its number says how it is called, its position where it stands: two different things. */
export interface AgendaItem {
  readonly id: string;
  readonly topicId: string;
  /** Null until it has been circulated, with the agenda or with a supplement; then fixed for ever. */
  readonly number: string | null;
  /** The supplement it came with, from 1; null for what was circulated with the agenda itself, or not yet. */
  readonly supplement: number | null;
  /** Orders the items of its group, from 1; to a reader who does not see them all it has gaps, so it is shown to nobody. */
  readonly position: number;
  readonly group: AgendaGroup;
  readonly list: AgendaList;
  readonly state: AgendaItemState;
  readonly title: string;
  readonly subtitle: string | null;
  /** Why it was last moved, or why it was removed. */
  readonly reason: string | null;
  /** The party that asked for it to be discussed instead of being adopted with the block. */
  readonly pulledOffBy: PartyCode | null;
  readonly placedAt: Date;
  /** When its readers got it; null until it has been circulated. */
  readonly circulatedAt: Date | null;
  /** How this appearance ended. The topic keeps one identity and may appear again, here or on a later agenda. */
  readonly outcome: Outcome | null;
  readonly decidedAt: Date | null;
  /** When its topic left this agenda. Should it come back, it gets an item of its own. */
  readonly topicDepartedAt: Date | null;
  /** Audience of a restricted topic: of those who read the agenda only they read the item. Null for all others. */
  readonly restrictedTo: readonly number[] | null;
}

/** What an agenda needs to know of a topic that is meant for its conference. */
export interface ConferenceTopic {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly kind: TopicKind;
  readonly state: TopicState;
  readonly leadCommittee: BodyCode | null;
  readonly involvedCommittees: readonly BodyCode[];
  readonly recommendation: Recommendation | null;
  readonly restrictedTo: readonly number[] | null;
}

/** Where an agenda belongs. */
export type AgendaOf = Pick<Agenda, 'conferenceId' | 'sessionId' | 'bodies' | 'above'>;

/** The agenda of the main conference of this conference. */
export function ofMainConference(conferenceId: string): AgendaOf {
  return { conferenceId, sessionId: null, bodies: ['MAIN_CONFERENCE'], above: [] };
}

/** The agenda of a session; the main conference has one agenda, whatever its sessions. */
export function agendaOfSession(
  { id, conferenceId, bodies }: Pick<AgendaOf, 'conferenceId' | 'bodies'> & { readonly id: string },
  above: readonly BodyCode[],
): AgendaOf {
  if (bodies[0] === 'MAIN_CONFERENCE') return ofMainConference(conferenceId);
  return { conferenceId, sessionId: id, bodies, above };
}

/** The committees whose agenda it is; none for the pre-conference and the main conference. */
export function committeesOf({ bodies }: Pick<Agenda, 'bodies'>): readonly BodyCode[] {
  return bodies.filter((code) => code !== 'PRE_CONFERENCE' && code !== 'MAIN_CONFERENCE');
}

export function isOfMainConference({ sessionId }: Pick<Agenda, 'sessionId'>): boolean {
  return sessionId === null;
}

/** An agenda before anything is on it. */
export function newAgenda(id: string, { conferenceId, sessionId, bodies, above }: AgendaOf): Agenda {
  return {
    id,
    conferenceId,
    sessionId,
    bodies,
    above,
    state: 'NEW',
    circulatedAt: null,
    supplements: [],
    consentListClosedAt: null,
    items: [],
    explanations: [],
    revision: 0,
  };
}

/** Numbers are fixed and every party sees the agenda. */
export function isCirculated({ circulatedAt }: Pick<Agenda, 'circulatedAt'>): boolean {
  return circulatedAt !== null;
}

/** Parties hold it in their hands. What was added since then is a draft until the next supplement. */
export function isItemCirculated({ number }: Pick<AgendaItem, 'number'>): boolean {
  return number !== null;
}

/** Its topic is still dealt with under this item, or nobody decided yet what becomes of it. */
export function stands({ topicDepartedAt }: Pick<AgendaItem, 'topicDepartedAt'>): boolean {
  return topicDepartedAt === null;
}

/** The order in which items are read: by group, then by position. */
export function inAgendaOrder<Item extends Pick<AgendaItem, 'id' | 'group' | 'position'>>(
  items: readonly Item[],
): Item[] {
  const rank = ({ group }: Item) => agendaGroups.indexOf(group);
  return [...items].sort((a, b) => rank(a) - rank(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The item somebody acts on or asks about; undefined when none is named, or the agenda has no such item. */
export function itemInQuestion({ items }: Agenda, { input, itemAskedAbout }: AgendaContext): AgendaItem | undefined {
  const named = input === null ? itemAskedAbout : input.itemId;
  return items.find(({ id }) => id === named);
}

/** What a person gives along with an action. */
export interface AgendaActionInput {
  readonly reason?: string | null | undefined;
  readonly itemId?: string | undefined;
  readonly topicId?: string | undefined;
  readonly explanation?: string | undefined;
  readonly position?: number | undefined;
  readonly list?: AgendaList | null | undefined;
  /** In whose name; may be left out by who coordinates one party. */
  readonly party?: PartyCode | null | undefined;
  /** Ids for items that may come onto the agenda; as many as there are topics. */
  readonly newItemIds?: readonly string[] | undefined;
}

export interface AgendaContext extends DecisionContext<Capacity> {
  /** Every topic meant for the conference, as it is now. */
  readonly topics: readonly ConferenceTopic[];
  readonly actorName: string;
  /** The parties the person coordinates. */
  readonly ownParties: readonly PartyCode[];
  /** While only asking which actions are available: of which item, when it is asked of one. */
  readonly itemAskedAbout?: string;
  /** Null while only asking which actions are available: then nothing that a person still has to enter is missing. */
  readonly input: AgendaActionInput | null;
}
