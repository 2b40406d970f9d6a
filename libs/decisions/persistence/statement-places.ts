import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Agendas, type AgendaItemRow } from '#agendas';
import { Conferences } from '#conferences';
import { withoutGuests } from '#organisation';
import { berlinDay } from '#platform/clock';
import type { ReadTx, Tx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import type { StatementPlace } from '../domain/statement.js';

/** Where a statement is made: exactly one of the two. */
export interface StatementPlaceRef {
  readonly agendaItemId: string | null;
  readonly writtenProcedureId: string | null;
}

/** The place with its topic. */
export interface FoundPlace extends StatementPlaceRef {
  readonly topic: Topic;
  /** Who sees the topic, except guests. */
  readonly audience: readonly number[];
  readonly place: StatementPlace;
}

interface WrittenVote {
  readonly topicId: string;
  readonly state: string;
  readonly closesAt: Date | null;
}

/** While a topic is in one of these states its item waits for a decision. */
const undecided: ReadonlySet<string> = new Set(['IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE']);

/** Agenda items and written procedures as statements see them. */
@Injectable()
export class StatementPlaces {
  constructor(
    private readonly topics: TopicRepository,
    private readonly agendas: Agendas,
    private readonly conferences: Conferences,
  ) {}

  /** Locks the topic until commit, so that nothing is announced while the item is being decided. Null when unseen. */
  async lockPlace(tx: Tx, ref: StatementPlaceRef, now: Date): Promise<FoundPlace | null> {
    const topicId = await this.topicIdOf(tx, ref);
    return topicId !== null && (await this.topics.lockTopic(tx, topicId)) !== null
      ? this.findPlace(tx, ref, now)
      : null;
  }

  /** The same without a lock. */
  async findPlace(tx: ReadTx, ref: StatementPlaceRef, now: Date): Promise<FoundPlace | null> {
    const item = ref.agendaItemId === null ? undefined : await this.itemOf(tx, ref.agendaItemId);
    const vote = ref.writtenProcedureId === null ? undefined : await writtenVoteOf(tx, ref.writtenProcedureId);
    const topic = await this.topics.findTopic(tx, item?.topicId ?? vote?.topicId ?? '');
    if (topic === null) return null;
    const place = item === undefined ? placeOfVote(vote, now) : await this.placeOfItem(tx, item, topic, now);
    return { ...ref, topic, audience: withoutGuests(this.topics.audienceOf(topic)), place };
  }

  private async topicIdOf(tx: ReadTx, { agendaItemId, writtenProcedureId }: StatementPlaceRef): Promise<string | null> {
    if (agendaItemId !== null) return (await this.itemOf(tx, agendaItemId))?.topicId ?? null;
    return writtenProcedureId === null ? null : ((await writtenVoteOf(tx, writtenProcedureId))?.topicId ?? null);
  }

  private async itemOf(tx: ReadTx, id: string): Promise<AgendaItemRow | undefined> {
    return (await this.agendas.itemsByIds(tx, [id])).get(id);
  }

  /** An item waits for a decision as long as its topic is before this conference; afterwards the topic has moved on. */
  private async placeOfItem(tx: ReadTx, item: AgendaItemRow, topic: Topic, now: Date): Promise<StatementPlace> {
    const conference = await this.conferences.findConference(tx, topic.conferenceId);
    const agenda = (await this.agendas.agendasByIds(tx, [item.agendaId])).get(item.agendaId);
    // A committee's own agenda leads to no decision of the conference.
    const isHere = agenda?.sessionId === null && agenda.conferenceId === topic.conferenceId;
    return {
      isFireside: item.list === 'FIRESIDE' || topic.kind === 'FIRESIDE',
      isOpen: item.state === 'PLACED' && undecided.has(topic.state) && isHere,
      hasBegun: conference !== null && berlinDay(now) >= conference.startsOn,
    };
  }
}

/** What is voted on in writing is open until the deadline of its ballot, whether or not anything has closed it. */
function placeOfVote(vote: WrittenVote | undefined, now: Date): StatementPlace {
  const isOpen = vote?.state === 'OPEN' && (vote.closesAt === null || now < vote.closesAt);
  return { isFireside: false, isOpen, hasBegun: false };
}

async function writtenVoteOf(tx: ReadTx, writtenProcedureId: string): Promise<WrittenVote | undefined> {
  if (!isUuid(writtenProcedureId)) return undefined;
  const [vote] = await tx.prepared<WrittenVote>(
    'ballot-of-written-procedure',
    `SELECT topic_id AS "topicId", state, closes_at AS "closesAt" FROM ballots
     WHERE written_procedure_id = $1 ORDER BY id DESC LIMIT 1`,
    [writtenProcedureId],
  );
  return vote;
}
