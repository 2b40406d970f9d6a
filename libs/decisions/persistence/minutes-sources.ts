import { Injectable } from '@nestjs/common';
import { Agendas, type AgendaItemRow, type AgendaRow } from '#agendas';
import { BUND, landCodes, type PartyCode } from '#glossary';
import { withoutGuests } from '#organisation';
import type { ReadTx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import type { MinutesEntry, MinutesVote } from '../domain/minutes.js';
import { conclusionsOf, type MinutesOf } from './minutes-conclusions.js';
import { standingCosignatures } from '../domain/statement.js';
import { countingVotes } from '../domain/unanimity.js';
import { isAdoption } from '../domain/outcomes.js';
import { Ballots, type StoredBallot } from './ballot.repository.js';
import { Corrections, latestConfirmed, type StoredCorrection } from './correction.repository.js';
import type { CompiledEntry } from './minutes-rows.js';
import { Resolutions, type TitledResolution } from './resolution.repository.js';
import { Statements, type StoredStatement } from './statement.repository.js';
import { Votes, type BundPosition, type RecordedVote } from './vote.repository.js';

/** What the secretariat notes on items, by item. */
export type MinutesNotes = ReadonlyMap<string, string | null>;

/** What minutes take from elsewhere than the data of the items. */
export interface TakenAlong {
  readonly notes: MinutesNotes;
  /** Who sat for a party, as the minutes name them. */
  readonly representatives: ReadonlyMap<PartyCode, string>;
}

interface Sources {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly resolutions: ReadonlyMap<string, TitledResolution>;
  /** By resolution. */
  readonly corrections: ReadonlyMap<string, readonly StoredCorrection[]>;
  readonly statements: ReadonlyMap<string, readonly StoredStatement[]>;
  readonly ballots: ReadonlyMap<string, StoredBallot>;
  readonly votes: ReadonlyMap<string, readonly RecordedVote[]>;
  readonly positions: ReadonlyMap<string, BundPosition>;
  readonly representatives: TakenAlong['representatives'];
}

/** What minutes are written from: the agenda of the conference with all that became of its items. */
@Injectable()
export class MinutesSources {
  private readonly resolutions = new Resolutions();
  private readonly corrections = new Corrections();
  private readonly ballots = new Ballots();
  private readonly votes = new Votes();

  constructor(
    private readonly topics: TopicRepository,
    private readonly agendas: Agendas,
    private readonly statements: Statements,
  ) {}

  /** The numbered items in the order of the agenda, as far as the actor sees them; none when there is no agenda. */
  async compile(tx: ReadTx, minutes: MinutesOf, taken: TakenAlong): Promise<readonly CompiledEntry[]> {
    const agenda = await this.agendaOf(tx, minutes);
    if (agenda === undefined) return [];
    const all = (await this.agendas.itemsByAgendas(tx, [agenda.id])).get(agenda.id) ?? [];
    const items = all.filter(({ number }) => number !== null);
    const conclusions = await conclusionsOf(tx, minutes, items, this.topics);
    const sources = { ...(await this.sourcesOf(tx, items)), representatives: taken.representatives };
    return items.flatMap((item) => {
      const topic = sources.topics.get(item.topicId);
      if (topic === undefined) return [];
      const note = taken.notes.get(item.id) ?? null;
      const entry = isOfMainConference(minutes)
        ? { ...entryOf(item, topic, sources), note }
        : { ...preparedEntryOf(item, topic, sources), conclusion: conclusions.get(item.id) ?? null, note };
      return [{ entry, restrictedTo: this.restrictionOf(topic) }];
    });
  }

  private async agendaOf(
    tx: ReadTx,
    { conferenceId, sessionId, ...minutes }: MinutesOf,
  ): Promise<AgendaRow | undefined> {
    return isOfMainConference(minutes)
      ? (await this.agendas.agendasByConferences(tx, [conferenceId])).get(conferenceId)
      : (await this.agendas.agendasBySessions(tx, [sessionId])).get(sessionId);
  }

  private restrictionOf(topic: Topic): readonly number[] | null {
    const isRestricted = topic.classification === 'RESTRICTED' || topic.classification === 'VS_NFD';
    return isRestricted ? withoutGuests(this.topics.audienceOf(topic)) : null;
  }

  private async sourcesOf(tx: ReadTx, items: readonly AgendaItemRow[]): Promise<Omit<Sources, 'representatives'>> {
    const topicIds = items.map(({ topicId }) => topicId);
    const ballots = await this.ballots.ballotsByItems(
      tx,
      items.map(({ id }) => id),
    );
    const ballotIds = [...ballots.values()].map(({ id }) => id);
    const resolutions = await this.resolutions.resolutionsByTopics(tx, topicIds);
    const resolutionIds = [...resolutions.values()].map(({ id }) => id);
    return {
      topics: await this.topics.listTopicsByIds(tx, topicIds),
      resolutions,
      corrections: await this.corrections.correctionsByResolutions(tx, resolutionIds),
      statements: await this.statements.statementsByTopics(tx, topicIds),
      ballots,
      votes: await this.votes.votesByBallots(tx, ballotIds),
      positions: await this.votes.bundPositionsByBallots(tx, ballotIds),
    };
  }
}

function entryOf(item: AgendaItemRow, topic: Topic, sources: Sources): Omit<MinutesEntry, 'note'> {
  const { id: agendaItemId, topicId, number, list, title } = item;
  const removal = item.state === 'REMOVED' ? (item.reason ?? '') : null;
  const shown = { agendaItemId, topicId, number, list, title, removal, classification: topic.classification };
  // Fireside talks hold no documents: their title at most.
  if (list === 'FIRESIDE' || topic.kind === 'FIRESIDE') return { ...shown, ...nothingWritten };
  const outcome = outcomeOf(item, topic);
  const resolution = outcome !== null && isAdoption(outcome) ? sources.resolutions.get(topicId) : undefined;
  return {
    ...shown,
    subtitle: item.subtitle,
    rapporteurs: topic.rapporteurs,
    precedents: topic.precedents,
    fileReference: topic.fileReference,
    isMeantForRelease: topic.releaseWish && topic.classification !== 'RESTRICTED' && topic.classification !== 'VS_NFD',
    outcome,
    resolution: resolution === undefined ? null : { textHash: resolution.textHash, clauses: resolution.clauses },
    correction: correctionOf(resolution, sources),
    statements: statementsOf(item, sources),
    attachments: topic.attachments.map(({ title: name, asOf, originator, classification, releaseWish }) => {
      return { title: name, asOf, originator, classification, releaseWish };
    }),
    vote: voteOf(item, sources),
  };
}

/** A body that votes on nothing leaves the decision to the conference, whatever that has made of it since. */
function preparedEntryOf(item: AgendaItemRow, topic: Topic, sources: Sources): Omit<MinutesEntry, 'note'> {
  const entry = entryOf(item, topic, sources);
  return { ...entry, outcome: null, resolution: null, correction: null, vote: null };
}

function isOfMainConference({ bodies }: Pick<MinutesOf, 'bodies'>): boolean {
  return bodies[0] === 'MAIN_CONFERENCE';
}

const nothingWritten = {
  subtitle: null,
  rapporteurs: [],
  precedents: [],
  fileReference: null,
  isMeantForRelease: false,
  outcome: null,
  resolution: null,
  correction: null,
  statements: [],
  attachments: [],
  vote: null,
} as const;

/** How the item ended, which need not be how the topic ended later. */
function outcomeOf({ outcome, state }: AgendaItemRow, topic: Topic): MinutesEntry['outcome'] {
  return state === 'REMOVED' ? outcome : (outcome ?? topic.outcome);
}

function correctionOf(resolution: TitledResolution | undefined, { corrections }: Sources): MinutesEntry['correction'] {
  const standing = latestConfirmed(corrections.get(resolution?.id ?? '') ?? []);
  return standing === null ? null : { number: standing.number ?? 1, clauses: standing.clauses };
}

function statementsOf({ id, topicId }: AgendaItemRow, { statements }: Sources): MinutesEntry['statements'] {
  return (statements.get(topicId) ?? [])
    .filter(({ state, agendaItemId }) => state === 'RECORDED' && agendaItemId === id)
    .map((statement) => ({
      party: statement.party,
      cosigners: standingCosignatures(statement).map(({ party }) => party),
      text: statement.text,
    }));
}

function voteOf({ id }: AgendaItemRow, { ballots, votes, positions, representatives }: Sources): MinutesVote | null {
  const ballot = ballots.get(id);
  if (ballot?.state !== 'DETERMINED') return null;
  const counting = countingVotes(votes.get(ballot.id) ?? [], ballot.textHash);
  const given = votes.get(ballot.id) ?? [];
  return {
    votes: landCodes.map((party) => {
      const vote = counting.get(party);
      const recorded = given.find((each) => each.party === party && each.version === vote?.version);
      return {
        party,
        choice: vote?.choice ?? null,
        onBehalfBy: recorded?.onBehalfBy ?? null,
        representedBy: recorded?.representedBy ?? representatives.get(party) ?? null,
      };
    }),
    bundPosition: positions.get(ballot.id)?.choice ?? null,
    bundRepresentedBy: positions.get(ballot.id)?.representedBy ?? representatives.get(BUND) ?? null,
  };
}
