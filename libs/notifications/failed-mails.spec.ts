import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { organisationEntities, Offices, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { parseConfig } from '#platform/config';
import { Database, listHistory, newId, SYSTEM_ACTOR } from '#platform/database';
import type { OutboxMessage } from '#platform/outbox';
import { actorAs, createTestDatabase, type TestDatabase } from '#testing';
import { MailPace } from './delivery/mail-pace.js';
import { MailTransport } from './delivery/mail-transport.js';
import { FailedMailListQuery, type FailedMailRequest } from './features/list-failed-mails/failed-mail-list.query.js';
import { RetryFailedMailHandler } from './features/retry-failed-mail/retry-failed-mail.handler.js';
import { SendDigestMailJob } from './features/send-digest/send-digest-mail.job.js';
import { SendNotificationMailJob } from './features/send-notification-mail/send-notification-mail.job.js';
import { NotifyOfFailedMailJob } from './features/tell-of-failed-mail/notify-of-failed-mail.job.js';
import { Digests } from './persistence/digests.js';
import { FailedMails } from './persistence/failed-mails.js';
import { MailDeliveries } from './persistence/mail-deliveries.js';
import { Notifications } from './persistence/notifications.js';

const monday = new Date('2026-11-02T08:00:00Z');
const clock = new FixedClock(monday);
const secretariat = actorAs({ role: 'SECRETARIAT', personId: newId() });
const refused = Object.assign(new Error('all recipients were rejected'), {
  ...{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such mailbox' },
});

let testDatabase: TestDatabase;
let database: Database;
let owner: Client;
let sending: SendNotificationMailJob;
let digesting: SendDigestMailJob;
let telling: NotifyOfFailedMailJob;
let retrying: RetryFailedMailHandler;
let list: FailedMailListQuery;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await Database.open({ url: testDatabase.appUrl, entities: organisationEntities });
  owner = new Client({ connectionString: testDatabase.superuserUrl });
  await owner.connect();
  const config = parseConfig({ DATABASE_URL: testDatabase.appUrl, PUBLIC_URL: 'https://mappe.example' });
  const failed = new FailedMails();
  const transport = new MailTransport(config, clock, new MailPace(config, database, clock));
  sending = new SendNotificationMailJob(new MailDeliveries(), failed, transport, clock, config);
  digesting = new SendDigestMailJob(new Digests(), failed, transport, clock, config);
  telling = new NotifyOfFailedMailJob(failed, new Offices(clock), new Notifications(clock));
  retrying = new RetryFailedMailHandler(database, failed, clock);
  list = new FailedMailListQuery(database);
  await owner.query('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [
    secretariat.personId,
    'Beate Lindholm',
    'lindholm@konferenzmappe.example',
  ]);
  await owner.query(
    `INSERT INTO assignments (id, person_id, role, valid_from, revision) VALUES ($1, $2, 'SECRETARIAT', '2026-01-01', 1)`,
    [newId(), secretariat.personId],
  );
});

beforeEach(async () => {
  clock.moveTo(monday);
  await owner.query(
    'TRUNCATE failed_mails, outbox, job_deliveries, mail_deliveries, notifications, captured_mails CASCADE',
  );
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await testDatabase.drop();
});

async function somebody(name: string): Promise<string> {
  const id = newId();
  const values = [id, `Frau ${name}`, `${name}-${id}@konferenzmappe.example`];
  await owner.query('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', values);
  return id;
}

/** A notification whose mail has been given up. */
async function givenUp(personId: string, kind = 'topic-accepted', error: Error = refused): Promise<string> {
  const id = newId();
  await owner.query(
    `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at)
     VALUES ($1, $1, $2, $3, 'topic', $1, 'Sie angemeldet haben', $4)`,
    [id, personId, kind, clock.now()],
  );
  await database.write(SYSTEM_ACTOR, (tx) => sending.giveUp(tx, aboutTo(id), error));
  return id;
}

async function givenUpDigest(personId: string): Promise<string> {
  const id = newId();
  await owner.query(`INSERT INTO digests (id, person_id, period, of_day) VALUES ($1, $2, 'DAILY', '2026-11-02')`, [
    id,
    personId,
  ]);
  await owner.query(
    `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at, channel,
       digest_id) VALUES ($1, $1, $2, 'item-placed', 'topic', $1, 'Sie koordinieren', $3, 'DAILY', $4)`,
    [newId(), personId, clock.now(), id],
  );
  await database.write(SYSTEM_ACTOR, (tx) => digesting.giveUp(tx, aboutTo(id), refused));
  return id;
}

