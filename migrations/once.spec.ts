import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';

/** Of what there is one, by which key, and where it is shown what the product does without the key. */
interface Once {
  readonly table: string;
  /** In its order. */
  readonly columns: readonly string[];
  /** Of which rows alone. */
  readonly among?: Readonly<Record<string, string>>;
  readonly shownIn?: string;
}

const ofJobs = 'libs/platform/jobs/once.spec.ts';
const ofNotifications = 'libs/notifications/once.spec.ts';
const ofReminders = 'libs/deadlines/persistence/once.spec.ts';

const inventory: Readonly<Record<string, Once>> = {
  job_deliveries_once: { table: 'job_deliveries', columns: ['outbox_id', 'job_name'], shownIn: ofJobs },
  dead_letters_once: { table: 'dead_letters', columns: ['outbox_id', 'job_name'], shownIn: ofJobs },
  scheduled_runs_pkey: { table: 'scheduled_runs', columns: ['job_name'], shownIn: ofJobs },
  worker_presence_pkey: { table: 'worker_presence', columns: ['id'], shownIn: ofJobs },

  notifications_once: {
    ...{ table: 'notifications', columns: ['message_id', 'recipient_id', 'kind'] },
    shownIn: ofNotifications,
  },
  mail_deliveries_once: { table: 'mail_deliveries', columns: ['notification_id'], shownIn: ofNotifications },
  digests_once: { table: 'digests', columns: ['person_id', 'period', 'of_day'], shownIn: ofNotifications },
  captured_mails_once: { table: 'captured_mails', columns: ['message_id'], shownIn: ofNotifications },
  failed_mails_once: { table: 'failed_mails', columns: ['id'], shownIn: ofNotifications },
  mail_server_once: { table: 'mail_server', columns: ['is_the_one'] },
  mail_minutes_once: { table: 'mail_minutes', columns: ['minute'], shownIn: ofNotifications },
  notification_preferences_pkey: {
    ...{ table: 'notification_preferences', columns: ['person_id', 'kind'] },
    shownIn: ofNotifications,
  },
  digest_times_pkey: { table: 'digest_times', columns: ['person_id'], shownIn: ofNotifications },

  deadlines_once: {
    ...{ table: 'deadlines', columns: ['subject_id', 'kind'] },
    shownIn: 'libs/deadlines/features/pass-deadlines/clock-and-guards.spec.ts',
  },
  reminders_once: { table: 'reminders', columns: ['deadline_id', 'due_at', 'rung', 'person_id'], shownIn: ofReminders },
  reminder_runs_pkey: { table: 'reminder_runs', columns: ['calendar'], shownIn: ofReminders },
  reminder_rules_once: { table: 'reminder_rules', columns: ['kind', 'rung'] },

  comment_rounds_one_open: { table: 'comment_rounds', columns: ['topic_id'], among: { state: 'OPEN' } },
  comments_version: {
    ...{ table: 'comments', columns: ['round_id', 'party', 'version'] },
    shownIn: 'libs/proposals/persistence/once.spec.ts',
  },
  calendar_feeds_once: { table: 'calendar_feeds', columns: ['token_hash'] },
  session_invitations_pkey: { table: 'session_invitations', columns: ['session_id', 'number'] },

  votes_version: { table: 'votes', columns: ['ballot_id', 'party', 'version'] },
  bund_positions_version: { table: 'bund_positions', columns: ['ballot_id', 'version'] },
  person_identities_pkey: { table: 'person_identities', columns: ['issuer', 'subject'] },
  person_identities_one_per_issuer: { table: 'person_identities', columns: ['issuer', 'person_id'] },
  people_mail: { table: 'people', columns: ['mail'] },
};

const root = fileURLToPath(new URL('..', import.meta.url));

let room: TestDatabase;
let owner: Client;

beforeAll(async () => {
  room = await createTestDatabase();
  owner = new Client({ connectionString: room.superuserUrl });
  await owner.connect();
  await owner.query(bareTables(tables));
});
afterAll(async () => {
  await owner.end();
  await room.drop();
});

const tables = [...new Set(Object.values(inventory).map(({ table }) => table))].sort();

