import type { Ground } from '../ground.js';
import type { Identified, Row } from './row.js';

/** A mail to the coordination of Hesse that was given up. */
async function failedMail({ stage }: Ground, about: string): Promise<string> {
  await stage.arrange(
    `INSERT INTO failed_mails (id, kind, person_id, address, fault, answer, state, failed_at)
     VALUES ($1, 'topic-accepted', $2, 'koordination.he@konferenzmappe.example', 'REFUSED_ADDRESS', '550', 'FAILED', $3)`,
    [about, stage.person('koordination.he').personId, stage.clock.now()],
  );
  return about;
}

export const notificationMutations: readonly Row[] = [
  {
    operation: 'markNotificationsRead',
    given: 'eine Benachrichtigung der Koord. anmeldend',
    prepare: async (ground) => {
      const id = await ground.notificationOf('koordination.he');
      const isRead = 'SELECT FROM notifications WHERE id = $1 AND read_at IS NOT NULL';
      return { input: { ids: [id] }, shows: async () => (await ground.stage.arrange(isRead, [id])).length === 1 };
    },
  },
  {
    operation: 'chooseNotificationChannel',
    given: 'die eigenen Einstellungen',
    prepare: async () => ({ input: { kinds: ['item-placed'], channel: 'DAILY' } }),
  },
  {
    operation: 'chooseDigestTime',
    given: 'die eigenen Einstellungen',
    prepare: async () => ({ input: { hour: 6, weekday: 2 } }),
  },
  {
    operation: 'retryFailedMail',
    given: 'eine nicht zugestellte E-Mail',
    prepare: async (ground) => ({
      input: { mailId: await failedMail(ground, await ground.notificationOf('koordination.he')) },
    }),
  },
];

export const notificationQueries: readonly Row[] = [
  {
    operation: 'notifications',
    given: 'eine Benachrichtigung der Koord. anmeldend',
    query: '{ notifications { nodes { id } } }',
    prepare: async (ground) => {
      const told = await ground.notificationOf('koordination.he');
      return { shows: ({ data }) => data.notifications.nodes.some(({ id }: Identified) => id === told) };
    },
  },
  {
    operation: 'notificationPreferences',
    given: 'die eigenen Einstellungen',
    query: '{ notificationPreferences { digestHour } }',
    prepare: async () => ({ shows: ({ data }) => data.notificationPreferences.digestHour === 7 }),
  },
  {
    operation: 'failedMails',
    given: 'eine nicht zugestellte E-Mail',
    query: '{ failedMails(first: 100) { nodes { id } } }',
    prepare: async (ground) => {
      const failed = await failedMail(ground, await ground.notificationOf('koordination.he'));
      return { shows: ({ data }) => data.failedMails.nodes.some(({ id }: Identified) => id === failed) };
    },
  },
];