function aboutTo(recordId: string): OutboxMessage {
  const nobody = { actorPersonId: null, requestId: null };
  return { id: newId(), event: 'x', recordKind: 'x', recordId, data: {}, occurredAt: clock.now(), ...nobody };
}

/** Runs what the outbox holds of the event, as the workers do. */
async function work(event: string): Promise<void> {
  const { rows } = await owner.query<OutboxMessage>(
    `SELECT id, record_kind AS "recordKind", record_id AS "recordId", occurred_at AS "occurredAt" FROM outbox WHERE event = $1`,
    [event],
  );
  await owner.query('DELETE FROM outbox WHERE event = $1', [event]);
  const jobs = event === 'failedMail.retried' ? [sending, digesting] : [telling];
  for (const row of rows) for (const job of jobs) await database.write(SYSTEM_ACTOR, (tx) => job.run(tx, row));
}

const ask = (who: Actor = secretariat, wish: Partial<FailedMailRequest> = {}) =>
  list.execute(who, {
    ...{ first: 50, after: null, sort: 'FAILED_AT_DESC', state: null, kind: null, address: null },
    ...wish,
  });

const namesOf = ({ nodes }: Awaited<ReturnType<typeof ask>>): string[] => nodes.map(({ personName }) => personName);

describe('Mails that were given up', () => {
  it('are shown to the secretariat with the reason in plain words beside those of the server', async () => {
    await givenUp(await somebody('anna'));
    expect((await ask()).nodes).toMatchObject([
      {
        ...{
          kind: 'topic-accepted',
          kindLabel: 'Themenanmeldung angenommen',
          personName: 'Frau anna',
          state: 'FAILED',
        },
        ...{ fault: 'REFUSED_ADDRESS', answer: '550 5.1.1 no such mailbox', failedAt: monday },
        reason: 'Der Mailserver kennt diese Adresse nicht oder nimmt für sie nichts an.',
        address: expect.stringMatching(/^anna-.+@konferenzmappe\.example$/),
      },
    ]);
  });

  it('are shown to nobody else', async () => {
    const id = await givenUp(await somebody('anna'));
    const others = [
      actorAs({ role: 'CHAIR', personId: newId() }),
      actorAs({ role: 'PARTY_COORDINATOR', party: 'HE', personId: newId() }),
      actorAs({ role: 'ADMIN', personId: newId() }),
    ];
    for (const other of others) {
      expect(await ask(other)).toMatchObject({ nodes: [], totalCount: 0, kinds: [] });
      const unknown = await retrying.execute(other, newId());
      expect(unknown).toMatchObject({ mail: null, refusals: [{ code: 'NOT_FOUND' }] });
      expect(await retrying.execute(other, id)).toEqual(unknown);
      expect([...(await database.read(other, (tx) => listHistory(tx, 'failedMail', [id])))]).toEqual([]);
    }
  });

  it('are sorted, filtered and read page by page, each on exactly one page', async () => {
    for (const [hour, name] of ['dora', 'anna', 'clara', 'berta'].entries()) {
      clock.moveTo(new Date(monday.getTime() + hour * 3_600_000));
      await givenUp(await somebody(name), name === 'clara' ? 'item-placed' : 'topic-accepted');
    }
    await givenUpDigest(await somebody('emma'));
    expect(namesOf(await ask(secretariat, { sort: 'ADDRESS_ASC' }))).toEqual(
      ['anna', 'berta', 'clara', 'dora', 'emma'].map((name) => `Frau ${name}`),
    );
    for (const sort of ['FAILED_AT_DESC', 'ADDRESS_ASC'] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof ask>> = await ask(secretariat, { first: 2, sort, after });
        seen.push(...namesOf(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(namesOf(await ask(secretariat, { sort })));
    }
    expect(namesOf(await ask(secretariat, { kind: 'item-placed' }))).toEqual(['Frau clara']);
    expect(namesOf(await ask(secretariat, { address: 'BERTA-' }))).toEqual(['Frau berta']);
    expect(namesOf(await ask(secretariat, { address: '%' }))).toEqual([]);
    expect(await ask(secretariat, { state: 'SENT' })).toMatchObject({
      ...{ nodes: [], totalCount: 0 },
      kinds: [{ kind: 'digest-daily' }, { kind: 'item-placed' }, { kind: 'topic-accepted' }],
    });
  });

  it.each([
    ['about one thing', givenUp],
    ['with a summary', givenUpDigest],
  ])('%s go out on request once, and as the same mail', async (_what, give) => {
    const id = await give(await somebody('anna'));
    const answers = await Promise.all([retrying.execute(secretariat, id), retrying.execute(secretariat, id)]);
    expect(answers.map(({ refusals }) => refusals.map(({ code }) => code)).sort()).toEqual([
      [],
      ['NOT_POSSIBLE_IN_STATE'],
    ]);
    expect(await retrying.execute(secretariat, id)).toMatchObject({
      mail: { state: 'PENDING' },
      refusals: [{ code: 'NOT_POSSIBLE_IN_STATE' }],
    });
    await work('failedMail.retried');
    expect(await ask()).toMatchObject({ nodes: [{ id, state: 'SENT' }] });
    expect(await retrying.execute(secretariat, id)).toMatchObject({ refusals: [{ code: 'NOT_POSSIBLE_IN_STATE' }] });
    const { rows } = await owner.query('SELECT message_id AS "messageId" FROM captured_mails');
    expect(rows).toEqual([{ messageId: `<${id}@mappe.example>` }]);
    const history = await database.read(secretariat, (tx) => listHistory(tx, 'failedMail', [id]));
    expect(history.get(id)?.map(({ event, capacity }) => `${event} ${capacity}`)).toEqual([
      'failedMail.givenUp SYSTEM',
      'failedMail.retried SECRETARIAT',
      'failedMail.sent SYSTEM',
    ]);
  });

  it('are listed as failed again, with the newer reason, when another attempt fails too', async () => {
    const id = await givenUp(await somebody('anna'));
    await retrying.execute(secretariat, id);
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET', command: 'CONN' });
    await database.write(SYSTEM_ACTOR, (tx) => sending.giveUp(tx, aboutTo(id), away));
    expect(await ask()).toMatchObject({ nodes: [{ id, state: 'FAILED', fault: 'UNREACHABLE' }], totalCount: 1 });
  });

  it('stay sent, whatever is heard late of an attempt before', async () => {
    const id = await givenUp(await somebody('anna'));
    await retrying.execute(secretariat, id);
    await work('failedMail.retried');
    await database.write(SYSTEM_ACTOR, (tx) => sending.giveUp(tx, aboutTo(id), refused));
    expect(await ask()).toMatchObject({ nodes: [{ id, state: 'SENT', revision: 3 }] });
  });
});

describe('The secretariat', () => {
  const told = async (): Promise<unknown[]> =>
    (await owner.query(`SELECT recipient_id AS who, channel FROM notifications WHERE kind = 'mail-failed'`)).rows;
  const inApp = { who: secretariat.personId, channel: 'IN_APP' };

  it('is told of failed mails once for each address and day, in the application alone', async () => {
    const anna = await somebody('anna');
    for (let turn = 0; turn < 3; turn++) await givenUp(anna);
    await owner.query('UPDATE people SET mail = upper(mail) WHERE id = $1', [anna]);
    await givenUp(anna);
    await work('failedMail.givenUp');
    expect(await told()).toEqual([inApp]);
    await givenUp(await somebody('berta'));
    clock.moveTo(new Date('2026-11-03T08:00:00Z'));
    await givenUp(anna);
    await work('failedMail.givenUp');
    expect(await told()).toEqual([inApp, inApp, inApp]);
    const { rows } = await owner.query(`SELECT FROM outbox WHERE event = 'notification.created'`);
    expect(rows).toEqual([]);
  });

  it('gets no mail about failed mails, whatever the table of wishes holds', async () => {
    await owner.query(
      `INSERT INTO notification_preferences (person_id, kind, channel) VALUES ($1, 'mail-failed', 'MAIL')`,
      [secretariat.personId],
    );
    await givenUp(await somebody('anna'));
    await work('failedMail.givenUp');
    expect(await told()).toEqual([inApp]);
  });
});
