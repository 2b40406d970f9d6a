import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { isSubBodyCode, kindOfSubBody } from './bodies.js';
import { bodyLifecycle, type BodyAction } from './body-lifecycle.js';
import type { BodyContext, BodyEntry, BodyInput } from './body-context.js';
import { committeeAbove, stateOfBody, type BodyRecord, type Membership } from './body-record.js';
import { dayBefore } from './days.js';
import { isValidOn, type Validity } from './validity.js';
import type { BodyState, Capacity } from '#glossary';

export interface AcceptedBody {
  readonly ok: true;
  readonly body: BodyRecord;
  readonly event: string;
  readonly capacity: Capacity;
}

export function entryOfBody(body: BodyRecord | null): BodyEntry {
  return { state: body === null ? 'NEW' : stateOfBody(body), body };
}

/** The body as it is after the act, or every reason against it. New rows take their ids from `newId`. */
export function decideOnBody(
  body: BodyRecord | null,
  action: BodyAction,
  context: BodyContext,
  newId: () => string,
): AcceptedBody | Refused {
  const verdict: Permitted<BodyState, Capacity> | Refused = permit(bodyLifecycle, entryOfBody(body), action, context);
  if (!verdict.ok) return verdict;
  if (context.input === null) throw new Error(`${action} needs what it is to do`);
  const { input, known } = context;
  const next = body === null ? setUp(input, known.parent, newId) : changed(body, action, input, newId);
  return { ok: true, body: { ...next, revision: next.revision + 1 }, event: verdict.emits, capacity: verdict.capacity };
}

/** A new body begins with the members of the body it stands under. */
function setUp({ code, name, on }: BodyInput, parent: BodyRecord | null, newId: () => string): BodyRecord {
  if (!isSubBodyCode(code) || parent === null) throw new Error('The table let a body through that is none');
  const members = parent.memberships.filter((each) => isValidOn(each, on) || each.validTo === null);
  return {
    id: newId(),
    code,
    kind: kindOfSubBody(code),
    parent: parent.code,
    committee: committeeAbove(parent),
    names: [{ id: newId(), name, validFrom: on, validTo: null }],
    memberships: members.map((each) => ({ ...each, id: newId(), validFrom: on, validTo: null })),
    validFrom: on,
    validTo: null,
    revision: 0,
  };
}

function changed(body: BodyRecord, action: BodyAction, input: BodyInput, newId: () => string): BodyRecord {
  switch (action) {
    case 'setUpBody':
      return body;
    case 'renameBody':
      return { ...body, names: replaced(body.names, input.on, { id: newId(), name: input.name }, () => true) };
    case 'changeMembership':
      return { ...body, memberships: membershipsAfter(body.memberships, input, newId) };
    case 'dissolveBody':
      return {
        ...body,
        validTo: input.on,
        names: endedOn(body.names, input.on),
        memberships: endedOn(body.memberships, input.on),
      };
  }
}

function membershipsAfter(
  memberships: readonly Membership[],
  { membership, on }: BodyInput,
  newId: () => string,
): readonly Membership[] {
  if (membership === null) return memberships;
  const { party, rights } = membership;
  const isTheirs = (each: Membership): boolean => each.party === party;
  if (rights !== null) return replaced(memberships, on, { id: newId(), party, ...rights }, isTheirs);
  return memberships.map((each) => (isTheirs(each) && isValidOn(each, on) ? { ...each, validTo: on } : each));
}

/** What held until then ends the day before, and the new begins; what would have begun on that very day gives way. */
function replaced<Row extends Validity & { readonly id: string }>(
  rows: readonly Row[],
  on: string,
  fresh: Omit<Row, keyof Validity>,
  isReplaced: (row: Row) => boolean,
): readonly Row[] {
  const same = rows.find((row) => isReplaced(row) && row.validFrom === on);
  if (same !== undefined) return rows.map((row) => (row === same ? { ...same, ...fresh, id: same.id } : row));
  const ended = rows.map((row) => (isReplaced(row) && isValidOn(row, on) ? { ...row, validTo: dayBefore(on) } : row));
  return [...ended, { ...fresh, validFrom: on, validTo: null } as Row];
}

function endedOn<Row extends Validity>(rows: readonly Row[], on: string): readonly Row[] {
  return rows.map((row) => (row.validTo === null && row.validFrom <= on ? { ...row, validTo: on } : row));
}
