import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Agendas, type AgendaItemRow, type AgendaRow } from '#agendas';
import { Conferences } from '#conferences';
import type { BodyCode, PartyCode } from '#glossary';
import {
  audienceOfBody,
  audienceOfOfficers,
  audienceOfParty,
  OFFICE_AUDIENCE,
  rightsInBody,
  withoutGuests,
  type PartyRights,
} from '#organisation';
import { berlinDay } from '#platform/clock';
import { SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import { recommendationsByTopics, TopicRepository, type Topic } from '#topics';
import { wasItemLeft, wasVoteLeft, type AwaitedItem } from '../domain/statement-departure.js';
import {
  readersOf,
  readersWhoSee,
  type StatementBody,
  type StatementReaderCodes,
} from '../domain/statement-readers.js';
import type { StatementPlace } from '../domain/statement.js';

/** Where a statement is made: exactly one of the two. */
export interface StatementPlaceRef {
  readonly agendaItemId: string | null;
  readonly writtenProcedureId: string | null;
}

/** The place with its topic. */
export interface FoundPlace extends StatementPlaceRef {
  readonly topic: Topic;
  /** Who sits in the committee or in the pre-conference; null elsewhere. */
  readonly readers: readonly number[] | null;
  /** Who sees what is announced there. */
  readonly audience: readonly number[];
  /** The parties with the right to make statements there today. */
  readonly mayDeclare: ReadonlySet<PartyCode>;
  readonly place: StatementPlace;
}

interface WrittenVote {
  readonly topicId: string;
  readonly state: string;
  readonly closesAt: Date | null;
}

const codes: StatementReaderCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  party: audienceOfParty,
  body: audienceOfBody,
  officers: audienceOfOfficers,
};

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
    const agenda = item && (await this.agendas.agendasByIds(tx, [item.agendaId])).get(item.agendaId);
    const body = agenda !== undefined && agenda.sessionId !== null ? agenda : null;
    const members = await membersOf(tx, body?.bodies ?? ['MAIN_CONFERENCE'], berlinDay(now));
    const readers = body === null ? null : readersOf(body, [...members.keys()], codes);
    const place =
      item === undefined ? placeOfVote(vote, topic, now) : await this.placeOfItem(tx, { item, agenda, topic }, now);
    const mayDeclare = new Set([...members].filter(([, rights]) => rights.mayDeclare).map(([party]) => party));
    const seeing = withoutGuests(this.topics.audienceOf(topic));
    const audience = body === null || readers === null ? seeing : readersWhoSee(readers, body, { seeing, codes });
    return { ...ref, topic, readers, audience, mayDeclare, place };
  }

  /** The circulated item under which the body that deals with each topic now has it on its agenda. */
  async itemsOfBodies(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.prepared<{ topicId: string; id: string }>(
      'agenda-items-of-bodies-by-topics',
      `SELECT item.topic_id AS "topicId", item.id FROM agenda_items item
       JOIN agendas agenda ON agenda.id = item.agenda_id JOIN topics topic ON topic.id = item.topic_id
       WHERE item.topic_id = ANY ($1::uuid[]) AND agenda.session_id IS NOT NULL AND item.number IS NOT NULL
         AND item.state = 'PLACED' AND item.topic_departed_at IS NULL AND agenda.conference_id = topic.conference_id
         AND topic.state = CASE WHEN 'PRE_CONFERENCE' = ANY (agenda.body_codes) THEN 'IN_PRE_CONFERENCE'
           ELSE 'IN_COMMITTEE' END
       ORDER BY item.id`,
      [topicIds],
    );
    return new Map(rows.map(({ topicId, id }) => [topicId, id]));
  }

  private async topicIdOf(tx: ReadTx, { agendaItemId, writtenProcedureId }: StatementPlaceRef): Promise<string | null> {
    if (agendaItemId !== null) return (await this.itemOf(tx, agendaItemId))?.topicId ?? null;
    return writtenProcedureId === null ? null : ((await writtenVoteOf(tx, writtenProcedureId))?.topicId ?? null);
  }

  private async itemOf(tx: ReadTx, id: string): Promise<AgendaItemRow | undefined> {
    return (await this.agendas.itemsByIds(tx, [id])).get(id);
  }

  /** An item waits for a decision as long as its topic is before this conference; afterwards the topic has moved on. */
  private async placeOfItem(tx: ReadTx, { item, agenda, topic }: PlacedItem, now: Date): Promise<StatementPlace> {
    const isHere = agenda?.conferenceId === topic.conferenceId;
    const isWaiting = agenda !== undefined && waitsIn(agenda, item, topic);
    const startsOn = await this.firstDayOf(tx, topic, agenda?.sessionId ?? null);
    return {
      isFireside: item.list === 'FIRESIDE' || topic.kind === 'FIRESIDE',
      isOpen: item.state === 'PLACED' && isWaiting && isHere,
      hasBegun: startsOn !== null && berlinDay(now) >= startsOn,
      wasLeft: agenda !== undefined && wasItemLeft(await awaited(tx, item, agenda), topic),
    };
  }

  private async firstDayOf(tx: ReadTx, topic: Topic, sessionId: string | null): Promise<string | null> {
    if (sessionId !== null)
      return (await this.agendas.daysOfSessions(tx, [sessionId])).get(sessionId)?.startsOn ?? null;
    return (await this.conferences.findConference(tx, topic.conferenceId))?.startsOn ?? null;
  }
}

