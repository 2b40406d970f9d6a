import { agendaEntities } from '#agendas';
import { Conferences } from '#conferences';
import { Corrections, decisionEntities, Resolutions, Statements } from '#decisions';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import {
  CarriedObjections,
  ObjectionPeriods,
  ObjectionWriting,
  ObjectToReleaseHandler,
  ProposeReleaseJob,
  publicationEntities,
  ReleaseObjections,
  ReleaseObjects,
  Releases,
  ReleaseTransitionHandler,
  WithdrawReleaseObjectionHandler,
} from '#publication';
import { TopicRepository, type Topic } from '#topics';
import { ReleaseVotes, WrittenProcedures } from '#written-procedures';
import { anAdoptedResolution } from '../agendas/adopted-resolution.js';
import { aConferenceStage, type ConferenceStage } from '../agendas/conference-stage.js';

type Release = Awaited<ReturnType<Releases['lockReleasesOf']>>[number];

/** A conference whose resolutions have been adopted and are proposed for release. */
export interface ReleaseStage extends ConferenceStage {
  readonly releases: Releases;
  readonly objections: ReleaseObjections;
  readonly transition: ReleaseTransitionHandler;
  readonly object: ObjectToReleaseHandler;
  readonly withdraw: WithdrawReleaseObjectionHandler;
  /** Adopts a resolution and lets the job propose it and its attachments; the resolution's release comes first. */
  propose(given?: Partial<Topic>): Promise<readonly [Release, ...Release[]]>;
  /** Lets the job run after something else that can be released: an event, and the record it tells of. */
  proposeFor(event: string, recordId: string): Promise<void>;
  /** The message as the relay would bring it, for a job that runs twice. */
  proposeAgain(topicId: string): Promise<void>;
  /** As the system sees it. */
  now(release: Pick<Release, 'id'>): Promise<Release>;
}

export async function aReleaseStage(entities: Parameters<typeof aConferenceStage>[0] = []): Promise<ReleaseStage> {
  const stage = await aConferenceStage([...agendaEntities, ...decisionEntities, ...publicationEntities, ...entities]);
  const { database, clock } = stage;
  const topics = new TopicRepository();
  const releases = new Releases(topics);
  const objections = new ReleaseObjections();
  const transition = new ReleaseTransitionHandler(database, releases, topics, clock);
  const writing = new ObjectionWriting(objections, releases, transition, clock);
  const carried = new CarriedObjections(new ReleaseVotes(), writing);
  const objects = new ReleaseObjects(topics, new Resolutions(), new Statements(), new Corrections());
  const periods = new ObjectionPeriods(new Conferences(), new Resolutions(), new WrittenProcedures(topics));
  const job = new ProposeReleaseJob(objects, releases, periods, transition, carried);
  const run = async (event: string, recordId: string, data: Readonly<Record<string, unknown>>): Promise<void> => {
    const about = { id: newId(), event, recordKind: 'record', recordId, data, occurredAt: clock.now() };
    await database.write(SYSTEM, (tx) => job.run(tx, { ...about, actorPersonId: null, requestId: null }));
  };
  const proposeAgain = (topicId: string): Promise<void> => run('resolution.adopted', newId(), { topicId });
  return {
    ...stage,
    releases,
    objections,
    transition,
    object: new ObjectToReleaseHandler(database, releases, writing),
    withdraw: new WithdrawReleaseObjectionHandler(database, objections, releases, writing),
    proposeAgain,
    proposeFor: (event, recordId) => run(event, recordId, {}),
    propose: async (given = {}) => {
      const { topic } = await anAdoptedResolution(stage, given);
      await proposeAgain(topic.id);
      const found = await database.read(SYSTEM, (tx) => releases.releasesByTopics(tx, [topic.id]));
      const [first, ...others] = found.get(topic.id) ?? [];
      if (first === undefined) throw new Error('Nothing was proposed for release');
      return [first, ...others];
    },
    now: async ({ id }) => {
      const found = (await database.read(SYSTEM, (tx) => releases.releasesByIds(tx, [id]))).get(id);
      if (found === undefined) throw new Error('There is no such release');
      return found;
    },
  };
}
