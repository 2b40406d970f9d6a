import { Injectable } from '@nestjs/common';
import type { Season } from '#glossary';
import { WHOLE_CONFERENCE, capacitiesOn, isPartyCode, type Actor } from '#organisation';
import { Clock, berlinDay, startOfBerlinDay } from '#platform/clock';
import { Database, newId, type RecordEvent } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { Conference, ConferenceProfile } from '../../domain/conference.js';
import { decide, notYetPlanned, type ConferenceVerdict } from '../../domain/conference-decision.js';
import type { ConferencePlan } from '../../domain/conference-requirements.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { readCalendar } from '../../persistence/planning-calendar.js';
import { scheduleFrom } from '../../schedule.js';

export interface PlanConference {
  readonly number: number | null;
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
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: PlanConference): Promise<PlanConferenceAnswer> {
    const { chair } = input;
    if (!isPartyCode(chair)) return unknownParty;
    return this.database.write(actor, async (tx): Promise<PlanConferenceAnswer> => {
      await this.conferences.lockPlanning(tx);
      const now = this.clock.now();
      const profile = await this.conferences.getProfile(tx);
      const asked = { ...input, chair, place: input.place?.trim() || null };
      const schedule = scheduleOf(input, profile);
      const calendar = await readCalendar(tx, asked, profile.code);
      const plan = { ...asked, ...calendar, deadlinesAreInOrder: areInOrder(schedule, input.startsOn) };
      const verdict = decide(notYetPlanned, 'planConference', {
        now,
        today: berlinDay(now),
        capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
        conferencePlan: plan,
        sessionPlan: null,
      });
      if (!verdict.ok) return verdict;
      const conference = conferenceFrom(plan, schedule);
      await this.conferences.save(tx, conference, profile, [planned(actor, conference, verdict, now)]);
      return { ok: true, conference };
    });
  }
}

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'chair' });

type Schedule = ReturnType<typeof scheduleFrom>;

function scheduleOf(input: PlanConference, profile: ConferenceProfile): Schedule {
  const usual = scheduleFrom(input.startsOn, profile);
  return {
    registrationDeadline: input.registrationDeadline ?? usual.registrationDeadline,
    directRegistrationDeadline: input.directRegistrationDeadline ?? usual.directRegistrationDeadline,
  };
}

function areInOrder({ registrationDeadline, directRegistrationDeadline }: Schedule, startsOn: string): boolean {
  return registrationDeadline <= directRegistrationDeadline && directRegistrationDeadline < startOfBerlinDay(startsOn);
}

function conferenceFrom(plan: ConferencePlan, schedule: Schedule): Conference {
  const { number, season, year, place, startsOn, endsOn, chair } = plan;
  return { id: newId(), number, season, year, place, startsOn, endsOn, chair, ...schedule, revision: 1 };
}

function planned(actor: Actor, conference: Conference, verdict: ConferenceVerdict, now: Date): RecordEvent {
  const { id, number, season, year, startsOn, endsOn, chair } = conference;
  return {
    type: verdict.emits,
    recordKind: 'conference',
    recordId: id,
    actorName: actor.name,
    capacity: verdict.capacity,
    reason: null,
    occurredAt: now,
    data: { number, season, year, startsOn, endsOn, chair },
  };
}