interface PlacedItem {
  readonly item: AgendaItemRow;
  readonly agenda: AgendaRow | undefined;
  readonly topic: Topic;
}

/** An agenda of the conference needs no more than the item itself says. */
async function awaited(
  tx: ReadTx,
  item: AgendaItemRow,
  { sessionId, conferenceId, ...agenda }: AgendaRow,
): Promise<AwaitedItem> {
  const { state, outcome, topicId, placedAt } = item;
  if (sessionId === null) return { state, outcome, conferenceId, bodies: [], isPassedOn: false };
  const { bodies } = agenda;
  const given = (await recommendationsByTopics(tx, [topicId])).get(topicId) ?? [];
  const isPassedOn = given.some(
    ({ body, givenAt, ...each }) =>
      body !== null && bodies.includes(body) && each.conferenceId === conferenceId && givenAt >= placedAt,
  );
  return { state, outcome, conferenceId, bodies, isPassedOn };
}

/** Whether the conference, or the body whose agenda it is, still has to deal with the topic. */
function waitsIn(agenda: AgendaRow, item: AgendaItemRow, { state }: Topic): boolean {
  if (agenda.sessionId === null) return undecided.has(state);
  // What has not been circulated is known to those alone who prepare the session.
  if (item.number === null) return false;
  return state === (isOfPreConference(agenda) ? 'IN_PRE_CONFERENCE' : 'IN_COMMITTEE');
}

function isOfPreConference({ bodies }: StatementBody): boolean {
  return bodies.includes('PRE_CONFERENCE');
}

/** The parties that belong to at least one of the bodies, each with the rights it has in any of them. */
async function membersOf(
  tx: ReadTx,
  bodies: readonly BodyCode[],
  day: string,
): Promise<ReadonlyMap<PartyCode, Pick<PartyRights, 'mayDeclare'>>> {
  const members = new Map<PartyCode, Pick<PartyRights, 'mayDeclare'>>();
  for (const body of bodies) {
    for (const [party, { mayDeclare }] of await rightsInBody(tx, body, day)) {
      members.set(party, { mayDeclare: mayDeclare || members.get(party)?.mayDeclare === true });
    }
  }
  return members;
}

/** What is voted on in writing is open until the deadline of its ballot, whether or not anything has closed it. */
function placeOfVote(vote: WrittenVote | undefined, topic: Topic, now: Date): StatementPlace {
  const isOpen = vote?.state === 'OPEN' && (vote.closesAt === null || now < vote.closesAt);
  return { isFireside: false, isOpen, hasBegun: false, wasLeft: wasVoteLeft(topic, vote?.state) };
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
