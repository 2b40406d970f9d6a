import { SYSTEM_AUDIENCE, type DatabaseActor, type Tx } from '#platform/database';
import type { Actor } from '../domain/actor.js';

/** Any number, the same everywhere: whoever changes the organisation waits for whoever changes it already. */
const ORGANISATION_LOCK = 1_767_225_601;

/**
 * The actor's own hand with the system's pen: nobody but the system writes these tables, and the history still names
 * who acted. Whether the act is allowed, the lifecycle has to say before anything is saved.
 */
export function keeperFor({ personId, requestId = null }: Actor): DatabaseActor {
  return { personId, audience: [SYSTEM_AUDIENCE], requestId };
}

/** One change after the other, so that what is looked up before a decision still holds when it is saved. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ORGANISATION_LOCK]);
}
