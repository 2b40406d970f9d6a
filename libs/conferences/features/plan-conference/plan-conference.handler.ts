import { Injectable } from '@nestjs/common';
import type { Season } from '#glossary';
import { WHOLE_CONFERENCE, capacitiesOn, isPartyCode, type Actor } from '#organisation';
import { Clock, berlinDay } from '#platform/clock';
import { Database, newId, type RecordEvent } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { INSTALLATION_PROFILE, type ConferenceProfile } from '../../domain/conference-profile.js';
import type { Conference, ConferenceSchedule } from '../../domain/conference.js';
import { decide, notYetPlanned, type ConferenceVerdict } from '../../domain/conference-decision.js';
import type { ConferencePlan } from '../../domain/conference-requirements.js';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { readCalendar } from '../../persistence/planning-calendar.js';
import { registrationIsInOrder, scheduleFrom } from '../../schedule.js';

export interface PlanConference {
  /** Of the conference of ministers; that of the installation unless another one is named. */
  readonly profileCode?: string | null;
  readonly number: number | null;
  /** Of its own, where the season does not say it. */
  readonly name?: string | null;
  readonly season: Season;
  readonly year: number;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Code of a Land. */
  readonly chair: string;
  /** Instead of the deadlines that follow from the first day by the profile. */
  readonly registrationDeadline?: Date | null;
  readonly directRegistrationDeadline?: Date | null;
}

export type PlanConferenceAnswer = { readonly ok: true; readonly conference: Conference } | Refused;

@Injectable()
export class PlanConferenceHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly profiles: ConferenceProfiles,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: PlanConference): Promise<PlanConferenceAnswer> {
    const { chair } = input;
    if (!isPartyCode(chair)) return unknownParty;
    return this.database.write(actor, async (tx): Promise<PlanConferenceAnswer> => {
      await this.conferences.lockPlanning(tx);
      const now = this.clock.now();
      const profile = await this.profiles.findProfile(tx, input.profileCode ?? INSTALLATION_PROFILE);
      if (profile === null) return unknownProfile;
      const asked = { ...input, chair, name: input.name?.trim() || null, place: input.place?.trim() || null };
      const schedule = scheduleOf(input, profile);
      const calendar = await readCalendar(tx, asked, profile.code);
      const plan = { ...asked, ...calendar, deadlinesAreInOrder: registrationIsInOrder(schedule, input) };
      const verdict = decide(notYetPlanned, 'planConference', {
        now,
        today: berlinDay(now),
        capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
        conferencePlan: plan,
        input: {},
      });
      if (!verdict.ok) return verdict;
      const conference = conferenceFrom(plan, profile, schedule);
      await this.conferences.save(tx, conference, [planned(actor, conference, verdict, now)]);
      return { ok: true, conference };
    });
  }
}

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'chair' });

const unknownProfile = refused({
  code: 'UNKNOWN_PROFILE',
  message: 'Diese Fachministerkonferenz gibt es hier nicht.',
  field: 'profileCode',
});

function scheduleOf(input: PlanConference, profile: ConferenceProfile): ConferenceSchedule {
  const usual = scheduleFrom(input.startsOn, input.season, profile);
  return {
    ...usual,
    registrationDeadline: input.registrationDeadline ?? usual.registrationDeadline,
    directRegistrationDeadline: input.directRegistrationDeadline ?? usual.directRegistrationDeadline,
  };
}

function conferenceFrom(
  { number, name, season, year, place, startsOn, endsOn, chair }: ConferencePlan,
  { code: profileCode, names }: ConferenceProfile,
  schedule: ConferenceSchedule,
): Conference {
  const asked = { number, season, year, place, startsOn, endsOn, chair };
  const own = { name, state: 'PLANNED', successorId: null } as const;
  return { id: newId(), profileCode, names, ...asked, ...own, ...schedule, revision: 1 };
}

function planned(actor: Actor, conference: Conference, verdict: ConferenceVerdict, now: Date): RecordEvent {
  const { id, profileCode, number, season, year, startsOn, endsOn, chair } = conference;
  return {
    type: verdict.emits,
    recordKind: 'conference',
    recordId: id,
    actorName: actor.name,
    capacity: verdict.capacity,
    reason: null,
    occurredAt: now,
    data: { profileCode, number, season, year, startsOn, endsOn, chair },
  };
}
