import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationEntities } from '#organisation';
import { FixedClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { newId } from '#platform/database';
import { LooseKeys } from '#testing';
import { MailPace } from './delivery/mail-pace.js';
import { MailTransport } from './delivery/mail-transport.js';
import { Digests } from './persistence/digests.js';
import { FailedMails } from './persistence/failed-mails.js';
import { MailDeliveries } from './persistence/mail-deliveries.js';
import { Notifications } from './persistence/notifications.js';
import { Preferences } from './persistence/preferences.js';

const now = new Date('2026-11-02T08:00:00Z');
const clock = new FixedClock(now);
const personId = newId();
const address = 'anna@konferenzmappe.example';
const herself = { personId, audience: [] };

let stage: LooseKeys;

beforeAll(async () => {
  stage = await LooseKeys.open(organisationEntities);
});
afterAll(() => stage.close());

/** One of the person's notifications, in the database already. */
async function aNotification(channel = 'MAIL'): Promise<string> {
  const id = newId();
  await stage.owner.query(
    `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at, channel)
     VALUES ($1, $1, $2, 'topic-accepted', 'topic', $1, 'x', '2026-11-01', $3)`,
    [id, personId, channel],
  );
  return id;
}

function transportOf(): MailTransport {
  const config = parseConfig({ DATABASE_URL: stage.url });
  return new MailTransport(config, clock, new MailPace(config, stage.database, clock));
}

describe('Once means once, and by this key alone', () => {
  it('somebody is told of an event once: notifications_once', async () => {
    const notifications = new Notifications(clock);
    const tell = async (messageId: string): Promise<number> => {
      const about = { messageId, kind: 'topic-accepted', recordKind: 'topic', recordId: messageId } as const;
      const recipients = [{ personId, because: 'Sie angemeldet haben' }];
      await stage.act((tx) => notifications.notify(tx, { ...about, recipients }));
      return stage.countOf('notifications', 'message_id', messageId);
    };
    const id = newId();
    expect([await tell(id), await tell(id)]).toEqual([1, 1]);
    await stage.loosen('notifications', 'notifications_once');
    expect([await tell(id), await tell(id)]).toEqual([2, 3]);
  });

  it('a mail is under way once: mail_deliveries_once', async () => {
    const deliveries = new MailDeliveries();
    const send = async (): Promise<readonly boolean[]> => {
      const id = await aNotification();
      return stage.together(async (tx) => {
        const isMine = await deliveries.claim(tx, id, address);
        if (isMine) await deliveries.markSent(tx, id, now);
        return isMine;
      });
    };
    expect(await send()).toEqual([true, false]);
    await stage.loosen('mail_deliveries', 'mail_deliveries_once');
    expect(await send()).toEqual([true, true]);
  });

  it('a summary of a day is collected once: digests_once', async () => {
    const collect = async (): Promise<number> => {
      await aNotification('DAILY');
      const due = { personId, period: 'DAILY', ofDay: '2026-11-02', until: now } as const;
      await stage.act((tx) => new Digests().collect(tx, due));
      return stage.countOf('digests', 'person_id', personId);
    };
    expect([await collect(), await collect()]).toEqual([1, 1]);
    await stage.loosen('digests', 'digests_once');
    expect([await collect(), await collect()]).toEqual([2, 3]);
  });

  it('a mail is kept for the development page once: captured_mails_once', async () => {
    const transport = transportOf();
    const messageId = `<${newId()}@konferenzmappe.example>`;
    const words = { subject: 'x', text: 'x', html: 'x', preferencesUrl: 'https://mappe.example' };
    const mail = { messageId, threadId: null, to: { name: 'Anna', address }, ...words };
    const capture = async (): Promise<number> => {
      await stage.act((tx) => transport.send(tx, mail));
      return stage.countOf('captured_mails', 'message_id', messageId);
    };
    expect([await capture(), await capture()]).toEqual([1, 1]);
    await stage.loosen('captured_mails', 'captured_mails_once');
    expect([await capture(), await capture()]).toEqual([2, 3]);
  });

  it('a mail that failed is listed once: failed_mails_once', async () => {
    const failed = new FailedMails();
    const id = newId();
    const giveUp = async (): Promise<number> => {
      const mail = { id, kind: 'topic-accepted', personId, address };
      await stage.act((tx) => failed.giveUp(tx, mail, new Error('550'), now));
      return stage.countOf('failed_mails', 'id', id);
    };
    expect([await giveUp(), await giveUp()]).toEqual([1, 1]);
    await stage.loosen('failed_mails', 'failed_mails_once');
    expect([await giveUp(), await giveUp()]).toEqual([2, 3]);
  });

  it('a place within the minute is given away once: mail_minutes_once', async () => {
    const config = parseConfig({ DATABASE_URL: stage.url, MAIL_RATE_PER_MINUTE: '2' });
    const pace = new MailPace(config, stage.database, clock);
    const take = (): Promise<string> =>
      pace.take().then(
        () => 'now',
        () => 'later',
      );
    expect([await take(), await take(), await take()]).toEqual(['now', 'now', 'later']);
    await stage.loosen('mail_minutes', 'mail_minutes_once');
    expect([await take(), await take(), await take()]).toEqual(['now', 'now', 'now']);
  });

  it('each kind has one way, and each person one hour: notification_preferences_pkey, digest_times_pkey', async () => {
    const preferences = new Preferences();
    const choose = async (): Promise<readonly number[]> => {
      await stage.database.write(herself, async (tx) => {
        await preferences.chooseChannel(tx, personId, ['topic-accepted'], 'IN_APP');
        await preferences.chooseDigestTime(tx, personId, { hour: 9, weekday: 2 });
      });
      const ways = await stage.countOf('notification_preferences', 'person_id', personId);
      return [ways, await stage.countOf('digest_times', 'person_id', personId)];
    };
    expect([await choose(), await choose()]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await stage.loosen('notification_preferences', 'notification_preferences_pkey');
    expect(await choose()).toEqual([2, 1]);
    await stage.loosen('digest_times', 'digest_times_pkey');
    expect(await choose()).toEqual([3, 2]);
  });
});
