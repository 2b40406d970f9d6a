import { Injectable } from '@nestjs/common';
import { getMetadataArgsStorage } from 'typeorm';
import { ALL_AUDIENCE } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvents, type Tx } from '#platform/database';
import type { ConferenceProfile } from '../domain/conference-profile.js';
import { ConferenceProfileEntity } from './conference-profile.entity.js';

/** Any number, the same everywhere. */
const PROFILES_LOCK = 1_767_225_606;

/** The columns of a profile under the names of the entity, which alone knows them. */
export const profileColumns = getMetadataArgsStorage()
  .columns.filter(({ target }) => target === ConferenceProfileEntity)
  .map(({ propertyName, options }) => `${options.name ?? propertyName} AS "${propertyName}"`)
  .join(', ');

/** Profiles are no secret of the procedure: whoever is signed in may know by which rules a conference works. */
@Injectable()
export class ConferenceProfiles {
  async findProfile(tx: ReadTx, code: string): Promise<ConferenceProfile | null> {
    const [found] = await tx.prepared<ConferenceProfile>(
      'find-conference-profile',
      `SELECT ${profileColumns} FROM conference_profiles WHERE code = $1`,
      [code],
    );
    return found ?? null;
  }

  /** Locks the row until commit. */
  async lockProfile(tx: Tx, code: string): Promise<ConferenceProfile | null> {
    const [found] = await tx.query<ConferenceProfile>(
      `SELECT ${profileColumns} FROM conference_profiles WHERE code = $1 FOR UPDATE`,
      [code],
    );
    return found ?? null;
  }

  /** One creates after the other, so that a code which is free stays free until it is saved. */
  async lockAll(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [PROFILES_LOCK]);
  }

  /** By name. */
  async listProfiles(tx: ReadTx): Promise<ConferenceProfile[]> {
    return tx.prepared(
      'list-conference-profiles',
      `SELECT ${profileColumns} FROM conference_profiles ORDER BY name, code`,
    );
  }

  /** Batch for loaders, by code. */
  async profilesByCodes(tx: ReadTx, codes: readonly string[]): Promise<ReadonlyMap<string, ConferenceProfile>> {
    const rows = await tx.prepared<ConferenceProfile>(
      'conference-profiles-by-codes',
      `SELECT ${profileColumns} FROM conference_profiles WHERE code = ANY ($1::text[])`,
      [codes],
    );
    return new Map(rows.map((profile) => [profile.code, profile]));
  }

  async save(tx: Tx, profile: ConferenceProfile, events: RecordEvents): Promise<void> {
    const { code, ...values } = profile;
    const row = { ...values, names: { ...values.names } };
    const profiles = tx.repository(ConferenceProfileEntity);
    if (profile.revision === 1) await profiles.insert({ code, ...row });
    else await profiles.update({ code }, row);
    await appendHistory(tx, ALL_AUDIENCE, events);
  }
}
