import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { decideObjection } from '../../domain/release-objection-decision.js';
import { ObjectionWriting } from '../../objection-writing.js';
import { ReleaseObjections } from '../../persistence/release-objection.repository.js';
import { Releases } from '../../persistence/release.repository.js';
import { unknownRelease, type ReleaseAnswer } from '../../release-transition.handler.js';

/** A party takes its objection back; the release goes on when it was the last one. */
@Injectable()
export class WithdrawReleaseObjectionHandler {
  constructor(
    private readonly database: Database,
    private readonly objections: ReleaseObjections,
    private readonly releases: Releases,
    private readonly writing: ObjectionWriting,
  ) {}

  /** Always locks the release first, so that two acts cannot block each other. */
  async execute(actor: Actor, objectionId: string): Promise<ReleaseAnswer> {
    return this.database.write(actor, async (tx): Promise<ReleaseAnswer> => {
      const known = await this.objections.findObjection(tx, objectionId);
      if (known === null) return unknownObjection;
      const release = await this.releases.lockRelease(tx, known.releaseId);
      const objection = await this.objections.findObjection(tx, objectionId);
      if (release === null || objection === null) return unknownRelease;
      const context = await this.writing.contextOf(tx, actor, release);
      const decision = decideObjection(objection, 'withdrawReleaseObjection', context);
      return decision.ok ? this.writing.save(tx, actor, release, decision) : decision;
    });
  }
}

const unknownObjection = refused({
  code: 'NOT_FOUND',
  message: 'Diesen Widerspruch gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  field: 'objectionId',
});
