import { Injectable } from '@nestjs/common';
import { Resolutions } from '#decisions';
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
export const releaseOccasions = ['resolution.adopted'] as const;

/** Which objects there are to be released, by the event that brought them about. */
@Injectable()
export class ReleaseObjects {
  private readonly table: Readonly<Record<(typeof releaseOccasions)[number], ObjectsOf>> = {
    'resolution.adopted': (tx, { data }) => this.ofResolvedTopic(tx, String(data['topicId'])),
  };

  constructor(
    private readonly topics: TopicRepository,
    private readonly resolutions: Resolutions,
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
