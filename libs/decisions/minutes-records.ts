import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { minutesLifecycle } from './domain/minutes-lifecycle.js';
import { MinutesObjectionEntity } from './persistence/minutes-objection.entity.js';
import { MinutesEntryEntity, MinutesVersionEntity } from './persistence/minutes-version.entity.js';
import { MinutesEntity } from './persistence/minutes.entity.js';

export const minutesEntities: readonly EntityTarget<ObjectLiteral>[] = [
  MinutesEntity,
  MinutesVersionEntity,
  MinutesEntryEntity,
  MinutesObjectionEntity,
];

export const minutesEvents: readonly string[] = [...eventLabels(minutesLifecycle).keys()];

/** What concerns nobody outside the office that did it, or what nobody waits for. */
export const minutesRecordOnlyEvents: readonly string[] = ['minutes.drafted', 'minutes.rewritten'];
