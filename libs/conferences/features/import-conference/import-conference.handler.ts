import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { PartyCode, Season } from '#glossary';
import { capacitiesOn, SYSTEM, WHOLE_CONFERENCE } from '#organisation';
import { berlinDay, Clock, ZONE } from '#platform/clock';
import { Database, newId, type RecordEvent } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { INSTALLATION_PROFILE, type ConferenceProfile } from '../../domain/conference-profile.js';
import type { Conference } from '../../domain/conference.js';
import { decide, notYetPlanned, type ConferenceVerdict } from '../../domain/conference-decision.js';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { readCalendar } from '../../persistence/planning-calendar.js';
import { scheduleFrom } from '../../schedule.js';

export interface ImportConference {
  readonly number: number | null;
  readonly season: Season;
  readonly year: number;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly chair: PartyCode;
}

export type ImportConferenceAnswer = { readonly ok: true; readonly conference: Conference } | Refused;

/** Takes a past conference from the archive. An act of the system: no person can add to the past. */
@Injectable()
export class ImportConferenceHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly profiles: ConferenceProfiles,
    private readonly clock: Clock,
  ) {}

  async execute(input: ImportConference): Promise<ImportConferenceAnswer> {
    return this.database.write(SYSTEM, async (tx): Promise<ImportConferenceAnswer> => {
      await this.conferences.lockPlanning(tx);
      const now = this.clock.now();
      const profile = await this.profiles.findProfile(tx, INSTALLATION_PROFILE);
      if (profile === null) throw new Error('There is no profile of the installation');
      const calendar = await readCalendar(tx, input, profile.code);
      const verdict = decide(notYetPlanned, 'importConference', {
        now,
        today: berlinDay(now),
        capacities: capacitiesOn(SYSTEM, WHOLE_CONFERENCE),
        conferencePlan: { ...input, ...calendar, name: null, deadlinesAreInOrder: true },
        input: {},
      });
      if (!verdict.ok) return verdict;
      const conference = conferenceFrom(input, profile);
      await this.conferences.save(tx, conference, [imported(conference, verdict)]);
      return { ok: true, conference };
    });
  }
}

function conferenceFrom(input: ImportConference, profile: ConferenceProfile): Conference {
  const { code: profileCode, names } = profile;
  const schedule = scheduleFrom(input.startsOn, input.season, profile);
  const own = { name: null, state: 'PLANNED', successorId: null } as const;
  return { ...input, ...own, id: newId(), profileCode, names, ...schedule, revision: 1 };
}

/** As if it had been noted when the conference ended: at noon of its last day. */
export function noonOfLastDay({ endsOn }: Pick<Conference, 'endsOn'>): Date {
  return DateTime.fromISO(endsOn, { zone: ZONE }).set({ hour: 12 }).toJSDate();
}

function imported(conference: Conference, verdict: ConferenceVerdict): RecordEvent {
  const { id, number, season, year, startsOn, endsOn, chair } = conference;
  return {
    type: verdict.emits,
    recordKind: 'conference',
    recordId: id,
    actorName: SYSTEM.name,
    capacity: verdict.capacity,
    reason: null,
    occurredAt: noonOfLastDay(conference),
    data: { number, season, year, startsOn, endsOn, chair },
  };
}
