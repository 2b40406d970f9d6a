import type { Ground } from '../ground.js';
import { mutation, type Identified, type Row } from './row.js';

interface Subscribed {
  readonly feedId: string;
  readonly expectedRevision: number;
  /** Path of the calendar. */
  readonly path: string;
}

/** A new one, and the only one that the coordinator has not revoked. */
export async function calendarIn({ stage }: Ground): Promise<Subscribed> {
  await stage.arrange(`UPDATE calendar_feeds SET state = 'REVOKED', token_hash = NULL`);
  const coordination = await stage.as('koordination.he');
  const input = { name: 'Telefon', content: 'SESSIONS_AND_DEADLINES' };
  const selection = 'calendarFeed { id revision } address';
  const { payload } = await coordination.mutate('createCalendarFeed', input, selection);
  const { id: feedId, revision: expectedRevision } = payload.calendarFeed;
  return { feedId, expectedRevision, path: new URL(payload.address).pathname };
}

const given = 'eine Kalenderadresse Hessens';

const onFeed = (operation: string, further: object = {}): Row =>
  mutation(operation, given, async (ground) => {
    const { feedId, expectedRevision } = await calendarIn(ground);
    return { feedId, expectedRevision, ...further };
  });

export const calendarMutations: readonly Row[] = [
  mutation('createCalendarFeed', 'jederzeit', async () => ({ name: 'Telefon', content: 'SESSIONS' })),
  onFeed('changeCalendarFeed', { name: 'Tablet' }),
  onFeed('renewCalendarFeed'),
  onFeed('revokeCalendarFeed'),
];

const fields = `id name contentLabel stateLabel createdAt issuedAt fetchedAt revision
  availableActions { action } history { id capacityLabel label }`;

export const calendarQueries: readonly Row[] = [
  {
    operation: 'calendarFeeds',
    given,
    query: `{ calendarFeeds { nodes { ${fields} } availableActions { action available } } }`,
    prepare: async (ground) => {
      const { feedId } = await calendarIn(ground);
      return { shows: ({ data }) => data.calendarFeeds.nodes.some(({ id }: Identified) => id === feedId) };
    },
  },
];
