import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { decide } from '../../domain/ballot-decision.js';
import { newBlockBallot } from '../../domain/new-ballot.js';
import type { BallotAnswer } from '../../give-vote.handler.js';
import { VotedBlocks, type ConsentList } from '../../persistence/voted-blocks.js';

export interface OpenBlockBallot {
  readonly agendaId: string;
  /** Of the agenda: who has not seen the list as it is does not open the vote on it. */
  readonly expectedRevision: number;
}

/** Opens one vote on all items of the consent list, each in its current text. */
@Injectable()
export class OpenBlockBallotHandler {
  constructor(
    private readonly database: Database,
    private readonly blocks: VotedBlocks,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { agendaId, expectedRevision }: OpenBlockBallot): Promise<BallotAnswer> {
    return this.database.write(actor, async (tx): Promise<BallotAnswer> => {
      const list = await this.blocks.lockConsentList(tx, agendaId);
      if (list === null) return unknownAgenda;
      return list.agenda.revision === expectedRevision ? this.open(tx, actor, list) : agendaChangedMeanwhile;
    });
  }

  private async open(tx: Tx, actor: Actor, list: ConsentList): Promise<BallotAnswer> {
    const { agenda, block, ...about } = list;
    const now = this.clock.now();
    const ballot = newBlockBallot(newId(), { ...about, agendaId: agenda.id }, now);
    const decision = decide(ballot, 'openBlockBallot', {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: null,
      block,
      input: {},
    });
    return decision.ok ? { ok: true, ballot: await this.blocks.open(tx, actor, decision, list) } : decision;
  }
}

const unknownAgenda = refused({
  code: 'NOT_FOUND',
  message: 'Die Tagesordnung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'agendaId',
});
const agendaChangedMeanwhile = refused({
  code: 'CHANGED_MEANWHILE',
  message: 'Die Tagesordnung wurde inzwischen geändert. Bitte prüfen Sie die Grüne Liste erneut.',
});
