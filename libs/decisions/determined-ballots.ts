import { Injectable } from '@nestjs/common';
import { Agendas } from '#agendas';
import type { Outcome } from '#glossary';
import type { Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import { newId, type ReadTx, type Tx } from '#platform/database';
import { numbered, ProposalRepository } from '#proposals';
import type { Topic } from '#topics';
import type { AcceptedBallot } from './domain/ballot-decision.js';
import type { Vote } from './domain/vote.js';
import { resolutionOf } from './domain/resolution.js';
import { Ballots, type SavedFor } from './persistence/ballot.repository.js';
import { Resolutions } from './persistence/resolution.repository.js';
import { Votes } from './persistence/vote.repository.js';
import type { VotedTopic } from './persistence/voted-topics.js';

export type DeterminedTopic = VotedTopic & { readonly writtenProcedureNumber: string | null };

/** Reads the votes of a ballot that is being determined, and writes what comes of it. */
@Injectable()
export class DeterminedBallots {
  constructor(
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly proposals: ProposalRepository,
    private readonly resolutions: Resolutions,
    private readonly agendas: Agendas,
  ) {}

  async votesIn(tx: ReadTx, ballotId: string): Promise<readonly Vote[]> {
    return (await this.votes.votesByBallots(tx, [ballotId])).get(ballotId) ?? [];
  }

  /** The text of the final papers; null when the topic never had any. */
  async finalTextHashOf(tx: ReadTx, { frozenVersions }: Topic): Promise<string | null> {
    const { FINAL: versionId } = frozenVersions;
    return versionId === undefined ? null : ((await this.proposals.findVersion(tx, versionId))?.textHash ?? null);
  }

  /** How this appearance ended. In writing there is no item: the one of the session keeps that it went there. */
  async noteOnItem(tx: Tx, { topic, item }: VotedTopic, outcome: Outcome, at: Date): Promise<void> {
    if (item === null || item.topicDepartedAt !== null || topic.state !== 'IN_MAIN_CONFERENCE') return;
    await this.agendas.noteOutcome(tx, item.id, outcome, at);
  }

  /** A block as it was determined; its items are adopted one by one. */
  async saveBallot(tx: Tx, actor: Actor, decision: AcceptedBallot, saved: SavedFor): Promise<void> {
    await this.ballots.save(tx, actor, decision, saved);
  }

  /** The determined ballot, and with an adoption the resolution. */
  async save(tx: Tx, actor: Actor, decision: AcceptedBallot, determined: DeterminedTopic): Promise<void> {
    const { audience } = determined;
    await this.ballots.save(tx, actor, decision, { audience, now: determinedAt(decision) });
    await this.addResolution(tx, actor, decision, determined);
  }

  /** With an adoption the resolution: in the text as it was voted on. */
  async addResolution(tx: Tx, actor: Actor, decision: AcceptedBallot, determined: DeterminedTopic): Promise<void> {
    const { topic, audience, item, writtenProcedureNumber } = determined;
    const { ballot, events } = decision;
    const now = determinedAt(decision);
    const version = await this.proposals.findVersion(tx, ballot.proposalVersionId ?? '');
    if (version === null) throw new Error('The text that was voted on cannot be seen');
    const resolution = resolutionOf(decision, {
      id: newId(),
      adoptedOn: berlinDay(endOf(ballot, now)),
      itemNumber: ballot.kind === 'WRITTEN_PROCEDURE' ? null : (item?.number ?? null),
      writtenProcedureNumber,
      proposalVersionId: version.id,
      textHash: version.textHash,
      clauses: numbered(version.clauses),
    });
    if (resolution === null) return;
    const { capacity } = events[0];
    await this.resolutions.add(tx, actor, resolution, { topic, topicAudience: audience, capacity, now });
  }
}

function determinedAt({ ballot }: AcceptedBallot): Date {
  if (ballot.determinedAt === null) throw new Error('The ballot is not determined');
  return ballot.determinedAt;
}

/** A vote in writing is over at its deadline, though it may be noticed later: on another day, or in another year. */
function endOf({ closesAt }: AcceptedBallot['ballot'], now: Date): Date {
  return closesAt !== null && closesAt.getTime() < now.getTime() ? closesAt : now;
}
