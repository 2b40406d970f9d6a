import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import type { ReadTx, Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decidePublication, type StoredPublication } from './domain/publication-decision.js';
import type { PublicationAction } from './domain/publication-lifecycle.js';
import { reportOf, type PublicationReport } from './domain/publication-report.js';
import type { Publication, PublicationContext } from './domain/publication.js';
import type { Release } from './domain/release.js';
import { Publications } from './persistence/publication.repository.js';

export type PublicationAnswer = { readonly ok: true; readonly publication: StoredPublication } | Refused;

export const unknownPublication = refused({
  code: 'NOT_FOUND',
  message: 'Diese Veröffentlichung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'publicationId',
});

/** Decides and saves on locked records; the caller has begun the transaction and rolls back on a refusal. */
@Injectable()
export class PublicationTransition {
  constructor(
    private readonly publications: Publications,
    private readonly clock: Clock,
  ) {}

  async decideAndSave(
    tx: Tx,
    actor: Actor,
    publication: Publication,
    { action, ...given }: Decided,
  ): Promise<PublicationAnswer> {
    const context = { ...this.contextOf(actor), ...given, input: given.input ?? {} };
    const decision = decidePublication(publication, action, context);
    if (!decision.ok) return decision;
    await this.publications.save(tx, actor, decision, context.now);
    return { ok: true, publication: decision.publication };
  }

  /** Of all releases of the conference, as they are now. */
  async reportNow(tx: ReadTx, conferenceId: string, releases: readonly Release[]): Promise<PublicationReport> {
    return reportOf(releases, this.clock.now(), await this.publications.findPrevious(tx, conferenceId));
  }

  /** While only asking which actions are available. */
  contextOf(actor: Actor): PublicationContext {
    const person = actor.personId === null ? null : { id: actor.personId, name: actor.name };
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    return { now: this.clock.now(), capacities, person, reportNow: null, isAnotherPrepared: false, input: null };
  }
}

interface Decided extends Partial<Pick<PublicationContext, 'reportNow' | 'isAnotherPrepared' | 'input'>> {
  readonly action: PublicationAction;
}

export function publicationChangedMeanwhile({ revision }: Pick<Publication, 'revision'>): Refused {
  const message = 'Die Veröffentlichung wurde inzwischen geändert. Bitte laden Sie die Seite neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
