import { Injectable } from '@nestjs/common';
import type { BodyCode, Capacity } from '#glossary';
import { capacitiesOn, partiesActedFor, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide } from './domain/agenda-decision.js';
import type { AgendaAction } from './domain/agenda-lifecycle.js';
import {
  committeesOf,
  type Agenda,
  type AgendaActionInput,
  type AgendaContext,
  type ConferenceTopic,
} from './domain/agenda.js';
import { Agendas, type StoredAgenda } from './persistence/agenda.repository.js';

export interface AgendaTransition {
  readonly agendaId: string;
  /** The revision the person decided on; left out by acts that overwrite nothing. */
  readonly expectedRevision?: number;
  readonly action: AgendaAction;
  readonly input?: AgendaActionInput;
}

export type AgendaAnswer = { readonly ok: true; readonly agenda: StoredAgenda } | Refused;

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes an agenda. */
@Injectable()
export class AgendaTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly agendas: Agendas,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    { agendaId, expectedRevision, action, input = {} }: AgendaTransition,
  ): Promise<AgendaAnswer> {
    return this.database.write(actor, async (tx): Promise<AgendaAnswer> => {
      const agenda = await this.agendas.lockAgenda(tx, agendaId);
      if (agenda === null) return unknownAgenda;
      const isCurrent = expectedRevision === undefined || agenda.revision === expectedRevision;
      if (!isCurrent && prepares(actor, agenda)) return changedMeanwhile(agenda);
      return this.decideAndSave(tx, actor, agenda, { action, input });
    });
  }

  /** The same inside an open transaction, on a locked agenda; the caller rolls back on a refusal. */
  async decideAndSave(
    tx: Tx,
    actor: Actor,
    agenda: Agenda,
    { action, input }: Required<Pick<AgendaTransition, 'action' | 'input'>>,
  ): Promise<AgendaAnswer> {
    const topics = await this.agendas.topicsOf(tx, agenda.conferenceId);
    const context = this.contextOf(actor, agenda, topics, input);
    const decision = decide(agenda, action, context);
    if (!decision.ok) return decision;
    await this.agendas.save(tx, actor, decision, context.now);
    return { ok: true, agenda: decision.agenda };
  }

  /** `input` null while only asking which actions are available. */
  contextOf(
    actor: Actor,
    agenda: Pick<Agenda, 'bodies' | 'above'>,
    topics: readonly ConferenceTopic[],
    input: AgendaActionInput | null,
  ): AgendaContext {
    return {
      now: this.clock.now(),
      capacities: capacitiesOnAgenda(actor, agenda),
      actorName: actor.name,
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      topics,
      input,
    };
  }
}

/**
 * On the agenda of a committee the chair of the conference is nothing but a reader. Where committees sit jointly, the
 * officers of each of them take part in it: none sees all that the others have been given. So do the officers of the
 * committee above a sub-body.
 */
export function capacitiesOnAgenda(actor: Actor, agenda: Pick<Agenda, 'bodies' | 'above'>): ReadonlySet<Capacity> {
  const committees = committeesOf(agenda);
  if (committees.length === 0) return capacitiesOn(actor, WHOLE_CONFERENCE);
  const within = (leadCommittee: BodyCode) => [...capacitiesOn(actor, { ...WHOLE_CONFERENCE, leadCommittee })];
  const inCommittees = committees.flatMap(within).filter((capacity) => capacity !== 'CHAIR');
  const above = agenda.above.flatMap(within).filter((capacity) => officers.includes(capacity));
  return new Set([...inCommittees, ...above]);
}

const officers: readonly Capacity[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'];

const preparing: readonly Capacity[] = ['SYSTEM', 'SECRETARIAT', 'CHAIR', ...officers];

/** Who prepares an agenda sees it as a draft, and everything that ever changed in it. */
export function prepares(actor: Actor, agenda: Pick<Agenda, 'bodies' | 'above'>): boolean {
  const capacities = capacitiesOnAgenda(actor, agenda);
  return preparing.some((capacity) => capacities.has(capacity));
}

export const unknownAgenda = refused({
  code: 'NOT_FOUND',
  message: 'Die Tagesordnung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'agendaId',
});

function changedMeanwhile({ revision }: StoredAgenda): Refused {
  const message =
    'Die Tagesordnung wurde inzwischen geändert. Bitte laden Sie sie neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
