import { Injectable } from '@nestjs/common';
import { Corrections, Resolutions, Statements } from '#decisions';
import { partyNames } from '#glossary';
import type { ReadTx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import type { ReleasableObject } from '../domain/release.js';

/** Something happened after which there is something to be released. */
export interface ReleaseOccasion {
  readonly event: string;
  readonly recordId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type ObjectsOf = (tx: ReadTx, occasion: ReleaseOccasion) => Promise<readonly ReleasableObject[]>;

/** The events after which there is something to be released; see the table in `ReleaseObjects`. */
export const releaseOccasions = ['resolution.adopted', 'statement.recorded', 'correction.made'] as const;

/** Which objects there are to be released, by the event that brought them about. */
@Injectable()
export class ReleaseObjects {
  private readonly table: Readonly<Record<(typeof releaseOccasions)[number], ObjectsOf>> = {
    'resolution.adopted': (tx, { data }) => this.ofResolvedTopic(tx, String(data['topicId'])),
    'statement.recorded': (tx, { recordId }) => this.ofStatement(tx, recordId),
    'correction.made': (tx, { recordId }) => this.ofCorrection(tx, recordId),
  };

  constructor(
    private readonly topics: TopicRepository,
    private readonly resolutions: Resolutions,
    private readonly statements: Statements,
    private readonly corrections: Corrections,
  ) {}

  /** Empty for what has gone meanwhile. */
  async objectsOf(tx: ReadTx, occasion: ReleaseOccasion): Promise<readonly ReleasableObject[]> {
    const known = Object.entries(this.table).find(([event]) => event === occasion.event);
    return known === undefined ? [] : known[1](tx, occasion);
  }

  /** The resolution, and each attachment by itself. */
  async ofResolvedTopic(tx: ReadTx, topicId: string): Promise<readonly ReleasableObject[]> {
    const topic = await this.topics.findTopic(tx, topicId);
    const resolution = (await this.resolutions.resolutionsByTopics(tx, [topicId])).get(topicId);
    if (topic === null || resolution === undefined) return [];
    const { title, classification, releaseWish } = topic;
    return [
      { ...placeOf(topic), objectKind: 'RESOLUTION', objectId: resolution.id, title, classification, releaseWish },
      ...topic.attachments.map((attachment) => attachmentOf(topic, attachment)),
    ];
  }

  /** What a party declared is public by default, like what all resolved; in a committee it stays among its members. */
  private async ofStatement(tx: ReadTx, id: string): Promise<readonly ReleasableObject[]> {
    const statement = (await this.statements.statementsByIds(tx, [id])).get(id);
    if (statement === undefined || statement.readers !== null) return [];
    const joined = statement.cosignatures.filter(({ endedAt }) => endedAt === null).map(({ party }) => party);
    const parties = [statement.party, ...joined].map((party) => partyNames[party]).join(', ');
    return this.ofTopic(tx, statement.topicId, 'STATEMENT', { id, title: `Erklärung zu Protokoll: ${parties}` });
  }

  private async ofCorrection(tx: ReadTx, id: string): Promise<readonly ReleasableObject[]> {
    const correction = (await this.corrections.correctionsByIds(tx, [id])).get(id);
    if (correction === undefined) return [];
    return this.ofTopic(tx, correction.topicId, 'CORRECTION', { id, title: `Berichtigung ${correction.number ?? ''}` });
  }

  private async ofTopic(
    tx: ReadTx,
    topicId: string,
    objectKind: ReleasableObject['objectKind'],
    { id: objectId, title }: { readonly id: string; readonly title: string },
  ): Promise<readonly ReleasableObject[]> {
    const topic = await this.topics.findTopic(tx, topicId);
    if (topic === null) return [];
    const { classification, releaseWish } = topic;
    return [{ ...placeOf(topic), objectKind, objectId, title, classification, releaseWish }];
  }
}

function placeOf({ id, conferenceId }: Topic): Pick<ReleasableObject, 'topicId' | 'conferenceId'> {
  return { topicId: id, conferenceId };
}

/** No paper is less classified than the topic it belongs to. */
function attachmentOf(
  topic: Topic,
  { id, title, classification, releaseWish }: Topic['attachments'][number],
): ReleasableObject {
  const isTopicClassified = topic.classification === 'RESTRICTED' || topic.classification === 'VS_NFD';
  const own = isTopicClassified && classification !== 'VS_NFD' ? topic.classification : classification;
  return { ...placeOf(topic), objectKind: 'ATTACHMENT', objectId: id, title, classification: own, releaseWish };
}
