import { Injectable } from '@nestjs/common';
import type { Capacity, LandCode } from '#glossary';
import { capacitiesOn, isSystem, partiesActedFor, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database, type ReadTx, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide } from './domain/follow-up-decision.js';
import type { FollowUpAction } from './domain/follow-up-lifecycle.js';
import type { FollowUp, FollowUpActionInput, FollowUpContext, Implementation } from './domain/follow-up.js';
import type { StoredFollowUp } from './persistence/follow-up-rows.js';
import { FollowUps } from './persistence/follow-up.repository.js';
import { Origins } from './persistence/origins.js';

export interface FollowUpTransition {
  readonly followUpId: string;
  readonly expectedRevision: number;
  readonly action: FollowUpAction;
  readonly input?: FollowUpActionInput & { readonly extendedById?: string; readonly note?: string | null };
}

export type FollowUpAnswer = { readonly ok: true; readonly followUp: StoredFollowUp } | Refused;

/** What deciding on a follow-up takes from other records. */
export interface FollowUpSurroundings {
  readonly origin: FollowUpContext['origin'];
  readonly addresseeExists?: boolean;
  readonly addresseeSeesOrigin?: boolean;
  readonly repeated?: FollowUpContext['repeated'];
  readonly extension?: FollowUpContext['extension'];
  readonly conferenceStartsOn: string | null;
  readonly implementations?: readonly Implementation[];
}

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes a follow-up. */
@Injectable()
export class FollowUpTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly origins: Origins,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: FollowUpTransition): Promise<FollowUpAnswer> {
    return this.database.write(actor, (tx) => this.decideAndSave(tx, actor, transition));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async decideAndSave(tx: Tx, actor: Actor, transition: FollowUpTransition): Promise<FollowUpAnswer> {
    const { followUpId, expectedRevision, action, input = {} } = transition;
    const followUp = await this.followUps.lockFollowUp(tx, followUpId);
    if (followUp === null) return unknownFollowUp;
    if (followUp.revision !== expectedRevision) return changedMeanwhile(followUp);
    const surroundings = await this.surroundingsOf(tx, followUp, input.due ?? followUp.due, input.extendedById);
    const decision = decide(followUp, action, this.contextOf(actor, followUp, surroundings, input));
    if (!decision.ok) return decision;
    const { audience } = followUp;
    const saved = { ...decision.followUp, audience };
    await this.followUps.save(tx, actor, decision, audience);
    const at = decision.followUp.updatedAt;
    if (action === 'submitFollowUpReport') {
      await this.followUps.addReport(tx, actor, saved, { text: (input.report ?? '').trim(), at });
    }
    if (action === 'recordImplementation' && input.implementation !== undefined) {
      const { party, status } = input.implementation;
      const note = (input.note ?? '').trim();
      const given = { party: party as LandCode, status, note: note === '' ? null : note, at };
      await this.followUps.addImplementation(tx, actor, saved, given);
    }
    return { ok: true, followUp: saved };
  }

  /** `input` null while only asking which actions are available. */
  contextOf(
    actor: Actor,
    followUp: Pick<FollowUp, 'addressee'>,
    surroundings: FollowUpSurroundings,
    input: FollowUpActionInput | null,
  ): FollowUpContext {
    const now = this.clock.now();
    return {
      now,
      today: berlinDay(now),
      capacities: capacitiesFor(actor, followUp),
      addresseeExists: true,
      addresseeSeesOrigin: true,
      repeated: null,
      extension: null,
      implementations: [],
      ...surroundings,
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      input,
    };
  }

  private async surroundingsOf(
    tx: ReadTx,
    { id, resolutionId }: StoredFollowUp,
    due: FollowUp['due'],
    extendedById: string | undefined,
  ): Promise<FollowUpSurroundings> {
    return {
      origin: await this.origins.originOf(tx, resolutionId),
      extension: extendedById === undefined ? null : await this.origins.originOf(tx, extendedById),
      conferenceStartsOn: (await this.origins.conferenceDue(tx, resolutionId, due))?.startsOn ?? null,
      implementations: (await this.followUps.implementationsOf(tx, [id])).get(id) ?? [],
    };
  }
}

/** As everywhere, and `ADDRESSEE` for whoever answers for the body or party that is asked. */
export function capacitiesFor(actor: Actor, { addressee }: Pick<FollowUp, 'addressee'>): ReadonlySet<Capacity> {
  const capacities = new Set(capacitiesOn(actor, WHOLE_CONFERENCE));
  if (!isSystem(actor) && isAddressed(actor, addressee, capacities)) capacities.add('ADDRESSEE');
  return capacities;
}

function isAddressed(actor: Actor, addressee: FollowUp['addressee'], capacities: ReadonlySet<Capacity>): boolean {
  switch (addressee.kind) {
    case 'BODY':
      return actor.assignments.some(
        ({ role, body }) => body === addressee.code && (role === 'COMMITTEE_CHAIR' || role === 'COMMITTEE_SECRETARY'),
      );
    case 'PARTY':
      return partiesActedFor(actor, 'PARTY_COORDINATOR').includes(addressee.code);
    case 'CHAIR':
      return capacities.has('CHAIR');
    case 'ALL_LAENDER':
      return false;
  }
}

export const unknownFollowUp = refused({
  code: 'NOT_FOUND',
  message: 'Den Auftrag gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  field: 'followUpId',
});

function changedMeanwhile({ revision }: StoredFollowUp): Refused {
  const message = 'Der Auftrag wurde inzwischen geändert. Bitte laden Sie ihn neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
