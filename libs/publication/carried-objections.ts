import { Injectable } from '@nestjs/common';
import { partyNames } from '#glossary';
import { SYSTEM } from '#organisation';
import { newId, type Tx } from '#platform/database';
import { ReleaseVotes } from '#written-procedures';
import { decideObjection } from './domain/release-objection-decision.js';
import { isClassified, type Release } from './domain/release.js';
import { ObjectionWriting } from './objection-writing.js';

/** In a written procedure parties object in the same form as they vote, before there is a resolution (domain.md §3). */
@Injectable()
export class CarriedObjections {
  constructor(
    private readonly votes: ReleaseVotes,
    private readonly writing: ObjectionWriting,
  ) {}

  /**
   * Lets them stand against the release of the resolution and of each of its papers, as the system and in the
   * transaction that proposes it: the form asks once, and each objection is taken back by itself.
   */
  async carry(system: Tx, proposed: Release): Promise<void> {
    const isInForm = proposed.objectKind === 'RESOLUTION' || proposed.objectKind === 'ATTACHMENT';
    if (!isInForm || isClassified(proposed)) return;
    let release = proposed;
    for (const { party, givenAt } of await this.votes.objectionsOf(system, release.topicId)) {
      const context = await this.writing.contextOf(system, SYSTEM, release);
      const objection = {
        id: newId(),
        releaseId: release.id,
        state: 'NEW' as const,
        party,
        reason: null,
        objectedBy: partyNames[party],
        objectedAt: givenAt,
        withdrawnAt: null,
        revision: 0,
      };
      const decision = decideObjection(objection, 'carryReleaseObjection', context);
      if (!decision.ok) throw new Error('The table does not let an objection be carried');
      const answer = await this.writing.save(system, SYSTEM, release, decision);
      if (!answer.ok) throw new Error('A carried objection had no consequence');
      release = answer.release;
    }
  }
}
