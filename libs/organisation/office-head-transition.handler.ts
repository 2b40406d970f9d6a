import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database, newId, type RecordEvent, type Tx } from '#platform/database';
import { refused, type ActionAvailability, type Refused } from '#platform/lifecycle';
import type { BodyCode } from '#glossary';
import type { Actor } from './domain/actor.js';
import { isBodyCode, isPartyCode } from './domain/bodies.js';
import { capacitiesOn, WHOLE_CONFERENCE } from './domain/capacities.js';
import { isDay } from './domain/days.js';
import {
  actionsOnHead,
  decideOnHead,
  officeHeadLifecycle,
  type AcceptedHeads,
} from './domain/office-head-lifecycle.js';
import { stateOfHead, type OfficeHead, type OfficeHeadContext, type OfficeHeadInput } from './domain/office-head.js';
import { keeperFor, lockOrganisation } from './persistence/keeper.js';
import { Assignments } from './persistence/assignment.repository.js';
import { OfficeHeads } from './persistence/office-head.repository.js';

export type OfficeHeadTransition =
  | { readonly action: 'nameOfficeHead'; readonly office: string; readonly input: OfficeHeadInput }
  | {
      readonly action: 'endOfficeHead';
      readonly headId: string;
      readonly expectedRevision: number;
      readonly input: OfficeHeadInput;
    };

export type OfficeHeadAnswer = { readonly ok: true; readonly head: OfficeHead } | Refused;

/** Begin, lock, decide, save, commit: the one way in which somebody comes to head an office, or ceases to. */
@Injectable()
export class OfficeHeadTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly heads: OfficeHeads,
    private readonly assignments: Assignments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: OfficeHeadTransition): Promise<OfficeHeadAnswer> {
    return this.database.write(keeperFor(actor), async (tx): Promise<OfficeHeadAnswer> => {
      await lockOrganisation(tx);
      const { action, input } = transition;
      const head =
        action === 'nameOfficeHead' ? newHeadOf(transition.office) : await this.heads.findHead(tx, transition.headId);
      if (head === null) return unknownHead;
      if (action === 'endOfficeHead' && head.revision !== transition.expectedRevision) return changedMeanwhile(head);
      const decision = decideOnHead(head, action, { ...(await this.lookUp(tx, actor, head, input)), input });
      if (decision.ok) await this.save(tx, actor, decision, input);
      return decision;
    });
  }

  actionsOn(actor: Actor, head: OfficeHead): readonly ActionAvailability[] {
    const context = this.contextOf(actor, { isOfficeKnown: true, isPersonKnown: true, others: [] });
    return actionsOnHead({ state: stateOfHead(head, context.today), head }, context);
  }

  private async lookUp(tx: Tx, actor: Actor, head: OfficeHead, input: OfficeHeadInput): Promise<OfficeHeadContext> {
    const office = head.party ?? head.body ?? '';
    const day = isDay(input.on) ? input.on : berlinDay(this.clock.now());
    return this.contextOf(actor, {
      isOfficeKnown: await this.heads.isOffice(tx, office, day),
      isPersonKnown: await this.assignments.isPersonKnown(tx, input.personId),
      others: await this.heads.listOfOffice(tx, office),
    });
  }

  private contextOf(
    actor: Actor,
    known: Pick<OfficeHeadContext, 'isOfficeKnown' | 'isPersonKnown' | 'others'>,
  ): OfficeHeadContext {
    const now = this.clock.now();
    return { now, today: berlinDay(now), capacities: capacitiesOn(actor, WHOLE_CONFERENCE), input: null, ...known };
  }

  /** Entries name offices and days, never people by name: they stay for ever. */
  private async save(
    tx: Tx,
    actor: Actor,
    { capacity, changed }: AcceptedHeads,
    { reason }: OfficeHeadInput,
  ): Promise<void> {
    for (const { head, event } of changed) {
      const { id, personId, party, body, validFrom, validTo } = head;
      const entry: RecordEvent = {
        type: event,
        recordKind: officeHeadLifecycle.record.kind,
        recordId: id,
        actorName: actor.name,
        capacity,
        reason: reason === '' ? null : reason,
        occurredAt: this.clock.now(),
        data: { personId, party, body, validFrom, validTo },
      };
      await this.heads.save(tx, head, [entry]);
    }
  }
}

/** A code that is neither leads to an office that nobody knows, which is refused by name. */
function newHeadOf(office: string): OfficeHead {
  const place = isPartyCode(office)
    ? { party: office, body: null }
    : { party: null, body: isBodyCode(office) ? office : ('' as BodyCode) };
  return { id: newId(), personId: '', ...place, validFrom: '', validTo: null, revision: 0 };
}

const unknownHead = refused({ code: 'NOT_FOUND', message: 'Diese Leitung gibt es nicht.', field: 'headId' });

function changedMeanwhile({ revision }: OfficeHead): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Die Leitung wurde inzwischen geändert. Laden Sie die Seite neu und prüfen Sie, ob es noch stimmt.',
    details: { revision },
  });
}
