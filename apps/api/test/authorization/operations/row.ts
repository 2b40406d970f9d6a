import type { Topic } from '#topics';
import type { GraphqlAnswer } from '../../caller.js';
import type { Ground } from '../ground.js';

export interface Call {
  readonly input?: Readonly<Record<string, unknown>>;
  /** Variables of a query; mutations have an input. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whether what was prepared is there for the person; by default, whether there was an answer without refusal. */
  readonly shows?: (answer: GraphqlAnswer) => boolean | Promise<boolean>;
}

export interface Row {
  readonly operation: string;
  /** The starting point, as authorization.md calls it. */
  readonly given: string;
  readonly query?: string;
  prepare(ground: Ground): Promise<Call>;
}

export const draft: Partial<Topic> = {
  state: 'DRAFT',
  submittedAt: null,
  acceptedAt: null,
  leadCommittee: null,
  urgencyReason: 'Die Lage hat sich geändert.',
};
const day = new Date('2026-11-09T09:00:00Z');
export const submitted: Partial<Topic> = { ...draft, state: 'SUBMITTED', submittedAt: day };
export const accepted: Partial<Topic> = { ...submitted, state: 'ACCEPTED', acceptedAt: day };
export const inCommittee: Partial<Topic> = { ...accepted, state: 'IN_COMMITTEE', leadCommittee: 'AK5' };
export const inPreConference: Partial<Topic> = { ...inCommittee, state: 'IN_PRE_CONFERENCE' };
export const inMainConference: Partial<Topic> = { ...inCommittee, state: 'IN_MAIN_CONFERENCE' };
export const reason = 'So ist es vereinbart.';
export const clauses = [{ text: 'Die IMK nimmt den Bericht zur Kenntnis.' }];

export function mutation(
  operation: string,
  given: string,
  prepare: (ground: Ground) => Promise<Call['input'] & object>,
): Row {
  return { operation, given, prepare: async (ground) => ({ input: await prepare(ground) }) };
}

export function onTopic(operation: string, given: string, topic: Partial<Topic>, input: object = {}): Row {
  return mutation(operation, given, async (ground) => ({ ...(await ground.topic(topic)), ...input }));
}

export interface Identified {
  readonly id: string;
}

export function always(operation: string, selection: string): Row {
  return { operation, given: 'jederzeit', query: `{ ${operation} { ${selection} } }`, prepare: async () => ({}) };
}
