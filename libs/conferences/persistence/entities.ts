import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ConferenceProfileEntity } from './conference-profile.entity.js';
import { ConferenceEntity } from './conference.entity.js';
import { ParticipantEntity } from './participant.entity.js';
import { RepresentationEntity } from './representation.entity.js';
import { SessionBodyEntity } from './session-body.entity.js';
import { SessionInvitationEntity } from './session-invitation.entity.js';
import { SessionEntity } from './session.entity.js';

export const conferencesEntities: EntityTarget<ObjectLiteral>[] = [
  ConferenceProfileEntity,
  ConferenceEntity,
  SessionEntity,
  SessionBodyEntity,
  SessionInvitationEntity,
  ParticipantEntity,
  RepresentationEntity,
];
