import {
  agendaListNames,
  shortNameOf,
  type AdoptionRule,
  type AgendaList,
  type BodyCode,
  type DiscussionDemand,
  type HolidayRule,
  type ScheduleUnit,
  type SilenceRule,
} from '#glossary';

export type { SilenceRule } from '#glossary';

/** The profile by which the installation's own conference of ministers is planned unless another one is named. */
export const INSTALLATION_PROFILE = 'IMK';

/** What a conference of ministers calls itself, its bodies and its papers. */
export interface ConferenceNames {
  /** "Ständige Konferenz der Innenminister und -senatoren der Länder". */
  readonly conference: string;
  /** The same after "der": "Ständigen Konferenz …". */
  readonly conferenceGenitive: string;
  /** "IMK". */
  readonly shortName: string;
  /** "Geschäftsstelle". */
  readonly office: string;
  readonly writtenProcedure: string;
  /** Numbering label of written procedures: "Umlaufbeschluss" 3/2026. */
  readonly writtenResolution: string;
  /** Short names of bodies where they differ from the usual ones. */
  readonly bodies: Readonly<Partial<Record<BodyCode, string>>>;
  /** Names of the lists of the agenda where they differ from the usual ones. */
  readonly lists: Readonly<Partial<Record<AgendaList, string>>>;
}

/** What somebody edits of a profile. Weeks count back from the first day of the main conference, days are working days. */
export interface ProfileValues {
  /** "Innenministerkonferenz". */
  readonly name: string;
  readonly registrationWeeks: number;
  readonly committeesFromWeeks: number;
  readonly committeesToWeeks: number;
  readonly directRegistrationWeeks: number;
  readonly agendaDraftWeeks: number;
  readonly preConferenceWeeks: number;
  readonly finalPapersWeeks: number;
  /** A special session is called at short notice: for it the same numbers may count days. */
  readonly specialScheduleUnit: ScheduleUnit;
  readonly commentFromDays: number;
  readonly commentToDays: number;
  readonly writtenProcedureDays: number;
  readonly writtenProcedureUrgentDays: number;
  /** So many hours a written procedure is open at least, however urgent; none on an installation for tests. */
  readonly writtenProcedureLeavesHours: number;
  /** Which days are no working days for all Länder together. */
  readonly holidayRule: HolidayRule;
  readonly adoptionRule: AdoptionRule;
  /** So many Länder must say yes at least; abstention alone adopts nothing. */
  readonly minYes: number;
  /** In its sessions. */
  readonly silenceRule: SilenceRule;
  /** In writing, unless the chair names another rule; the invitation prints it. */
  readonly writtenProcedureSilenceRule: SilenceRule;
  readonly mayDemandDiscussion: DiscussionDemand;
  readonly names: ConferenceNames;
}

/** All assumptions about one conference of ministers, as data (domain.md §3). */
export interface ConferenceProfile extends ProfileValues {
  readonly id: string;
  readonly code: string;
  readonly revision: number;
}

/** The short name of a body, as this conference of ministers calls it. */
export function bodyNameIn({ bodies }: ConferenceNames, body: BodyCode): string {
  return bodies[body] ?? shortNameOf(body);
}

/** The name of a list of the agenda, as this conference of ministers calls it. */
export function listNameIn({ lists }: ConferenceNames, list: AgendaList): string {
  return lists[list] ?? agendaListNames[list];
}
