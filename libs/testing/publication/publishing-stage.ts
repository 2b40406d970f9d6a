import { Client } from 'pg';
import { Conferences } from '#conferences';
import { Resolutions } from '#decisions';
import type { Actor } from '#organisation';
import { newId, PublicDatabase } from '#platform/database';
import {
  ApprovePublicationHandler,
  PreparePublicationHandler,
  Publications,
  PublicationTransition,
  PublicChanges,
  PublicPapers,
  PublishedPapers,
  ReleasePublishing,
  WithdrawPublicationHandler,
} from '#publication';
import { TopicRepository, type Topic } from '#topics';
import { aReleaseStage, type ReleaseStage } from './release-stage.js';

type Release = Awaited<ReturnType<ReleaseStage['propose']>>[0];
type Answer = Awaited<ReturnType<PreparePublicationHandler['execute']>>;

/** A conference after its session, with everything that leads to the public. */
export interface PublishingStage extends ReleaseStage {
  readonly prepare: PreparePublicationHandler;
  readonly approve: ApprovePublicationHandler;
  readonly withdrawPublication: WithdrawPublicationHandler;
  /** A released resolution with its attachments, the time for objections being over. */
  release(given?: Partial<Topic>): Promise<readonly [Release, ...Release[]]>;
  /** Prepared by the secretariat, approved by the chair. */
  publish(): Promise<void>;
  prepared(by?: Actor): Promise<Extract<Answer, { readonly ok: true }>['publication']>;
  /** What everybody may read, as the public side reads it. */
  readonly papers: PublicPapers;
  readonly changes: PublicChanges;
  /** A confirmed correction of the resolution, released and ready to be published; its id. */
  correct(release: Pick<Release, 'objectId' | 'topicId'>, number: number, text: string): Promise<string>;
  /** A recorded statement of Bayern on the resolution, released and ready to be published; its id. */
  declare(release: Pick<Release, 'topicId'>, text: string): Promise<string>;
  /** What the role of the public side reads. */
  publicly<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
}

const AFTERWARDS = new Date('2026-12-07T09:00:00Z');
const DURING = new Date('2026-12-03T10:00:00Z');

export async function aPublishingStage(): Promise<PublishingStage> {
  const stage = await aReleaseStage();
  const { database, clock, releases, transition: ofReleases } = stage;
  const publications = new Publications();
  const publicDatabase = PublicDatabase.open(stage.testDatabase.publicUrl, 1);
  const placing = new PublishedPapers(new Conferences(), new TopicRepository(), new Resolutions());
  const publishing = new ReleasePublishing(releases, placing, ofReleases, clock);
  const transition = new PublicationTransition(publications, clock);
  const prepare = new PreparePublicationHandler(database, new Conferences(), publications, releases, transition);
  const approve = new ApprovePublicationHandler(database, publications, releases, transition, publishing);
  const secretariat = stage.person('geschaeftsstelle');
  const prepared: PublishingStage['prepared'] = async (by = secretariat) => {
    const answer = await prepare.execute(by, stage.conferenceId);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    return answer.publication;
  };
  const granted = (objectId: string): Promise<unknown> =>
    stage.arrange(
      `UPDATE releases SET state = 'RELEASED', objections_until = $2, released_at = $2 WHERE object_id = $1`,
      [objectId, clock.now()],
    );
  clock.moveTo(AFTERWARDS);
  return {
    ...stage,
    prepare,
    approve,
    withdrawPublication: new WithdrawPublicationHandler(database, releases, publishing),
    prepared,
    release: async (given = {}) => {
      clock.moveTo(DURING);
      const [first, ...others] = await stage.propose(given);
      clock.moveTo(AFTERWARDS);
      const grantedOne = async ({ id }: Release): Promise<Release> => {
        const granting = { releaseId: id, expectedRevision: 1, action: 'grantRelease' } as const;
        await ofReleases.execute(secretariat, granting);
        return stage.now({ id });
      };
      return [await grantedOne(first), ...(await Promise.all(others.map(grantedOne)))];
    },
    publish: async () => {
      const { id, revision } = await prepared();
      const approving = { publicationId: id, expectedRevision: revision };
      const answer = await approve.execute(stage.person('vorsitz.hh'), approving);
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    },
    papers: new PublicPapers(publicDatabase),
    changes: new PublicChanges(publicDatabase),
    correct: async ({ objectId, topicId }, number, text) => {
      const id = newId();
      const clauses = JSON.stringify([{ id: newId(), number: null, text, children: [] }]);
      await stage.arrange(
        `INSERT INTO resolution_corrections (id, resolution_id, topic_id, number, clauses, text_hash, reason, state,
           proposed_at, proposed_by, decided_at, decided_by, revision, audience)
         VALUES ($1, $2, $3, $4, $5, $6, 'Schreibfehler', 'CONFIRMED', $7, 'Kim', $7, 'Toni', 2,
           array(SELECT generate_series(0, 202)))`,
        [id, objectId, topicId, number, clauses, 'b'.repeat(64), clock.now()],
      );
      await stage.proposeFor('correction.made', id);
      await granted(id);
      return id;
    },
    declare: async ({ topicId }, text) => {
      const id = newId();
      await stage.arrange(
        `INSERT INTO statements (id, topic_id, written_procedure_id, party, text, text_hash, state, is_late, author_name,
           announced_at, recorded_at, created_at, updated_at, revision, audience)
         VALUES ($1, $2, $1, 'BY', $3, encode(sha256(convert_to($3, 'UTF8')), 'hex'), 'RECORDED', false, 'Kim Beispiel',
           $4, $4, $4, $4, 1, array(SELECT generate_series(0, 202)))`,
        [id, topicId, text, clock.now()],
      );
      await stage.proposeFor('statement.recorded', id);
      await granted(id);
      return id;
    },
    close: async () => {
      await publicDatabase.close();
      await stage.close();
    },
    publicly: (statement, values = []) => asThePublic(stage.testDatabase.publicUrl, statement, values),
  };
}

async function asThePublic<Row>(url: string, statement: string, values: readonly unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}
