import type { Capacity } from '#glossary';
import { permit, type Refused } from '#platform/lifecycle';
import type { Conference } from './conference.js';
import {
  conferenceLifecycle,
  type ConferenceAction,
  type ConferenceContext,
  type ConferenceEntry,
} from './conference-lifecycle.js';

export interface ConferenceVerdict {
  readonly ok: true;
  readonly capacity: Capacity;
  readonly emits: string;
}

export const notYetPlanned: ConferenceEntry = { state: 'NEW', conference: null };

export function asEntry(conference: Conference): ConferenceEntry {
  return { state: 'PLANNED', conference };
}

/** Decides by the table whether the plan may be carried out now. */
export function decide(
  entry: ConferenceEntry,
  action: ConferenceAction,
  context: ConferenceContext,
): ConferenceVerdict | Refused {
  return permit(conferenceLifecycle, entry, action, context);
}
