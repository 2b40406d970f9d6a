import { Injectable } from '@nestjs/common';
import { bodyNames } from '#glossary';
import { Conferences, type Conference, type ConferenceNames } from '#conferences';
import { partyOf, registrantOf, type Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { numbered, type Clause } from '#proposals';
import { TopicRepository, type Topic } from '#topics';
import type { AgendaDocument, AgendaDocumentItem } from '../../documents/agenda-document.js';
import { agendaGroups, type AgendaGroup } from '../../domain/agenda.js';
import { numbersFor } from '../../domain/numbering.js';
import { groupLabel } from '../../domain/placement.js';
import { clausesOfItems } from '../../persistence/agenda-clauses.loader.js';
import { Agendas, type AgendaItemRow, type AgendaRow } from '../../persistence/agenda.repository.js';

/** Everything that is printed, read in one transaction. */
interface Papers {
  readonly agenda: AgendaRow;
  readonly conference: Conference;
  readonly items: readonly AgendaItemRow[];
  readonly topics: ReadonlyMap<string, Topic>;
  readonly clauses: ReadonlyMap<string, readonly Clause[]>;
}

@Injectable()
export class PrintedAgendaQuery {
  constructor(
    private readonly database: Database,
    private readonly agendas: Agendas,
    private readonly conferences: Conferences,
    private readonly topics: TopicRepository,
    private readonly clock: Clock,
  ) {}

  /** Null when there is no such agenda, or the actor may not see it. */
  async execute(actor: Actor, agendaId: string): Promise<AgendaDocument | null> {
    const papers = await this.read(actor, agendaId);
    return papers === null ? null : toDocument(papers, berlinDay(this.clock.now()));
  }

  private async read(actor: Actor, agendaId: string): Promise<Papers | null> {
    return this.database.read(actor, async (tx): Promise<Papers | null> => {
      const agenda = (await this.agendas.agendasByIds(tx, [agendaId])).get(agendaId);
      if (agenda === undefined) return null;
      const conference = await this.conferences.getConference(tx, agenda.conferenceId);
      const items = (await this.agendas.itemsByAgendas(tx, [agenda.id])).get(agenda.id) ?? [];
      const topics = await this.topics.listTopicsByIds(
        tx,
        items.map(({ topicId }) => topicId),
      );
      const clauses = await clausesOfItems(
        tx,
        items.map(({ id }) => id),
      );
      return { agenda, conference, items, topics, clauses };
    });
  }
}

function toDocument(papers: Papers, today: string): AgendaDocument {
  const { agenda, conference, items } = papers;
  const { names, number, season, startsOn, endsOn, place } = conference;
  const circulatedOn = agenda.circulatedAt === null ? null : berlinDay(agenda.circulatedAt);
  // While the agenda is a draft, items are printed under the numbers they would get now.
  const numbers = numbersFor(items);
  const shown = items.flatMap((item) => {
    const called = item.number ?? numbers.get(item.id);
    return called === undefined ? [] : [{ group: item.group, item: toDocumentItem(item, called, papers) }];
  });
  return {
    names,
    session: { number, isSpecialSession: season === 'SPECIAL', startsOn, endsOn, place },
    issuedOn: today,
    circulatedOn,
    groups: agendaGroups.map((group) => ({
      heading: headingOf(group, names),
      items: shown.filter((each) => each.group === group).map(({ item }) => item),
    })),
  };
}

function toDocumentItem(item: AgendaItemRow, number: string, { topics, clauses }: Papers): AgendaDocumentItem {
  const removal = item.state === 'REMOVED' ? { reason: item.reason ?? '' } : null;
  if (item.list === 'FIRESIDE') return { list: 'FIRESIDE', number, title: item.title, removal };
  const topic = topics.get(item.topicId);
  return {
    list: item.list,
    number,
    title: item.title,
    subLine: item.subtitle,
    registrants: topic === undefined ? [] : registrantsOf(topic),
    rapporteurs: topic?.rapporteurs ?? [],
    proposal: numbered(clauses.get(item.id) ?? []),
    removal,
  };
}

function registrantsOf({ registrant, coRegistrants }: Topic): readonly string[] {
  return [registrantOf(registrant).name, ...coRegistrants.map((code) => partyOf(code).name)];
}

/** The usual committees go by number and subject; a committee that the profile names otherwise goes by that name. */
function headingOf(group: AgendaGroup, names: ConferenceNames): string {
  if (group === 'GENERAL') return groupLabel(group);
  return names.bodies[group] ?? `${groupLabel(group)} – ${bodyNames[group]}`;
}
