import { Injectable } from '@nestjs/common';
import { capacitiesOn, isPartyCode, partiesActedFor, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide } from './domain/statement-decision.js';
import type { StatementAction } from './domain/statement-lifecycle.js';
import type { Statement, StatementActionInput, StatementContext } from './domain/statement.js';
import { StatementPlaces, type FoundPlace, type StatementPlaceRef } from './persistence/statement-places.js';
import { Statements, type StoredStatement } from './persistence/statement.repository.js';
import { hashOfText, tidyText } from './statement-text.js';

export interface GivenStatement {
  /** Code of a Land or BUND, as it was sent. */
  readonly party?: string | undefined;
  readonly text?: string | undefined;
  readonly textHash?: string | undefined;
  readonly reason?: string | null | undefined;
}

export interface NewStatement extends GivenStatement {
  readonly agendaItemId?: string | null | undefined;
  readonly writtenProcedureId?: string | null | undefined;
}

export interface StatementTransition {
  readonly statementId: string;
  readonly action: Exclude<StatementAction, 'draftStatement' | 'announceStatementOnBehalf'>;
  /** Not needed to join a statement or to leave it: 16 Länder may do so in the same second. */
  readonly expectedRevision?: number;
  readonly input?: GivenStatement;
}

export type StatementAnswer = { readonly ok: true; readonly statement: StoredStatement } | Refused;

/** Begin, lock, decide, save, commit: the one way in which an action of the lifecycle changes a statement. */
@Injectable()
export class StatementTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly statements: Statements,
    private readonly places: StatementPlaces,
    private readonly clock: Clock,
  ) {}

  async begin(
    actor: Actor,
    action: 'draftStatement' | 'announceStatementOnBehalf',
    given: NewStatement,
  ): Promise<StatementAnswer> {
    return this.database.write(actor, (tx) => this.beginInTx(tx, actor, action, given));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async beginInTx(
    tx: Tx,
    actor: Actor,
    action: 'draftStatement' | 'announceStatementOnBehalf',
    given: NewStatement,
  ): Promise<StatementAnswer> {
    const ref = placeOf(given);
    const found = ref === null ? null : await this.places.lockPlace(tx, ref, this.clock.now());
    if (found === null) return unknownPlace;
    const input = inputOf(given);
    if (input === null) return unknownParty;
    return this.decideAndSave(tx, actor, newStatement(found, input, this.clock.now()), action, { found, input });
  }

  async execute(actor: Actor, transition: StatementTransition): Promise<StatementAnswer> {
    return this.database.write(actor, (tx) => this.executeInTx(tx, actor, transition));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async executeInTx(tx: Tx, actor: Actor, transition: StatementTransition): Promise<StatementAnswer> {
    const { statementId, expectedRevision, action } = transition;
    const seen = (await this.statements.statementsByIds(tx, [statementId])).get(statementId);
    if (seen === undefined) return unknownStatement;
    // Topic before statement, as everywhere: acts that lock in the same order cannot block each other.
    const found = await this.places.lockPlace(tx, seen, this.clock.now());
    const statement = await this.statements.lockStatement(tx, statementId);
    if (found === null || statement === null) return unknownStatement;
    if (expectedRevision !== undefined && statement.revision !== expectedRevision) return changedMeanwhile(statement);
    const input = inputOf(transition.input ?? {});
    return input === null ? unknownParty : this.decideAndSave(tx, actor, statement, action, { found, input });
  }

  /** What a decision needs; `input` null while only asking which actions are available. */
  contextOf(
    actor: Actor,
    { mayDeclare, place }: Pick<FoundPlace, 'mayDeclare' | 'place'>,
    input: StatementActionInput | null,
  ): StatementContext {
    return {
      now: this.clock.now(),
      actorName: actor.name,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      mayDeclare,
      place,
      input,
    };
  }

  private async decideAndSave(
    tx: Tx,
    actor: Actor,
    statement: Statement,
    action: StatementAction,
    { found, input }: { readonly found: FoundPlace; readonly input: StatementActionInput },
  ): Promise<StatementAnswer> {
    // Who sits in a body changes with its members, until the statement is kept.
    const standing = { ...statement, readers: found.readers };
    const decision = decide(standing, action, this.contextOf(actor, found, input));
    if (!decision.ok) return decision;
    await this.statements.save(tx, actor, decision, found.audience);
    return { ok: true, statement: decision.statement };
  }
}

/** Null unless exactly one of the two is named. */
function placeOf({ agendaItemId = null, writtenProcedureId = null }: NewStatement): StatementPlaceRef | null {
  return (agendaItemId === null) === (writtenProcedureId === null) ? null : { agendaItemId, writtenProcedureId };
}

/** Null when the party named is none. */
function inputOf({ party, text, textHash, reason }: GivenStatement): StatementActionInput | null {
  if (party !== undefined && !isPartyCode(party)) return null;
  const written = text === undefined ? undefined : tidyText(text);
  const hash = written === undefined ? textHash : hashOfText(written);
  return { party, text: written, textHash: hash, reason, cosignatureId: newId() };
}

/** Without a party it will not be made; the lifecycle says so. */
export function newStatement(
  { topic, agendaItemId, writtenProcedureId, readers }: Omit<FoundPlace, 'audience' | 'mayDeclare' | 'place'>,
  { party = 'BUND' }: StatementActionInput,
  now: Date,
): Statement {
  return {
    id: newId(),
    topicId: topic.id,
    agendaItemId,
    writtenProcedureId,
    party,
    text: '',
    textHash: '',
    state: 'NEW',
    isLate: false,
    authorName: null,
    onBehalfBy: null,
    announcedAt: null,
    recordedAt: null,
    createdAt: now,
    updatedAt: now,
    revision: 0,
    readers,
    cosignatures: [],
  };
}

const unknownStatement = refused({
  code: 'NOT_FOUND',
  message: 'Die Erklärung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'statementId',
});
const unknownPlace = refused({
  code: 'NOT_FOUND',
  message: 'Den Punkt gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  field: 'agendaItemId',
});
const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });

function changedMeanwhile({ revision }: StoredStatement): Refused {
  const message = 'Die Erklärung wurde inzwischen geändert. Bitte laden Sie sie neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
