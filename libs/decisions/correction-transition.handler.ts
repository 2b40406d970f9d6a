import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { clausesFrom, faultsOf, numbered, textHash, type ClauseText } from '#proposals';
import { decide } from './domain/correction-decision.js';
import type { CorrectionAction } from './domain/correction-lifecycle.js';
import type { CorrectedResolution, Correction, CorrectionContext } from './domain/correction.js';
import {
  Corrections,
  latestConfirmed,
  type LockedResolution,
  type StoredCorrection,
} from './persistence/correction.repository.js';

export interface ProposeCorrection {
  readonly resolutionId: string;
  /** The whole text as it should stand. */
  readonly clauses: readonly ClauseText[];
  readonly reason: string;
}

export interface DecideOnCorrection {
  readonly correctionId: string;
  readonly expectedRevision: number;
  readonly textHash?: string;
  readonly reason?: string;
}

export type CorrectionAnswer = { readonly ok: true; readonly correction: StoredCorrection } | Refused;

/** Begin, lock, decide, save, commit: the one way in which a correction is made. The resolution itself is only read. */
@Injectable()
export class CorrectionTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly corrections: Corrections,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, { resolutionId, clauses: texts, reason }: ProposeCorrection): Promise<CorrectionAnswer> {
    return this.database.write(actor, async (tx): Promise<CorrectionAnswer> => {
      const resolution = await this.corrections.lockResolution(tx, resolutionId);
      if (resolution === null) return unknownResolution;
      const standing = await this.corrections.latestConfirmedOf(tx, resolutionId);
      const clauses = clausesFrom(texts, standing?.clauses ?? resolution.clauses, newId);
      const text = { clauses: numbered(clauses), textHash: textHash(clauses) };
      const correction = { ...newCorrection(resolution, this.clock.now()), ...text };
      const context = { ...(await this.contextIn(tx, actor, resolution)), faults: faultsOf(texts), input: { reason } };
      return this.decideAndSave(tx, actor, { resolution, correction, action: 'proposeCorrection', context });
    });
  }

  async execute(
    actor: Actor,
    action: 'confirmCorrection' | 'rejectCorrection',
    { correctionId, expectedRevision, ...input }: DecideOnCorrection,
  ): Promise<CorrectionAnswer> {
    return this.database.write(actor, async (tx): Promise<CorrectionAnswer> => {
      const seen = (await this.corrections.correctionsByIds(tx, [correctionId])).get(correctionId);
      const resolution = seen === undefined ? null : await this.corrections.lockResolution(tx, seen.resolutionId);
      const correction = (await this.corrections.correctionsByIds(tx, [correctionId])).get(correctionId);
      if (resolution === null || correction === undefined) return unknownCorrection;
      if (correction.revision !== expectedRevision) return changedMeanwhile(correction);
      const context = { ...(await this.contextIn(tx, actor, resolution)), input };
      return this.decideAndSave(tx, actor, { resolution, correction, action, context });
    });
  }

  /** While only asking which actions are available. */
  contextOf(actor: Actor, resolution: CorrectedResolution): CorrectionContext {
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    return { now: this.clock.now(), actorName: actor.name, capacities, resolution, faults: [], input: null };
  }

  private async contextIn(
    tx: Tx,
    actor: Actor,
    { id, textHash: adopted }: LockedResolution,
  ): Promise<CorrectionContext> {
    const all = (await this.corrections.correctionsByResolutions(tx, [id])).get(id) ?? [];
    return this.contextOf(actor, correctedOf(adopted, all));
  }

  private async decideAndSave(
    tx: Tx,
    actor: Actor,
    given: {
      readonly resolution: LockedResolution;
      readonly correction: Correction;
      readonly action: CorrectionAction;
      readonly context: CorrectionContext;
    },
  ): Promise<CorrectionAnswer> {
    const { resolution, correction, action, context } = given;
    const decision = decide(correction, action, context);
    if (!decision.ok) return decision;
    await this.corrections.save(tx, actor, decision, { resolution, now: context.now });
    return { ok: true, correction: decision.correction };
  }
}

/** What of a resolution decides about its corrections, by those there are. */
export function correctedOf(adoptedTextHash: string, corrections: readonly StoredCorrection[]): CorrectedResolution {
  return {
    textHash: latestConfirmed(corrections)?.textHash ?? adoptedTextHash,
    confirmedCorrections: corrections.filter(({ state }) => state === 'CONFIRMED').length,
    isCorrectionProposed: corrections.some(({ state }) => state === 'PROPOSED'),
  };
}

/** A correction before anything is proposed. */
export function newCorrection(resolution: Pick<LockedResolution, 'id' | 'topicId'>, now: Date): Correction {
  return {
    id: newId(),
    resolutionId: resolution.id,
    topicId: resolution.topicId,
    number: null,
    clauses: [],
    textHash: '',
    reason: '',
    state: 'NEW',
    proposedAt: now,
    proposedBy: '',
    decidedAt: null,
    decidedBy: null,
    answer: null,
    revision: 0,
  };
}

const unknownResolution = refused({
  code: 'NOT_FOUND',
  message: 'Den Beschluss gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  field: 'resolutionId',
});
const unknownCorrection = refused({
  code: 'NOT_FOUND',
  message: 'Die Berichtigung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'correctionId',
});

function changedMeanwhile({ revision }: StoredCorrection): Refused {
  const message = 'Über die Berichtigung wurde inzwischen entschieden. Bitte laden Sie sie neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
