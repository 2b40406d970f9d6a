import type { Outcome } from '#glossary';
import type { BodyCode } from '#glossary';
import { SYSTEM } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { inAgendaOrder, stands } from '../../domain/agenda.js';
import { Agendas } from '../../persistence/agenda.repository.js';

const departures: Readonly<Record<string, string>> = {
  'topic.withdrawn': 'Das Thema wurde zurückgezogen',
  'topic.returnedToCommittee': 'Das Thema wurde an den Arbeitskreis zurückverwiesen',
  'topic.deferred': 'Das Thema wurde auf eine spätere Konferenz verschoben',
  'topic.followedConference': 'Das Thema wurde auf eine spätere Konferenz verschoben',
  'topic.movedToWrittenProcedure': 'Das Thema wird im Umlaufverfahren behandelt',
  'topic.merged': 'Das Thema wurde mit einem anderen zusammengeführt',
};

/**
 * Takes a topic that left the conference off its agenda, where it stays visible as removed, under its number. What the
 * conference itself has decided under the item stays as it is; only that the topic is gone is noted.
 */
@EventJob({ name: 'remove-item-of-departed-topic', on: Object.keys(departures) })
export class RemoveItemOfDepartedTopicJob implements EventJobHandler {
  constructor(
    private readonly agendas: Agendas,
    private readonly transition: AgendaTransitionHandler,
  ) {}

  async run(tx: Tx, { id, event, recordId: topicId, occurredAt, data }: OutboxMessage): Promise<void> {
    const left = { at: occurredAt, bodies: bodiesConcerned(data['from']) };
    // A committee goes on with the topic, whatever becomes of the conference it prepares.
    if (event === 'topic.followedConference' && left.bodies === null) return;
    for (const agendaId of await this.agendas.agendasLeftBy(tx, topicId, left)) {
      const reason = sentence(departures[event] ?? event, await reasonOf(tx, id));
      const outcome = event === 'topic.withdrawn' ? 'WITHDRAWN' : null;
      await this.leave(tx, { agendaId, topicId, at: occurredAt, reason, outcome });
    }
  }

  private async leave(tx: Tx, { agendaId, topicId, at, reason, outcome }: Departure): Promise<void> {
    const agenda = await this.agendas.lockAgenda(tx, agendaId);
    const item = inAgendaOrder(agenda?.items ?? []).find((each) => each.topicId === topicId && stands(each));
    // Told twice, or closed meanwhile: then it tells what the conference dealt with.
    if (agenda === null || item === undefined || agenda.state === 'CLOSED') return;
    if (item.state === 'PLACED' && item.outcome === null) {
      const input = { itemId: item.id, reason };
      const answer = await this.transition.decideAndSave(tx, SYSTEM, agenda, { action: 'removeAgendaItem', input });
      if (!answer.ok) throw new Error(`The item of a topic that left stays: ${answer.refusals[0].code}`);
    }
    if (outcome !== null && item.outcome === null) await this.agendas.noteOutcome(tx, item.id, outcome, at);
    await this.agendas.noteDeparture(tx, item.id, at);
  }
}

/** What a body has dealt with and passed on stays as it is on its own agenda. */
function bodiesConcerned(from: unknown): readonly BodyCode[] | null {
  if (from === 'IN_MAIN_CONFERENCE') return ['MAIN_CONFERENCE'];
  return from === 'IN_PRE_CONFERENCE' ? ['PRE_CONFERENCE', 'MAIN_CONFERENCE'] : null;
}

interface Departure {
  readonly agendaId: string;
  readonly topicId: string;
  readonly at: Date;
  readonly reason: string;
  /** How this appearance ended by the departure itself; null when the topic goes on elsewhere. */
  readonly outcome: Outcome | null;
}

/** The reason given with the act; message and history entry have the same id. */
async function reasonOf(tx: ReadTx, id: string): Promise<string | null> {
  const [entry] = await tx.query<{ reason: string | null }>('SELECT reason FROM history WHERE id = $1', [id]);
  return entry?.reason ?? null;
}

function sentence(what: string, reason: string | null): string {
  return reason === null ? `${what}.` : `${what}: ${reason}`;
}
