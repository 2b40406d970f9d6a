import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ConferenceProfileEntity } from './conference-profile.entity.js';
import { ConferenceEntity } from './conference.entity.js';
import { SessionEntity } from './session.entity.js';

export const conferencesEntities: EntityTarget<ObjectLiteral>[] = [
  ConferenceProfileEntity,
  ConferenceEntity,
  SessionEntity,
];
