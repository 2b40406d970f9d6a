import { Injectable } from '@nestjs/common';
import { highestOf, markingAbove, outcomeNames, shortNameOf, type BodyCode } from '#glossary';
import { partyOf, registrantOf, type Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { numbered } from '#proposals';
import type { Topic } from '#topics';
import type { AgendaDocument, AgendaDocumentItem, AgendaNote, AgendaSession } from '../../documents/agenda-document.js';
import { agendaGroups } from '../../domain/agenda.js';
import { numbersFor } from '../../domain/numbering.js';
import { groupHeading, groupLabel, supplementName } from '../../domain/placement.js';
import type { AgendaItemRow, AgendaRow } from '../../persistence/agenda.repository.js';
import { SessionReports } from '../../session-reports.js';
import { AgendaPapers, type Papers } from './agenda-papers.js';

@Injectable()
export class PrintedAgendaQuery {
  constructor(
    private readonly papers: AgendaPapers,
    private readonly reports: SessionReports,
    private readonly clock: Clock,
  ) {}

  /** Null when there is no such agenda, or the actor may not see it. */
  async execute(actor: Actor, agendaId: string): Promise<AgendaDocument | null> {
    const papers = await this.papers.read(actor, agendaId);
    if (papers === null) return null;
    const { sessionId, conferenceId } = papers.agenda;
    const reports = sessionId === null ? await this.reports.read(actor, conferenceId) : [];
    return { ...toDocument(papers, berlinDay(this.clock.now())), reports };
  }

  /** What came with one supplement; null when there is none, or nothing of it that the actor may see. */
  async executeForSupplement(actor: Actor, agendaId: string, supplement: number): Promise<AgendaDocument | null> {
    const papers = await this.papers.read(actor, agendaId);
    const circulatedAt = papers?.agenda.supplements[supplement - 1];
    const items = papers?.items.filter((item) => item.supplement === supplement) ?? [];
    if (papers === null || circulatedAt === undefined || items.length === 0) return null;
    const document = toDocument({ ...papers, items }, berlinDay(circulatedAt));
    return { ...document, supplement, circulatedOn: berlinDay(circulatedAt) };
  }
}

function toDocument(papers: Papers, today: string): AgendaDocument {
  const { agenda, conference, items } = papers;
  const { names } = conference;
  const circulatedOn = agenda.circulatedAt === null ? null : berlinDay(agenda.circulatedAt);
  // While the agenda is a draft, items are printed under the numbers they would get now; what came late, with its supplement.
  const numbers = circulatedOn === null ? numbersFor(items) : new Map<string, string>();
  const shown = items.flatMap((row) => {
    const called = row.number ?? numbers.get(row.id);
    return called === undefined ? [] : [{ row, item: toDocumentItem(row, called, papers) }];
  });
  return {
    names,
    session: sessionOf(papers),
    marking: markingAbove(highestOf(items.flatMap(({ topicId }) => papers.topics.get(topicId) ?? []))),
    supplement: null,
    issuedOn: today,
    circulatedOn,
    groups: agendaGroups.map((group) => {
      const ofGroup = shown.filter(({ row }) => row.group === group);
      const [first] = ofGroup;
      return {
        heading: first === undefined ? groupLabel(group) : groupHeading(first.row),
        items: ofGroup.map(({ item }) => item),
      };
    }),
    reports: [],
  };
}

function sessionOf({ agenda, conference, session }: Papers): AgendaSession {
  const { number, season, startsOn, endsOn, place } = conference;
  if (session === null) return { body: null, number, isSpecialSession: season === 'SPECIAL', startsOn, endsOn, place };
  const { number: ofBody, startsOn: from, endsOn: to, place: where } = session;
  return {
    body: articledBodies(agenda),
    number: ofBody,
    isSpecialSession: false,
    startsOn: from,
    endsOn: to,
    place: where,
  };
}

/** "des AK II", "der Vorkonferenz", "der AG Lage", "des AK II und des AK V" */
function articledBodies({ bodies }: AgendaRow): string {
  const article = (code: BodyCode) => (code === 'PRE_CONFERENCE' || code.startsWith('AG ') ? 'der' : 'des');
  return bodies.map((code) => `${article(code)} ${shortNameOf(code)}`).join(' und ');
}

function toDocumentItem(item: AgendaItemRow, number: string, { topics, clauses }: Papers): AgendaDocumentItem {
  const removal = item.state === 'REMOVED' ? { reason: item.reason ?? '' } : null;
  const topic = topics.get(item.topicId);
  const marking = topic === undefined ? null : markingAbove(topic);
  if (item.list === 'FIRESIDE') return { list: 'FIRESIDE', number, title: item.title, removal, marking };
  return {
    list: item.list,
    number,
    title: item.title,
    subLine: item.subtitle,
    registrants: topic === undefined ? [] : registrantsOf(topic),
    rapporteurs: topic?.rapporteurs ?? [],
    proposal: numbered(clauses.get(item.id) ?? []),
    removal,
    marking,
    notes: notesOf(item),
  };
}

function notesOf({ supplement, pulledOffBy, outcome }: AgendaItemRow): readonly AgendaNote[] {
  return [
    ...(supplement === null ? [] : [{ name: 'Nachgereicht', value: supplementName(supplement) }]),
    ...(pulledOffBy === null ? [] : [{ name: 'Von der Grünen Liste genommen', value: partyOf(pulledOffBy).name }]),
    ...(outcome === null ? [] : [{ name: 'Ergebnis', value: outcomeNames[outcome] }]),
  ];
}

function registrantsOf({ registrant, coRegistrants }: Topic): readonly string[] {
  return [registrantOf(registrant).name, ...coRegistrants.map((code) => partyOf(code).name)];
}
