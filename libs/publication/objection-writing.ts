import { Injectable } from '@nestjs/common';
import { capacitiesOn, partiesActedFor, SYSTEM, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import type { ReadTx, Tx } from '#platform/database';
import type { AcceptedObjection } from './domain/release-objection-decision.js';
import type { ReleaseObjectionContext } from './domain/release-objection.js';
import type { Release } from './domain/release.js';
import { ReleaseObjections } from './persistence/release-objection.repository.js';
import { Releases } from './persistence/release.repository.js';
import { ReleaseTransitionHandler, type ReleaseAnswer } from './release-transition.handler.js';

/**
 * Writes an objection and lets the system draw the consequence for the release in the same transaction. From outside
 * only the state of the release can be seen, and only a first objection and the end of the last one change it.
 */
@Injectable()
export class ObjectionWriting {
  constructor(
    private readonly objections: ReleaseObjections,
    private readonly releases: Releases,
    private readonly transition: ReleaseTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async contextOf(tx: ReadTx, actor: Actor, release: Release): Promise<ReleaseObjectionContext> {
    const own = (await this.objections.objectionsByReleases(tx, [release.id])).get(release.id) ?? [];
    const ownParties = partiesActedFor(actor, 'PARTY_COORDINATOR');
    return {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      release,
      ownParties,
      partyMayObject: true,
      standingOwnParties: own.filter(({ state }) => state === 'STANDING').map(({ party }) => party),
      isAsking: false,
    };
  }

  /** On a locked release. */
  async save(tx: Tx, actor: Actor, release: Release, decision: AcceptedObjection): Promise<ReleaseAnswer> {
    await this.objections.save(tx, actor, decision, this.clock.now());
    await tx.asSystem((system) => this.drawConsequence(system, release));
    const after = (await this.releases.releasesByIds(tx, [release.id])).get(release.id);
    if (after === undefined) throw new Error('A release vanished while it was locked');
    return { ok: true, release: after };
  }

  private async drawConsequence(system: Tx, release: Release): Promise<void> {
    const hasStandingObjection = await this.objections.hasStandingObjection(system, release.id);
    if (hasStandingObjection === (release.state === 'BLOCKED')) return;
    const action = hasStandingObjection ? 'blockRelease' : 'unblockRelease';
    const given = { action, input: {}, hasStandingObjection } as const;
    const answer = await this.transition.decideAndSave(system, SYSTEM, release, given);
    if (!answer.ok) throw new Error('The table does not let an objection have its consequence');
  }
}
