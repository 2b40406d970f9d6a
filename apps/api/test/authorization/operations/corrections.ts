import { newId } from '#platform/database';
import { textHash } from '#proposals';
import { done, type Ground } from '../ground.js';
import { mutation, reason, type Row } from './row.js';

/** A resolution of a topic of Hessen, as everybody reads it. */
async function resolution(ground: Ground): Promise<string> {
  const topic = await ground.stage.placeTopic({ state: 'DECIDED', outcome: 'ADOPTED' });
  const id = newId();
  const clauses = [{ id: newId(), number: null, text: 'Die IMK bittet um Prüfung.', children: [] }];
  await ground.stage.arrange(
    `INSERT INTO resolutions (id, topic_id, conference_id, text_hash, outcome, title, clauses, adopted_on,
       release_wish, audience) VALUES ($1, $2, $3, $4, 'ADOPTED', 'Prüfung', $5, '2026-11-03', true,
       array(SELECT generate_series(0, 202)))`,
    [id, topic.id, topic.conferenceId, textHash(clauses), JSON.stringify(clauses)],
  );
  return id;
}

const clauses = [{ text: 'Die IMK bittet um Prüfung bis zum 30. Juni 2027.' }];

interface Prepared {
  readonly correctionId: string;
  readonly expectedRevision: number;
  readonly textHash: string;
}

async function proposed(ground: Ground): Promise<Prepared> {
  const secretariat = await ground.stage.as('geschaeftsstelle');
  const input = { resolutionId: await resolution(ground), clauses, reason };
  const { payload } = await done(secretariat.mutate('proposeCorrection', input, 'correction { id revision textHash }'));
  const { id, revision, textHash: hash } = payload.correction;
  return { correctionId: id, expectedRevision: revision, textHash: hash };
}

export const correctionMutations: readonly Row[] = [
  mutation('proposeCorrection', 'ein Beschluss', async (ground) => {
    return { resolutionId: await resolution(ground), clauses, reason };
  }),
  mutation('confirmCorrection', 'eine vorgeschlagene Berichtigung', async (ground) => ({
    ...(await proposed(ground)),
  })),
  mutation('rejectCorrection', 'eine vorgeschlagene Berichtigung', async (ground) => {
    const { correctionId, expectedRevision } = await proposed(ground);
    return { correctionId, expectedRevision, reason };
  }),
];
