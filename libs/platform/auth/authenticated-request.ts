/** What sign-in leaves on every HTTP request. */
export interface AuthenticatedRequest {
  /** Who asks; null for somebody not signed in. The technical ground does not know what an actor is made of. */
  actor: unknown;
  /** Appears in the log and in the answer to a fault, so that both can be brought together. */
  requestId: string;
}
