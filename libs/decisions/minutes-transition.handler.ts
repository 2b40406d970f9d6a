import { Injectable } from '@nestjs/common';
import { capacitiesOnSession } from '#conferences';
import type { BodyCode } from '#glossary';
import { isPartyCode, partiesActedFor, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide } from './domain/minutes-decision.js';
import type { MinutesAction } from './domain/minutes-lifecycle.js';
import type { Minutes, MinutesActionInput, MinutesContext } from './domain/minutes.js';
import { MinutesSessions, type MinutesSession } from './minutes-sessions.js';
import type { NewMinutesVersion } from './persistence/minutes-rows.js';
import { MinutesSources, type MinutesNotes } from './persistence/minutes-sources.js';
import { MinutesRecords, type StoredMinutes } from './persistence/minutes.repository.js';

export interface MinutesTransition {
  readonly minutesId: string;
  readonly action: Exclude<MinutesAction, 'draftMinutes'>;
  /** Not needed to object: parties may do so in the same second. */
  readonly expectedRevision?: number;
  readonly input?: Omit<MinutesActionInput, 'party'> & { readonly party?: string };
  /** What the secretariat notes on items; those not named keep their note. */
  readonly notes?: MinutesNotes;
}

export type MinutesAnswer = { readonly ok: true; readonly minutes: StoredMinutes } | Refused;

/** What is asked of minutes, and by the officers of which bodies. */
export interface AskedOfMinutes {
  readonly bodies: readonly BodyCode[];
  readonly parents: ReadonlyMap<BodyCode, BodyCode>;
  readonly sessionIsOver: boolean;
  readonly agendaItemIds: ReadonlySet<string>;
  readonly input: MinutesActionInput | null;
}

interface Decided {
  readonly minutes: Minutes;
  readonly action: MinutesAction;
  readonly sessionIsOver: boolean;
  readonly input: MinutesActionInput;
  readonly notes: MinutesNotes;
}

/** Begin, lock, decide, save, commit: the one way in which an action of the lifecycle changes minutes. */
@Injectable()
export class MinutesTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly records: MinutesRecords,
    private readonly sources: MinutesSources,
    private readonly sessions: MinutesSessions,
    private readonly clock: Clock,
  ) {}

  /** Writes the first version. One record per session: who comes second is told. */
  async draft(actor: Actor, sessionId: string): Promise<MinutesAnswer> {
    return this.database.write(actor, async (tx): Promise<MinutesAnswer> => {
      const session = await this.sessions.findSession(tx, sessionId);
      if (session === null) return unknownSession;
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('minutes ' || $1, 0))`, [sessionId]);
      if ((await this.records.minutesBySessions(tx, [sessionId])).has(sessionId)) return alreadyDrafted;
      const minutes = newMinutes(session, this.clock.now());
      const about = { minutes, sessionIsOver: session.isOver, input: {}, notes: new Map() };
      return this.decideAndSave(tx, actor, { ...about, action: 'draftMinutes' });
    });
  }

  async execute(actor: Actor, transition: MinutesTransition): Promise<MinutesAnswer> {
    return this.database.write(actor, (tx) => this.executeIn(tx, actor, transition));
  }

  private async executeIn(tx: Tx, actor: Actor, transition: MinutesTransition): Promise<MinutesAnswer> {
    const { minutesId, action, expectedRevision, input: given = {}, notes = new Map() } = transition;
    const minutes = await this.records.lockMinutes(tx, minutesId);
    if (minutes === null) return unknownMinutes;
    if (expectedRevision !== undefined && minutes.revision !== expectedRevision) return changedMeanwhile(minutes);
    const { party, ...rest } = given;
    if (party === undefined) {
      return this.decideAndSave(tx, actor, { minutes, action, sessionIsOver: true, input: rest, notes });
    }
    if (!isPartyCode(party)) return unknownParty;
    return this.decideAndSave(tx, actor, { minutes, action, sessionIsOver: true, input: { ...rest, party }, notes });
  }

  /** `input` null while only asking which actions are available. */
  contextOf(actor: Actor, { bodies, parents, ...asked }: AskedOfMinutes): MinutesContext {
    return {
      now: this.clock.now(),
      actorName: actor.name,
      capacities: capacitiesOnSession(actor, bodies, parents),
      ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      ...asked,
    };
  }

  private async decideAndSave(tx: Tx, actor: Actor, decided: Decided): Promise<MinutesAnswer> {
    const { minutes, action, sessionIsOver, input } = decided;
    const readable = await this.readableEntries(tx, minutes);
    const asked = { sessionIsOver, agendaItemIds: new Set(readable.keys()), input };
    const parents = await this.sessions.parents(tx);
    const context = this.contextOf(actor, { bodies: minutes.bodies, parents, ...asked });
    const decision = decide(minutes, action, context, newId);
    if (!decision.ok) return decision;
    const writes = action === 'draftMinutes' || action === 'reviseMinutes';
    const version = writes ? await this.compile(tx, actor, decided, readable) : null;
    await this.records.save(tx, actor, decision, version);
    const closes = action === 'draftMinutes' || action === 'agreeMinutes';
    const refusal = closes ? await this.sessions.bring(tx, actor, minutes.sessionId, action) : null;
    if (refusal !== null) return refusal;
    return { ok: true, minutes: decision.minutes };
  }

  private async compile(
    tx: Tx,
    actor: Actor,
    { minutes, input, notes }: Decided,
    earlier: ReadonlyMap<string, string | null>,
  ): Promise<NewMinutesVersion> {
    const representatives = await this.sessions.representativesOf(tx, minutes.sessionId);
    const taken = { notes: new Map([...earlier, ...notes]), representatives };
    const entries = await this.sources.compile(tx, minutes, taken);
    const explanation = (input.reason ?? '').trim();
    return { entries, explanation: explanation === '' ? null : explanation, writtenBy: actor.name };
  }

  /** The items of the version that counts, with their notes, as far as the actor reads them. */
  private async readableEntries(tx: Tx, minutes: Minutes): Promise<ReadonlyMap<string, string | null>> {
    const versions = (await this.records.versionsByMinutes(tx, [minutes.id])).get(minutes.id) ?? [];
    const current = versions.find(({ number }) => number === minutes.version);
    if (current === undefined) return new Map();
    const entries = (await this.records.entriesByVersions(tx, [current.id])).get(current.id);
    return new Map([...(entries ?? [])].map(([itemId, { note }]) => [itemId, note]));
  }
}

/** Minutes before anything is written. */
export function newMinutes(session: Pick<MinutesSession, 'id' | 'conferenceId' | 'bodies'>, now: Date): Minutes {
  return {
    id: newId(),
    sessionId: session.id,
    conferenceId: session.conferenceId,
    bodies: session.bodies,
    state: 'NEW',
    version: 0,
    objectionsUntil: null,
    circulatedAt: null,
    agreedAt: null,
    draftedAt: now,
    updatedAt: now,
    revision: 0,
    objections: [],
  };
}

const unknownMinutes = refused({
  code: 'NOT_FOUND',
  message: 'Die Niederschrift gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'minutesId',
});
const unknownSession = refused({
  code: 'NOT_FOUND',
  message: 'Die Sitzung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'sessionId',
});
const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });
const alreadyDrafted = refused({
  code: 'ALREADY_DRAFTED',
  message: 'Zu dieser Sitzung gibt es schon eine Niederschrift.',
});

function changedMeanwhile({ revision }: StoredMinutes): Refused {
  const message = 'Die Niederschrift wurde inzwischen geändert. Bitte laden Sie sie neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
