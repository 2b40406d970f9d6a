import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database, newId, type RecordEvent, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { Actor } from './domain/actor.js';
import { audienceOfBody } from './domain/audiences.js';
import { isBodyCode } from './domain/bodies.js';
import { decideOnBody, type AcceptedBody } from './domain/body-decision.js';
import type { BodyAction } from './domain/body-lifecycle.js';
import type { BodyContext, BodyInput, KnownBodies } from './domain/body-context.js';
import { actedOnBody, committeeAbove, type BodyRecord } from './domain/body-record.js';
import { capacitiesOn } from './domain/capacities.js';
import { AssignmentsOfBodies } from './persistence/assignments-of-bodies.js';
import { Bodies } from './persistence/body.repository.js';
import { keeperFor, lockOrganisation } from './persistence/keeper.js';

export interface BodyTransition {
  readonly action: BodyAction;
  readonly code: string;
  /** Not for a body that is yet to be. */
  readonly expectedRevision?: number;
  readonly input: Partial<Omit<BodyInput, 'code'>>;
}

export type BodyAnswer = { readonly ok: true; readonly body: BodyRecord } | Refused;

const nothingYet: Omit<BodyInput, 'code'> = { parent: null, name: '', on: '', reason: '', membership: null };

/** Begin, lock, decide, save, commit: the one way in which a body is set up, changed or dissolved. */
@Injectable()
export class BodyTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly bodies: Bodies,
    private readonly assignments: AssignmentsOfBodies,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: BodyTransition): Promise<BodyAnswer> {
    return this.database.write(keeperFor(actor), async (tx): Promise<BodyAnswer> => {
      await lockOrganisation(tx);
      const all = await this.bodies.listBodies(tx);
      const body =
        transition.action === 'setUpBody' ? null : (all.find(({ code }) => code === transition.code) ?? null);
      if (body === null && transition.action !== 'setUpBody') return unknownBody;
      if (body !== null && body.revision !== transition.expectedRevision) return changedMeanwhile(body);
      const input = { ...nothingYet, ...transition.input, code: transition.code };
      const decision = decideOnBody(body, transition.action, this.contextOf(actor, body, all, input), newId);
      if (!decision.ok) return decision;
      await this.save(tx, actor, decision, input);
      return { ok: true, body: decision.body };
    });
  }

  /** `input` is null while only asking which actions are available. */
  contextOf(actor: Actor, body: BodyRecord | null, all: readonly BodyRecord[], input: BodyInput | null): BodyContext {
    const now = this.clock.now();
    const known = knownOf(body, all, input);
    const committee = body === null ? committeeAbove(known.parent) : body.committee;
    const code = body?.code ?? input?.code ?? '';
    const actedOn = actedOnBody(isBodyCode(code) ? code : 'AG ?', committee);
    return { now, today: berlinDay(now), capacities: capacitiesOn(actor, actedOn), input, known };
  }

  private async save(tx: Tx, actor: Actor, { body, event, capacity }: AcceptedBody, input: BodyInput): Promise<void> {
    const { on, name, membership } = input;
    const by = { actorName: actor.name, capacity, occurredAt: this.clock.now() };
    const recorded: RecordEvent = {
      type: event,
      recordKind: 'body',
      recordId: body.id,
      ...by,
      reason: input.reason === '' ? null : input.reason,
      data: { code: body.code, on, ...(name === '' ? {} : { name }), ...(membership === null ? {} : { membership }) },
    };
    await this.bodies.save(tx, body, [recorded]);
    if (body.validTo !== null) await this.assignments.endOnDissolution(tx, body.code, body.validTo, recorded);
  }
}

function knownOf(body: BodyRecord | null, all: readonly BodyRecord[], input: BodyInput | null): KnownBodies {
  const code = input?.code ?? '';
  const taken = isBodyCode(code) && all.some((each) => audienceOfBody(each.code) === audienceOfBody(code));
  return {
    isCodeTaken: taken,
    parent: all.find((each) => each.code === input?.parent) ?? null,
    hasSubBodies: body !== null && all.some(({ parent, validTo }) => parent === body.code && validTo === null),
  };
}

const unknownBody = refused({ code: 'NOT_FOUND', message: 'Dieses Gremium gibt es nicht.', field: 'code' });

function changedMeanwhile({ revision }: BodyRecord): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Das Gremium wurde inzwischen geändert. Laden Sie die Seite neu und prüfen Sie, ob es noch stimmt.',
    details: { revision },
  });
}
