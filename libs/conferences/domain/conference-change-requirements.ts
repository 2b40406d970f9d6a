import type { DeadlineKind } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import type { ConferencePlan } from './conference-requirements.js';
import type { Conference } from './conference.js';
import { isOfWholeConference, titleOfSession, type Session } from './session.js';
import { textFits } from './texts.js';

/** What a person gives along. */
export interface ConferenceActionInput {
  readonly reason?: string | null | undefined;
  /** Where the topics of a cancelled conference go on. */
  readonly successorId?: string | null | undefined;
  /** Deadlines with an instant of their own that move all the same. */
  readonly alsoMove?: readonly DeadlineKind[] | null | undefined;
}

/** What another library keeps for a conference, as far as it matters to who moves or cancels it. */
export interface ConferencePaper {
  readonly kind: 'topic' | 'agenda';
  readonly id: string;
  readonly title: string;
  readonly stateLabel: string;
  /** It moves on to the next conference, or it has gone too far: with the reason why. */
  readonly movesOn: boolean;
}

/** The conference named as the one where topics go on. */
export interface Successor {
  readonly id: string;
  readonly startsOn: string;
  /** Planned, of the same conference of ministers, and not over. */
  readonly isAhead: boolean;
}

interface Entry {
  readonly conference: Conference | null;
  readonly sessions: readonly Session[];
}

interface Asking {
  readonly today: string;
  readonly conferencePlan: ConferencePlan | null;
  readonly papers?: readonly ConferencePaper[];
  readonly successor?: Successor | null;
  readonly input: ConferenceActionInput | null;
}

type ChangeRequirement = (entry: Entry, asking: Asking) => Refusal | readonly Refusal[] | null;

const waiting: ReadonlySet<string> = new Set(['PLANNED', 'INVITED']);
const begun: ReadonlySet<string> = new Set(['IN_PROGRESS', 'CONCLUDED', 'MINUTES_DRAFT', 'MINUTES_AGREED']);

const hasMainSessionIn = ({ sessions }: Entry, states: ReadonlySet<string>): boolean =>
  sessions.some(({ body, state }) => body === 'MAIN_CONFERENCE' && states.has(state));

export const hasNotBegun: ChangeRequirement = (entry) =>
  hasMainSessionIn(entry, begun)
    ? { code: 'CONFERENCE_HAS_BEGUN', message: 'Die Hauptkonferenz ist schon eröffnet.' }
    : null;

/** What is printed in minutes stays. */
export const isNotConcluded: ChangeRequirement = (entry) =>
  hasMainSessionIn(entry, new Set([...begun].filter((state) => state !== 'IN_PROGRESS')))
    ? { code: 'CONFERENCE_CONCLUDED', message: 'Die Hauptkonferenz ist schon geschlossen.' }
    : null;

export const isNotOver: ChangeRequirement = ({ conference }, { today }) =>
  conference !== null && conference.endsOn < today
    ? { code: 'CONFERENCE_OVER', message: 'Die Konferenz ist vorbei.' }
    : null;

export const namesOtherDays: ChangeRequirement = ({ conference }, { conferencePlan: plan }) =>
  conference === null || plan === null || plan.startsOn !== conference.startsOn || plan.endsOn !== conference.endsOn
    ? null
    : { code: 'NOTHING_MOVED', message: 'Die Konferenz liegt schon an diesen Tagen.', field: 'startsOn' };

/** Committees prepare the conference; one that would meet after it is moved first. */
export const committeesMeetBefore: ChangeRequirement = ({ sessions, conference }, { conferencePlan: plan, today }) => {
  if (plan === null || conference === null || plan.endsOn < today) return null;
  const late = sessions.filter(
    ({ body, state, endsOn }) =>
      !isOfWholeConference(body) && waiting.has(state) && endsOn >= today && endsOn > plan.endsOn,
  );
  if (late.length === 0) return null;
  const names = late.map((session) => titleOfSession(session, conference.names)).join(', ');
  const message = `Nach dem neuen Ende der Konferenz würde noch tagen: ${names}. Bitte verlegen Sie diese Sitzung zuerst.`;
  return { code: 'COMMITTEE_MEETS_LATER', message, field: 'startsOn' };
};

/** The agenda of a conference is approved when it begins; from then on its days are history. */
export const agendaIsNotApproved: ChangeRequirement = (_entry, { papers = [] }) => {
  const approved = papers.find(({ kind, movesOn }) => kind === 'agenda' && !movesOn);
  if (approved === undefined) return null;
  const message = `Die Tagesordnung der Konferenz ist schon so weit: ${approved.stateLabel}.`;
  return { code: 'AGENDA_APPROVED', message, details: { agendaId: approved.id } };
};

export const papersCanMoveOn: ChangeRequirement = (_entry, { papers = [] }) =>
  papers
    .filter(({ kind, movesOn }) => kind === 'topic' && !movesOn)
    .map(({ id, title, stateLabel }) => ({
      code: 'TOPIC_TOO_FAR',
      message: `Das Thema „${title}“ kann jetzt nicht verschoben werden: ${stateLabel}.`,
      details: { topicId: id },
    }));

/** Topics that are not decided yet go on at a later conference; nothing is lost with the conference. */
export const namesWhereTopicsGoOn: ChangeRequirement = ({ conference }, { input, papers = [], successor = null }) => {
  if (input === null || conference === null) return null;
  const open = papers.filter(({ kind, movesOn }) => kind === 'topic' && movesOn).length;
  const field = 'successorId';
  if (successor === null) {
    if ((input.successorId ?? '') !== '')
      return { code: 'CONFERENCE_UNKNOWN', message: 'Diese Konferenz gibt es nicht.', field };
    const message = `Bitte wählen Sie die Konferenz, bei der es mit den noch offenen Themen weitergeht (${open}).`;
    return open === 0 ? null : { code: 'TOPICS_NEED_CONFERENCE', message, field, details: { open } };
  }
  return successor.isAhead && successor.startsOn > conference.startsOn
    ? null
    : {
        code: 'CONFERENCE_NOT_LATER',
        message: 'Die Themen gehen bei einer späteren, geplanten Konferenz weiter.',
        field,
      };
};

export const givesReason: ChangeRequirement = (_entry, { input }) => {
  if (input === null) return null;
  const reason = input.reason?.trim() ?? '';
  if (reason === '') return { code: 'REASON_REQUIRED', message: 'Bitte geben Sie einen Grund an.', field: 'reason' };
  return textFits('reason', 'Der Grund', reason);
};
