import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { appendHistory, Database, newId, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { Actor } from './domain/actor.js';
import { ALL_AUDIENCE } from './domain/audiences.js';
import { capacitiesOn, WHOLE_CONFERENCE } from './domain/capacities.js';
import { decideOnTerms, type DecidedTerms } from './domain/chair-term-decision.js';
import type {
  ChairTermAction,
  ChairTermContext,
  ChairTermInput,
  ChairTermRecord,
} from './domain/chair-term-lifecycle.js';
import { keeperFor, lockOrganisation } from './persistence/keeper.js';

export interface ChairTermTransition {
  readonly action: ChairTermAction;
  /** Null for terms that are yet to be proposed. */
  readonly termId: string | null;
  readonly expectedRevision?: number;
  readonly input: Partial<ChairTermInput>;
}

export type ChairTermAnswer = { readonly ok: true; readonly terms: readonly ChairTermRecord[] } | Refused;

/** Begin, lock, decide, save, commit: the one way in which a chair term is proposed, confirmed, swapped or shortened. */
@Injectable()
export class ChairTermTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    { action, termId, expectedRevision, input }: ChairTermTransition,
  ): Promise<ChairTermAnswer> {
    return this.database.write(keeperFor(actor), async (tx): Promise<ChairTermAnswer> => {
      await lockOrganisation(tx);
      const terms = await listChairTerms(tx);
      const term = termId === null ? null : (terms.find(({ id }) => id === termId) ?? null);
      if (termId !== null && term === null) return unknownTerm;
      if (term !== null && term.revision !== expectedRevision) return changedMeanwhile(term);
      const given = { untilYear: null, otherTermId: null, on: '', reason: '', ...input };
      const decision = decideOnTerms(term, action, this.contextOf(actor, terms, given), newId);
      if (!decision.ok) return decision;
      await this.save(tx, actor, decision, given);
      return { ok: true, terms: decision.changed };
    });
  }

  /** `input` is null while only asking which actions are available. */
  contextOf(actor: Actor, terms: readonly ChairTermRecord[], input: ChairTermInput | null): ChairTermContext {
    const now = this.clock.now();
    return { now, today: berlinDay(now), capacities: capacitiesOn(actor, WHOLE_CONFERENCE), input, terms };
  }

  private async save(tx: Tx, actor: Actor, decision: DecidedTerms, { reason }: ChairTermInput): Promise<void> {
    const { changed, event: type, capacity } = decision;
    for (const [position, { id, party, validFrom, validTo, state, revision }] of changed.entries()) {
      await tx.execute(
        `INSERT INTO chair_terms (id, party_code, valid_from, valid_to, state, revision)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET party_code = excluded.party_code, valid_from = excluded.valid_from,
           valid_to = excluded.valid_to, state = excluded.state, revision = excluded.revision`,
        [id, party, validFrom, validTo, state, revision],
      );
      const by = { actorName: actor.name, capacity, reason: reason === '' ? null : reason };
      // Who hears of every act on the chair hears of the first of its events.
      const data = { party, validFrom, validTo, isFirst: position === 0 };
      const event: RecordEvent = {
        type,
        recordKind: 'chair-term',
        recordId: id,
        ...by,
        occurredAt: this.clock.now(),
        data,
      };
      await appendHistory(tx, ALL_AUDIENCE, [event]);
    }
  }
}

/** In the order of time. */
export async function listChairTerms(tx: ReadTx): Promise<readonly ChairTermRecord[]> {
  return tx.prepared<ChairTermRecord>(
    'list-chair-terms',
    `SELECT id, party_code AS party, valid_from::text AS "validFrom", valid_to::text AS "validTo", state, revision
     FROM chair_terms ORDER BY valid_from`,
  );
}

const unknownTerm = refused({ code: 'NOT_FOUND', message: 'Diese Amtszeit gibt es nicht.', field: 'termId' });

function changedMeanwhile({ revision }: ChairTermRecord): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Die Amtszeit wurde inzwischen geändert. Laden Sie die Seite neu und prüfen Sie, ob es noch stimmt.',
    details: { revision },
  });
}
