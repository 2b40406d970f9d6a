import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide, type AcceptedDeadLetter, type DeadLetterAction } from './domain/dead-letter-lifecycle.js';
import type { DeadLetterContext } from './domain/dead-letter.js';
import { DeadLetters } from './persistence/dead-letters.js';

/** So many are taken up in one transaction; whoever has more presses the button again. */
const MOST_AT_ONCE = 500;

export type DeadLetterAnswer = AcceptedDeadLetter | Refused;

export interface DiscardDeadLetter {
  readonly deadLetterId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

interface ChangeOfDeadLetter extends DiscardDeadLetter {
  readonly action: DeadLetterAction;
}

/** Begin, lock, decide, save, commit: the one way in which a person changes what was given up. */
@Injectable()
export class DeadLetterTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly deadLetters: DeadLetters,
    private readonly clock: Clock,
  ) {}

  async runAgain(actor: Actor, deadLetterId: string, expectedRevision: number): Promise<DeadLetterAnswer> {
    return this.change(actor, { action: 'runDeadLetterAgain', deadLetterId, expectedRevision, reason: '' });
  }

  async discard(actor: Actor, request: DiscardDeadLetter): Promise<DeadLetterAnswer> {
    return this.change(actor, { action: 'discardDeadLetter', ...request });
  }

  private async change(actor: Actor, request: ChangeOfDeadLetter): Promise<DeadLetterAnswer> {
    const { action, deadLetterId, expectedRevision, reason } = request;
    return this.database.write(actor, async (tx) => {
      const deadLetter = await this.deadLetters.lock(tx, deadLetterId);
      if (deadLetter === null) return unknownDeadLetter;
      if (deadLetter.revision !== expectedRevision) return changedMeanwhile;
      const context = { ...this.contextOf(actor), input: { reason } };
      const decision = decide(deadLetter, action, context);
      if (!decision.ok) return decision;
      if (action === 'discardDeadLetter') await this.deadLetters.saveDiscarded(tx, actor, decision, context.now);
      else await this.deadLetters.saveRunningAgain(tx, actor, decision, context.now);
      return decision;
    });
  }

  /** All of a job that lie there. Answers how many were taken up. */
  async runAllAgain(actor: Actor, jobName: string): Promise<{ readonly ok: true; readonly count: number } | Refused> {
    return this.database.write(actor, async (tx) => {
      const context = this.contextOf(actor);
      const found = await this.deadLetters.lockGivenUp(tx, jobName, MOST_AT_ONCE);
      if (found.length === 0) return nothingGivenUp;
      for (const deadLetter of found) {
        const decision = decide(deadLetter, 'runDeadLetterAgain', context);
        if (!decision.ok) return decision;
        await this.deadLetters.saveRunningAgain(tx, actor, decision, context.now);
      }
      return { ok: true, count: found.length };
    });
  }

  contextOf(actor: Actor): DeadLetterContext {
    return { now: this.clock.now(), capacities: capacitiesOn(actor, WHOLE_CONFERENCE), input: null };
  }
}

const unknownDeadLetter = refused({
  code: 'NOT_FOUND',
  message: 'Diese Arbeit gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'deadLetterId',
});

const changedMeanwhile = refused({
  code: 'CHANGED_MEANWHILE',
  message:
    'Die Arbeit hat sich inzwischen geändert: Sie läuft schon wieder, ist noch einmal gescheitert oder verworfen.',
});

const nothingGivenUp = refused({
  code: 'NOT_FOUND',
  message: 'Von dieser Arbeit ist nichts aufgegeben.',
  field: 'jobName',
});
