import type { Actor } from '#organisation';
import type { RecordEvent } from '#platform/database';
import { conferenceProfileLifecycle, type AcceptedProfile } from './domain/conference-profile-lifecycle.js';

/** What the history tells of a profile: who changed what, and to which value. */
export function eventOfProfile(actor: Actor, decision: AcceptedProfile, now: Date): RecordEvent {
  return {
    type: decision.emits,
    recordKind: conferenceProfileLifecycle.record.kind,
    recordId: decision.profile.id,
    actorName: actor.name,
    capacity: decision.capacity,
    reason: null,
    occurredAt: now,
    data: decision.changed,
  };
}
