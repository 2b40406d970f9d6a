import { Injectable } from '@nestjs/common';
import { Agendas, AgendaTransitionHandler } from '#agendas';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { decide } from '../../domain/ballot-decision.js';
import { ballotChangedMeanwhile, unknownBallot, type BallotAnswer } from '../../give-vote.handler.js';
import { VotedTopics, type LockedBallot } from '../../persistence/voted-topics.js';

export interface DissolveBlock {
  readonly ballotId: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Ends a block without a result: its items leave the consent list and are discussed one by one. */
@Injectable()
export class DissolveBlockHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: VotedTopics,
    private readonly agendas: Agendas,
    private readonly transition: AgendaTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { ballotId, expectedRevision, reason }: DissolveBlock): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const locked = await this.topics.lockBallot(tx, ballotId);
      if (locked === null) return unknownBallot;
      if (locked.ballot.revision !== expectedRevision) return ballotChangedMeanwhile(locked.ballot);
      return this.dissolve(tx, actor, locked, reason);
    });
  }

  private async dissolve(tx: Tx, actor: Actor, locked: LockedBallot, reason: string): Promise<BallotAnswer> {
    const { ballot } = locked;
    const now = this.clock.now();
    const decision = decide(ballot, 'dissolveBlock', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: null,
      input: { reason },
    });
    if (!decision.ok) return decision;
    const dissolved = await this.topics.saveBallot(tx, actor, decision, { audience: ballot.audience, now });
    return (await this.discuss(tx, actor, locked, reason)) ?? { ok: true, ballot: dissolved };
  }

  /** Null when every item that still stands was moved to the discussion. */
  private async discuss(
    tx: Tx,
    actor: Actor,
    { ballot, voted }: LockedBallot,
    reason: string,
  ): Promise<Refused | null> {
    const agendaId = ballot.agendaId ?? '';
    await this.agendas.reopenConsentList(tx, agendaId);
    let agenda = await this.agendas.lockAgenda(tx, agendaId);
    if (agenda === null) return unknownBallot;
    const inBlock = new Set(voted.map(({ item }) => item?.id));
    for (const { id: itemId } of agenda.items.filter(({ id, list }) => inBlock.has(id) && list === 'CONSENT')) {
      const input = { itemId, list: 'DISCUSSION', reason } as const;
      const answer = await this.transition.decideAndSave(tx, actor, agenda, { action: 'moveAgendaItem', input });
      if (!answer.ok) return answer;
      agenda = answer.agenda;
    }
    return null;
  }
}
