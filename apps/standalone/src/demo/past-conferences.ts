import type { LandCode, Season } from '#glossary';
import { ImportConferenceHandler, noonOfLastDay } from '#conferences';
import { ImportResolutionHandler } from '#decisions';
import { proposedChair, SYSTEM } from '#organisation';
import { newId, type Tx } from '#platform/database';
import { ProposalRepository, textHash, type ProposalVersion } from '#proposals';
import { ImportPublishedResolutionHandler } from '#publication';
import { ImportDecidedTopicHandler, TopicRepository } from '#topics';
import { permitted, type DemoStage } from './demo-stage.js';
import { historicTopics, type HistoricTopic } from './historic-topics.js';

/** Who held the chair before it rotated in the order of the Länder. */
const chairsBeforeRotation: Readonly<Record<number, LandCode>> = { 2001: 'ST' };

/** Past conferences with their topics, taken over as from an archive. What is there already stays as it is. */
export async function importPastConferences(stage: DemoStage): Promise<void> {
  for (const session of new Set(historicTopics.map((paper) => paper.session))) {
    const papers = historicTopics.filter((paper) => paper.session === session);
    const conferenceId = (await findConference(stage, session)) ?? (await importConference(stage, papers[0]));
    const known = await titlesOf(stage, conferenceId);
    for (const paper of papers) if (!known.has(paper.title)) await importPaper(stage, conferenceId, paper);
  }
}

async function findConference({ database }: DemoStage, number: number): Promise<string | null> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM conferences WHERE number = $1', [number]),
  );
  return found?.id ?? null;
}

async function titlesOf({ database }: DemoStage, conferenceId: string): Promise<ReadonlySet<string>> {
  const rows = await database.read(SYSTEM, (tx) =>
    tx.query<{ title: string }>('SELECT title FROM topics WHERE conference_id = $1', [conferenceId]),
  );
  return new Set(rows.map(({ title }) => title));
}

async function importConference(stage: DemoStage, paper: HistoricTopic | undefined): Promise<string> {
  if (paper === undefined) throw new Error('A conference without papers is not known');
  const { session: number, place, heldOn } = paper;
  const [startsOn, endsOn] = heldOn;
  const year = Number(startsOn.slice(0, 4));
  const season: Season = Number(startsOn.slice(5, 7)) <= 6 ? 'SPRING' : 'AUTUMN';
  const chair = chairsBeforeRotation[year] ?? proposedChair(year);
  const input = { number, season, year, place, startsOn, endsOn, chair };
  return permitted(`${number}`, await stage.handler(ImportConferenceHandler).execute(input)).conference.id;
}

async function importPaper(stage: DemoStage, conferenceId: string, paper: HistoricTopic): Promise<void> {
  await stage.database.write(SYSTEM, (tx) => importIn(tx, stage, conferenceId, paper));
}

/** A topic, its text, its resolution and that it is public, in one transaction. */
async function importIn(tx: Tx, stage: DemoStage, conferenceId: string, paper: HistoricTopic): Promise<void> {
  const { title, subtitle, facts, rationale, outcome } = paper;
  const [party, ...coRegistrants] = paper.registrants;
  const [leadCommittee, ...involvedCommittees] = paper.committees;
  const decidedAt = noonOfLastDay({ endsOn: paper.heldOn[1] });
  const version = versionOf(paper, decidedAt);
  const fields = { title, subtitle: subtitle ?? null, coRegistrants, facts, rationale, releaseWish: paper.released };
  const proposal = { versionId: version.id, textHash: version.textHash };
  const answer = await stage.handler(ImportDecidedTopicHandler).importIn(tx, {
    conferenceId,
    registrant: { party },
    fields,
    leadCommittee,
    involvedCommittees,
    outcome,
    decidedAt,
    proposal,
  });
  const decided = permitted(title, answer);
  const text = { ...version, topicId: decided.topic.id };
  const audience = stage.handler(TopicRepository).audienceOf(decided.topic);
  await stage.handler(ProposalRepository).insert(tx, text, audience);
  await stage.handler(ImportResolutionHandler).importIn(tx, decided, text);
  if (!paper.released) return;
  const published = await stage.handler(ImportPublishedResolutionHandler).importIn(tx, decided.topic.id);
  if (published !== null) permitted(title, published);
}

function versionOf({ clauses: texts, outcome }: HistoricTopic, createdAt: Date): Omit<ProposalVersion, 'topicId'> {
  const clauses = texts.map((text) => ({ id: newId(), text, children: [] }));
  const stage = outcome === 'NO_RESOLUTION' ? 'FINAL' : 'AS_ADOPTED';
  return { id: newId(), number: 1, stage, clauses, textHash: textHash(clauses), authorName: SYSTEM.name, createdAt };
}
