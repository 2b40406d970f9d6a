import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { berlinDay } from '#platform/clock';
import { appendHistory, type ReadTx, type RecordEvents, type Tx } from '#platform/database';
import { ALL_AUDIENCE, GUESTS_AUDIENCE } from '#organisation';
import type { ConferenceProfile } from '../domain/conference-profile.js';
import type { Conference } from '../domain/conference.js';
import { profileColumns } from './conference-profile.repository.js';
import { conferenceColumns } from './conference-rows.js';
import { ConferenceEntity } from './conference.entity.js';

/** Any number, the same everywhere: whoever plans waits for whoever plans already. */
const PLANNING_LOCK = 1_767_225_605;

/** Guests know that a conference takes place. */
const CONFERENCE_AUDIENCE: readonly number[] = [...ALL_AUDIENCE, GUESTS_AUDIENCE];

@Injectable()
export class Conferences {
  /** Null when there is no such conference, or the reader may not see it. */
  async findConference(tx: ReadTx, id: string): Promise<Conference | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.prepared<Conference>(
      'find-conference',
      `SELECT ${conferenceColumns} FROM conferences WHERE id = $1`,
      [id],
    );
    return found ?? null;
  }

  /** For a conference that another record names. Throws when it cannot be seen. */
  async getConference(tx: ReadTx, id: string): Promise<Conference> {
    const found = await this.findConference(tx, id);
    if (found === null) throw new Error(`The conference ${id} cannot be seen`);
    return found;
  }

  /** Locks the row until commit. Null when there is no such conference, or the actor may not see it. */
  async lockConference(tx: Tx, id: string): Promise<Conference | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<Conference>(
      `SELECT ${conferenceColumns} FROM conferences WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return found ?? null;
  }

  /** Latest first. */
  async listConferences(tx: ReadTx): Promise<Conference[]> {
    return tx.prepared('list-conferences', `SELECT ${conferenceColumns} FROM conferences ORDER BY starts_on DESC, id`);
  }

  /** The running or else the next conference; null when none is planned. */
  async currentConference(tx: ReadTx, now: Date): Promise<Conference | null> {
    const [current] = await tx.prepared<Conference>(
      'current-conference',
      `SELECT ${conferenceColumns} FROM conferences WHERE ends_on >= $1::date AND state <> 'CANCELLED' ORDER BY starts_on, id LIMIT 1`,
      [berlinDay(now)],
    );
    return current ?? null;
  }

  /**
   * What the conference of ministers has agreed on as of today, for what begins now; its names and its schedule the
   * conference keeps as they were when it was planned.
   */
  async profileOf(tx: ReadTx, conferenceId: string): Promise<ConferenceProfile> {
    return theOne(
      await tx.prepared(
        'profile-of-conference',
        `SELECT ${profileColumns} FROM conference_profiles
         WHERE code = (SELECT profile_code FROM conferences WHERE id = $1)`,
        [conferenceId],
      ),
    );
  }

  /** The next half-yearly conference of the same conference of ministers; null when none is planned yet. */
  async nextRegularAfter(tx: ReadTx, conferenceId: string): Promise<Conference | null> {
    const [next] = await tx.prepared<Conference>(
      'next-regular-conference',
      `SELECT ${conferenceColumns} FROM conferences JOIN
         (SELECT profile_code AS code, starts_on AS day FROM conferences WHERE id = $1) AS this
         ON profile_code = this.code AND starts_on > this.day
       WHERE season <> 'SPECIAL' AND state <> 'CANCELLED' ORDER BY starts_on, id LIMIT 1`,
      [conferenceId],
    );
    return next ?? null;
  }

  /** Planned ones under another chair than that of the term on their first day. */
  async listMischaired(tx: ReadTx): Promise<Conference[]> {
    return tx.query(
      `SELECT ${conferenceColumns} FROM conferences WHERE state = 'PLANNED' AND EXISTS (
         SELECT FROM chair_terms term WHERE starts_on BETWEEN term.valid_from AND term.valid_to
           AND term.party_code <> chair_code)
       ORDER BY starts_on, id`,
    );
  }

  /** One plans after the other, so that what is looked up before a decision still holds when it is saved. */
  async lockPlanning(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [PLANNING_LOCK]);
  }

  async save(tx: Tx, conference: Conference, events: RecordEvents): Promise<void> {
    const { chair, ...row } = conference;
    await tx.repository(ConferenceEntity).insert({ ...row, chairCode: chair, audience: [...CONFERENCE_AUDIENCE] });
    await appendHistory(tx, CONFERENCE_AUDIENCE, events);
  }

  async change(tx: Tx, { id, chair, ...row }: Conference, events: RecordEvents): Promise<void> {
    await tx.repository(ConferenceEntity).update({ id }, { ...row, chairCode: chair });
    await appendHistory(tx, CONFERENCE_AUDIENCE, events);
  }
}

function theOne(profiles: readonly ConferenceProfile[]): ConferenceProfile {
  const [profile] = profiles;
  if (profile === undefined) throw new Error('There is no profile of the conference');
  return profile;
}
