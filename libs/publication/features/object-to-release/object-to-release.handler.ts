import { Injectable } from '@nestjs/common';
import type { PartyCode } from '#glossary';
import { isPartyCode, rightsOf, type Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decideObjection } from '../../domain/release-objection-decision.js';
import type { Release } from '../../domain/release.js';
import { ObjectionWriting } from '../../objection-writing.js';
import { Releases } from '../../persistence/release.repository.js';
import { unknownRelease, type ReleaseAnswer } from '../../release-transition.handler.js';

export interface ObjectToRelease {
  readonly releaseId: string;
  /** Code of a Land or BUND. */
  readonly party: string;
  readonly reason?: string | null;
}

/** Records a party's objection; in the same transaction the system blocks the release, naming nobody. */
@Injectable()
export class ObjectToReleaseHandler {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly writing: ObjectionWriting,
  ) {}

  async execute(actor: Actor, { releaseId, party, reason }: ObjectToRelease): Promise<ReleaseAnswer> {
    if (!isPartyCode(party)) return unknownParty;
    return this.database.write(actor, async (tx): Promise<ReleaseAnswer> => {
      const release = await this.releases.lockRelease(tx, releaseId);
      if (release === null) return unknownRelease;
      return this.object(tx, actor, release, { party, reason: blankAsNull(reason) });
    });
  }

  private async object(
    tx: Tx,
    actor: Actor,
    release: Release,
    { party, reason }: { readonly party: PartyCode; readonly reason: string | null },
  ): Promise<ReleaseAnswer> {
    const context = await this.writing.contextOf(tx, actor, release);
    const { mayObjectToRelease } = await rightsOf(tx, 'MAIN_CONFERENCE', party, berlinDay(context.now));
    const objection = {
      id: newId(),
      releaseId: release.id,
      state: 'NEW' as const,
      party,
      reason,
      objectedBy: actor.name,
      objectedAt: context.now,
      withdrawnAt: null,
      revision: 0,
    };
    const decision = decideObjection(objection, 'objectToRelease', { ...context, partyMayObject: mayObjectToRelease });
    return decision.ok ? this.writing.save(tx, actor, release, decision) : decision;
  }
}

function blankAsNull(text: string | null | undefined): string | null {
  const written = (text ?? '').trim();
  return written === '' ? null : written;
}

const unknownParty: Refused = refused({
  code: 'PARTY_UNKNOWN',
  field: 'party',
  message: 'Dieses Land gibt es nicht.',
});
