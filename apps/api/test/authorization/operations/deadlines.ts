import type { Ground } from '../ground.js';
import { always, mutation, reason, type Identified, type Row } from './row.js';

interface Found extends Identified {
  readonly revision: number;
}

/** Nothing else moves this deadline of the stage's conference, and each time it is moved a little. */
async function finalPapers({ stage }: Ground): Promise<Found> {
  const [found] = await stage.arrange<Found>(
    `SELECT id, revision FROM deadlines WHERE conference_id = $1 AND kind = 'FINAL_PAPERS'`,
    [stage.conferenceId],
  );
  if (found === undefined) throw new Error('The conference has no deadline for its papers');
  return found;
}

/** A rule that is in the state wanted, whatever the calls before have switched. */
const rule =
  (rung: string, state: 'ON' | 'OFF') =>
  async ({ stage }: Ground): Promise<{ readonly ruleId: string; readonly expectedRevision: number }> => {
    const [found] = await stage.arrange<Found>(
      `UPDATE reminder_rules SET state = $2 WHERE kind = 'COMMITTEE_SESSIONS' AND rung = $1 RETURNING id, revision`,
      [rung, state],
    );
    if (found === undefined) throw new Error('There is no such rung');
    return { ruleId: found.id, expectedRevision: found.revision };
  };

let minutes = 0;

const given = 'die Frist für die endgültigen Unterlagen';

export const deadlineMutations: readonly Row[] = [
  mutation('moveDeadline', given, async (ground) => {
    const { id: deadlineId, revision: expectedRevision } = await finalPapers(ground);
    const dueAt = new Date(Date.UTC(2026, 10, 27, 12, (minutes += 1))).toISOString();
    return { deadlineId, expectedRevision, dueAt, reason };
  }),
  mutation('switchReminderOn', 'eine ausgeschaltete Erinnerungsstufe', rule('OVERDUE', 'OFF')),
  mutation('switchReminderOff', 'eine eingeschaltete Erinnerungsstufe', rule('ONE_DAY', 'ON')),
];

const fields = `id kindLabel duty effect basisLabel isFixed opensAt dueAt originalDueAt stateLabel isOver restDay
  availableActions { action } history { id }`;

export const deadlineQueries: readonly Row[] = [
  {
    operation: 'deadlines',
    given,
    query: `query ($conferenceId: ID!) { deadlines(conferenceId: $conferenceId) { nodes { ${fields} } } }`,
    prepare: async (ground) => {
      const { id: wanted } = await finalPapers(ground);
      const shows = ({ data }: { data?: { deadlines: { nodes: readonly Identified[] } } | null }): boolean =>
        data?.deadlines.nodes.some(({ id }) => id === wanted) ?? false;
      return { variables: { conferenceId: ground.stage.conferenceId }, shows };
    },
  },
  always('myDeadlines', `nodes { ${fields} }`),
  always('reminderRules', 'id kindLabel rungLabel isOn stateLabel revision availableActions { action } history { id }'),
];
