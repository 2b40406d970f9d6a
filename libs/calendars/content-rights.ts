import { assignmentsInForce, type Actor } from '#organisation';

/** The technical administration has no right to content, nor has whoever holds no office today. */
export function hasRightToContent(actor: Actor): boolean {
  return assignmentsInForce(actor).some(({ role }) => role !== 'ADMIN');
}
