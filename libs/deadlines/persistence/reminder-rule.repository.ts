import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { DeadlineKind, ReminderRung } from '#glossary';
import { ALL_AUDIENCE } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvents, type Tx } from '#platform/database';
import type { ReminderRule } from '../domain/reminder-rule-lifecycle.js';

const columns = 'id, kind, rung, state, revision';

/** Which rungs are switched on, by kind of deadline. */
export type SwitchedOn = ReadonlyMap<DeadlineKind, ReadonlySet<ReminderRung>>;

@Injectable()
export class ReminderRules {
  async listRules(tx: ReadTx): Promise<readonly ReminderRule[]> {
    return tx.prepared<ReminderRule>('reminder-rules', `SELECT ${columns} FROM reminder_rules ORDER BY kind, rung`, []);
  }

  async switchedOn(tx: ReadTx): Promise<SwitchedOn> {
    const found = new Map<DeadlineKind, Set<ReminderRung>>();
    for (const { kind, rung, state } of await this.listRules(tx)) {
      const rungs = found.get(kind) ?? new Set();
      found.set(kind, state === 'ON' ? rungs.add(rung) : rungs);
    }
    return found;
  }

  /** Locks the rule until commit. Null when there is no such rule; whoever may not switch it is still answered with it. */
  async lockRule(tx: Tx, id: string): Promise<ReminderRule | null> {
    if (!isUuid(id)) return null;
    // Only who may change a row can lock it; the others are told by the lifecycle why they may not.
    const [locked] = await tx.query<ReminderRule>(`SELECT ${columns} FROM reminder_rules WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    if (locked !== undefined) return locked;
    const [seen] = await tx.query<ReminderRule>(`SELECT ${columns} FROM reminder_rules WHERE id = $1`, [id]);
    return seen ?? null;
  }

  async save(tx: Tx, { id, state, revision }: ReminderRule, events: RecordEvents): Promise<void> {
    await tx.execute('UPDATE reminder_rules SET state = $2, revision = $3 WHERE id = $1', [id, state, revision]);
    await appendHistory(tx, ALL_AUDIENCE, events);
  }
}
