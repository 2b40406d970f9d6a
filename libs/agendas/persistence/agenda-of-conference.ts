import { Injectable } from '@nestjs/common';
import { agendaStateNames } from '#glossary';
import { PapersOfConferences, type ConferencePaper, type PapersSource } from '#conferences';
import type { ReadTx } from '#platform/database';
import { Agendas } from './agenda.repository.js';

/** Tells the conferences how far the agenda of their main conference is: once approved, it holds them to their days. */
@Injectable()
export class AgendaOfConference implements PapersSource {
  constructor(
    private readonly agendas: Agendas,
    papers: PapersOfConferences,
  ) {
    papers.add(this);
  }

  async papersOf(tx: ReadTx, conferenceId: string): Promise<readonly ConferencePaper[]> {
    const agenda = (await this.agendas.agendasByConferences(tx, [conferenceId])).get(conferenceId);
    if (agenda === undefined) return [];
    const { id, state } = agenda;
    const movesOn = state !== 'APPROVED' && state !== 'CLOSED';
    return [{ kind: 'agenda', id, title: 'Tagesordnung', stateLabel: agendaStateNames[state], movesOn }];
  }
}
