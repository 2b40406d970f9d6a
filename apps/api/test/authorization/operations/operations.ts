import { newId } from '#platform/database';
import type { Ground } from '../ground.js';
import { mutation, type Identified, type Row } from './row.js';

interface Found extends Identified {
  readonly revision: number;
}

const given = 'eine aufgegebene Arbeit';
const jobName = 'notify-of-nothing';

/** A message that only a worker could have given up. */
async function aDeadLetter({ stage }: Ground): Promise<Found> {
  const [id, outboxId] = [newId(), newId()];
  await stage.arrange(
    `INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at)
     VALUES ($1, 'topic', $1, 'spec.happened', '{}', now())`,
    [outboxId],
  );
  await stage.arrange(
    `INSERT INTO job_deliveries (outbox_id, job_name, state, finished_at) VALUES ($1, $2, 'FAILED', now())`,
    [outboxId, jobName],
  );
  await stage.arrange(
    `INSERT INTO dead_letters (id, outbox_id, job_name, event, record_kind, state, attempts, failure, occurred_at,
       first_failed_at, last_failed_at) VALUES ($1, $2, $3, 'spec.happened', 'topic', 'GIVEN_UP', 8, 'OTHER', now(), now(), now())`,
    [id, outboxId, jobName],
  );
  return { id, revision: 1 };
}

export const operationsMutations: readonly Row[] = [
  mutation('runDeadLetterAgain', given, async (ground) => {
    const { id: deadLetterId, revision: expectedRevision } = await aDeadLetter(ground);
    return { deadLetterId, expectedRevision };
  }),
  mutation('discardDeadLetter', given, async (ground) => {
    const { id: deadLetterId, revision: expectedRevision } = await aDeadLetter(ground);
    return { deadLetterId, expectedRevision, reason: 'Ist nicht mehr nötig.' };
  }),
  mutation('runDeadLettersOfJobAgain', given, async (ground) => {
    await aDeadLetter(ground);
    return { jobName };
  }),
];

const letterFields = `id messageId jobName event recordKind stateLabel attempts failure failureLabel failureCode
  occurredAt firstFailedAt lastFailedAt revision availableActions { action } history { id }`;

export const operationsQueries: readonly Row[] = [
  {
    operation: 'deadLetters',
    given,
    query: `{ deadLetters { nodes { ${letterFields} } } }`,
    prepare: async (ground) => {
      const { id: wanted } = await aDeadLetter(ground);
      const shows = ({ data }: { data?: { deadLetters: { nodes: readonly Identified[] } } | null }): boolean =>
        data?.deadLetters.nodes.some(({ id }) => id === wanted) ?? false;
      return { shows };
    },
  },
  {
    operation: 'operations',
    given: 'jederzeit',
    query: `{ operations { backend openMessages openSince waitingMails mailServer { state stateLabel since reason checkedAt } queues { name label waiting delayed active failed waitingSince }
      schedules { jobName everySeconds nextRunAt lastRunAt lastOutcome lastOutcomeLabel failureLabel failureCode lastDoneAt }
      workers { id host startedAt seenAt isAlive isStopping } givenUpJobs { jobName givenUp known } } }`,
    prepare: async () => ({}),
  },
];
