import type { StatementState } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { statementLifecycle, type StatementAction } from './statement-lifecycle.js';
import { standingCosignatures, type Cosignature, type Statement, type StatementContext } from './statement.js';

export interface StatementEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type DecidedStatement = Statement & { readonly state: StatementState };

export interface AcceptedStatement {
  readonly ok: true;
  readonly statement: DecidedStatement;
  readonly events: readonly [StatementEvent, ...StatementEvent[]];
}

/** The next statement and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  statement: Statement,
  action: StatementAction,
  context: StatementContext,
): AcceptedStatement | Refused {
  const verdict = permit(statementLifecycle, statement, action, context);
  if (!verdict.ok) return verdict;
  const next = {
    ...statement,
    state: verdict.to,
    updatedAt: context.now,
    ...changes(statement, action, context),
    revision: statement.revision + 1,
  };
  return { ok: true, statement: next, events: [eventOf(statement, next, verdict, context)] };
}

function changes(
  statement: Statement,
  action: StatementAction,
  { now, actorName, input, place }: StatementContext,
): Partial<DecidedStatement> {
  const announced = { announcedAt: now, isLate: place.hasBegun };
  switch (action) {
    case 'draftStatement':
      return { ...textOf(statement, input), authorName: actorName };
    case 'announceStatementOnBehalf':
      return { ...textOf(statement, input), ...announced, onBehalfBy: actorName };
    case 'editStatement':
      return editedText(statement, input, now);
    case 'announceStatement':
      return announced;
    case 'cosignStatement':
      return { cosignatures: [...statement.cosignatures, newCosignature(statement, actorName, input, now)] };
    case 'withdrawCosignature':
      return withoutCosignature(statement, input, now);
    case 'recordStatement':
      return { recordedAt: now };
    case 'withdrawStatement':
      return {};
  }
}

function textOf(
  { party }: Statement,
  input: StatementContext['input'],
): Pick<Statement, 'party' | 'text' | 'textHash'> {
  const { text, textHash } = input ?? {};
  if (text === undefined || textHash === undefined) throw new Error('A permitted statement has no text');
  return { party: input?.party ?? party, text, textHash };
}

/** The same words once more change nothing for those who joined them. */
function editedText(statement: Statement, input: StatementContext['input'], now: Date): Partial<DecidedStatement> {
  const { text, textHash } = textOf(statement, input);
  if (textHash === statement.textHash) {
    return standingCosignatures(statement).length > 0 ? { text, state: 'COSIGNED' } : { text };
  }
  const cosignatures = statement.cosignatures.map((each) =>
    each.endedAt === null ? { ...each, endedAt: now, endedBecause: 'TEXT_CHANGED' as const } : each,
  );
  return { text, textHash, cosignatures };
}

function newCosignature(
  { textHash }: Statement,
  cosignedBy: string,
  input: StatementContext['input'],
  cosignedAt: Date,
): Cosignature {
  const { party, cosignatureId: id } = input ?? {};
  if (party === undefined || id === undefined) throw new Error('A permitted co-signature was incomplete');
  return { id, party, textHash, cosignedAt, cosignedBy, endedAt: null, endedBecause: null };
}

function withoutCosignature(
  statement: Statement,
  input: StatementContext['input'],
  now: Date,
): Partial<DecidedStatement> {
  const cosignatures = statement.cosignatures.map((each) =>
    each.endedAt === null && each.party === input?.party
      ? { ...each, endedAt: now, endedBecause: 'WITHDRAWN' as const }
      : each,
  );
  const state = standingCosignatures({ cosignatures }).length > 0 ? 'COSIGNED' : 'ANNOUNCED';
  return { cosignatures, state };
}

function eventOf(
  before: Statement,
  after: Statement,
  { emits, capacity }: Permitted<string, string>,
  { input }: StatementContext,
): StatementEvent {
  const reason = (input?.reason ?? '').trim();
  const { topicId, agendaItemId, writtenProcedureId, party, textHash } = after;
  const place = agendaItemId === null ? { writtenProcedureId } : { agendaItemId };
  const standing = new Set(standingCosignatures(after).map(({ id }) => id));
  const ended = standingCosignatures(before).filter(({ id }) => !standing.has(id));
  const joined = after.cosignatures.slice(before.cosignatures.length);
  const data = {
    topicId,
    ...place,
    party,
    textHash,
    ...(joined.length === 0 ? {} : { cosignedFor: joined.map((each) => each.party) }),
    ...(ended.length === 0 ? {} : { cosignaturesEnded: ended.map((each) => each.party) }),
  };
  return { type: emits, capacity, reason: reason === '' ? null : reason, data };
}
