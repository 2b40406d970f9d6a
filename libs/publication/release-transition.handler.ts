import { Injectable } from '@nestjs/common';
import { capacitiesOn, SYSTEM, WHOLE_CONFERENCE, type ActedOn, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { TopicRepository } from '#topics';
import { decide, type AcceptedRelease } from './domain/release-decision.js';
import type { ReleaseAction } from './domain/release-lifecycle.js';
import type { Release, ReleaseActionInput, ReleaseContext, ReleaseEntry } from './domain/release.js';
import { Releases } from './persistence/release.repository.js';

export interface ReleaseTransition {
  readonly releaseId: string;
  readonly expectedRevision: number;
  readonly action: ReleaseAction;
  readonly input?: ReleaseActionInput;
}

export type ReleaseAnswer = { readonly ok: true; readonly release: Release } | Refused;

export const unknownRelease = refused({
  code: 'NOT_FOUND',
  message: 'Diese Freigabe gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'releaseId',
});

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes a release. */
@Injectable()
export class ReleaseTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly topics: TopicRepository,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: ReleaseTransition): Promise<ReleaseAnswer> {
    const { releaseId, expectedRevision, action, input = {} } = transition;
    return this.database.write(actor, async (tx): Promise<ReleaseAnswer> => {
      const release = await this.releases.lockRelease(tx, releaseId);
      if (release === null) return unknownRelease;
      if (release.revision !== expectedRevision) return changedMeanwhile(release);
      return this.decideAndSave(tx, actor, release, { action, input });
    });
  }

  /** The same inside an open transaction, on a locked release; the caller rolls back on a refusal. */
  async decideAndSave(
    tx: Tx,
    actor: Actor,
    release: ReleaseEntry,
    { action, input, hasStandingObjection = false }: Decided,
  ): Promise<AcceptedRelease | Refused> {
    const topic = await this.topics.findTopic(tx, release.topicId);
    const context = { ...this.contextOf(actor, topic ?? WHOLE_CONFERENCE, input), hasStandingObjection };
    const decision = decide(release, action, context);
    if (decision.ok) await this.releases.save(tx, actor, decision, context.now);
    return decision;
  }

  /** As the system, when nobody can object any more. A refusal changes nothing: somebody has decided already, or may still. */
  async grantInTx(tx: Tx, releaseId: string): Promise<void> {
    const release = await this.releases.lockRelease(tx, releaseId);
    if (release !== null) await this.decideAndSave(tx, SYSTEM, release, { action: 'grantRelease', input: {} });
  }

  /** `input` null while only asking which actions are available. */
  contextOf(actor: Actor, topic: ActedOn, input: ReleaseActionInput | null): ReleaseContext {
    return { now: this.clock.now(), capacities: capacitiesOn(actor, topic), hasStandingObjection: false, input };
  }
}

interface Decided {
  readonly action: ReleaseAction;
  readonly input: ReleaseActionInput;
  readonly hasStandingObjection?: boolean;
}

export function changedMeanwhile({ revision }: Release): Refused {
  const message =
    'Die Freigabe wurde inzwischen geändert. Bitte laden Sie die Seite neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