/** Nothing is left of the tables but their keys: what else refuses a row is looked at elsewhere. */
function bareTables(names: readonly string[]): string {
  return `
    SET session_replication_role = replica;
    DO $$ DECLARE found record; BEGIN
      FOR found IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
        WHERE contype = 'c' AND conrelid = ANY ('{${names.join()}}'::regclass[])
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.owner, found.conname); END LOOP;
    END $$`;
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** All unique keys of the tables, except those by which every record has an id of its own. */
async function keysOf(names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indisunique AND indrelid = ANY ($1::regclass[])
       AND NOT (indisprimary AND EXISTS (SELECT FROM pg_index AS other WHERE other.indrelid = pg_index.indrelid
         AND other.indisunique AND other.indexrelid <> pg_index.indexrelid) AND indkey::text = '1'
         AND pg_get_indexdef(indexrelid) LIKE '%(id)')`,
    [names],
  );
  return rows.map(({ name }) => name);
}

async function columnsOf(table: string): Promise<readonly Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  return rows;
}

let last = 0;
/** A value of the type that no other row has; of two rows one is true. */
function another(type: string, row = 0): string {
  last += 1;
  if (type.endsWith('[]')) return `'{${type === 'uuid[]' ? '' : last}}'::${type}`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'jsonb') return `'${last}'::jsonb`;
  if (type === 'date' || type.startsWith('timestamp'))
    return `(timestamptz '2026-01-01' + ${last} * interval '1 day')::${type}`;
  if (type === 'boolean') return `${row === 0}`;
  return `'${last}'::${type}`;
}

/** Two rows that are alike in these columns and in no other; what the database says to the second. */
async function alikeIn(columns: readonly string[], { table, among = {} }: Once, first = ''): Promise<string> {
  const given = await columnsOf(table);
  const shared = new Map(
    given.map(({ name, type }) => [name, another(type).replace('gen_random_uuid()', `'${uuid()}'`)]),
  );
  const rowOf = (row: number): string =>
    given
      .map(({ name, type }) =>
        name in among ? `'${among[name]}'` : columns.includes(name) ? shared.get(name) : another(type, row),
      )
      .join();
  const names = given.map(({ name }) => name).join();
  await owner.query('BEGIN');
  try {
    await owner.query(`${first}; INSERT INTO ${table} (${names}) VALUES (${rowOf(0)})`);
    await owner.query(`INSERT INTO ${table} (${names}) VALUES (${rowOf(1)})`);
    return 'two rows';
  } catch (fault) {
    return fault instanceof Error && 'constraint' in fault ? String(fault.constraint) : String(fault);
  } finally {
    await owner.query('ROLLBACK');
  }
}

function uuid(): string {
  last += 1;
  return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
}

async function dropping(key: string, { table }: Once): Promise<string> {
  const { rowCount } = await owner.query('SELECT FROM pg_constraint WHERE conname = $1 AND conrelid = $2::regclass', [
    key,
    table,
  ]);
  return rowCount === 0 ? `DROP INDEX ${key}` : `ALTER TABLE ${table} DROP CONSTRAINT ${key} CASCADE`;
}

describe.each(Object.entries(inventory))('%s', (key, once) => {
  it('lets there be one, and without it there are two', async () => {
    expect(await alikeIn(once.columns, once)).toBe(key);
    expect(await alikeIn(once.columns, once, await dropping(key, once))).toBe('two rows');
  });

  it('lets there be another wherever one of its columns differs', async () => {
    for (const column of once.columns) {
      expect(
        await alikeIn(
          once.columns.filter((each) => each !== column),
          once,
        ),
      ).toBe('two rows');
    }
    if (once.among !== undefined) expect(await alikeIn(once.columns, { ...once, among: {} })).toBe('two rows');
  });
});

/** Statements of the product that leave it to a key whether a row is added. */
function claims(): readonly (readonly [file: string, table: string])[] {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return files
    .filter((file) => file.endsWith('.ts') && !/spec\.ts$|\/tests?\/|^libs\/testing\/|node_modules/.test(file))
    .flatMap((file) =>
      // Keeping a record under its own id is no claim, nor is counting on with what is there already.
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /INSERT INTO (\w+)(?:(?!INSERT INTO)[^;])*?ON CONFLICT ([^)]*)/g,
        ),
      ]
        .filter(([statement]) => /DO NOTHING|ON CONSTRAINT/.test(statement) || /ON CONFLICT\s+DO/.test(statement))
        .map(([, table = '']) => [file, table] as const),
    );
}

describe('The inventory', () => {
  it('knows every unique key of its tables', async () => {
    expect([...(await keysOf(tables))].sort()).toEqual(Object.keys(inventory).sort());
  });

  it('knows every table of which a statement leaves it to a key whether a row is added', () => {
    const found = claims();
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(([, table]) => !tables.includes(table))).toEqual([]);
  });

  it('names specs that take the very key away', () => {
    for (const [key, { shownIn }] of Object.entries(inventory)) {
      if (shownIn === undefined) continue;
      const text = readFileSync(join(root, shownIn), 'utf8');
      expect([key, text.includes(key), /loosen|DROP CONSTRAINT/.test(text)]).toEqual([key, true, true]);
    }
  });
});
