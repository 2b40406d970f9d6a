import type { PublicationState, ReleaseState } from '../generated/graphql.js';

type Tone = 'info' | 'success' | 'warning' | 'danger';

/** The colour of a state; it only repeats what the words say. */
export const releaseTones: Readonly<Record<ReleaseState, Tone>> = {
  PROPOSED: 'info',
  BLOCKED: 'warning',
  RELEASED: 'info',
  PUBLISHED: 'success',
  WITHDRAWN: 'danger',
};

export const publicationTones: Readonly<Record<PublicationState, Tone>> = {
  PREPARED: 'warning',
  APPROVED: 'success',
  DISCARDED: 'danger',
};
