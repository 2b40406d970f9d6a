import { Client } from 'pg';

/** Fixed names: policies, migrations and operations speak of them. One set per cluster. */
export const databaseRoles = { owner: 'km_owner', app: 'km_app', public: 'km_public' } as const;

export type DatabaseRole = keyof typeof databaseRoles;
export type RolePasswords = Readonly<Record<DatabaseRole, string>>;

export type BootstrapOptions = {
  readonly superuserUrl: string;
  readonly databaseName: string;
  readonly passwords: RolePasswords;
};

export type DatabaseUrls = { readonly ownerUrl: string; readonly appUrl: string; readonly publicUrl: string };

const extensions = ['pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto', 'citext'];

/** Any number, the same everywhere: two starts at once must not create the same role twice. */
const bootstrapLock = 7_266_001;

/**
 * Everything that needs a superuser, so that no later step does: roles, database, extensions, rights. May run again
 * at any time; it then only renews the passwords.
 */
export async function bootstrapDatabase({
  superuserUrl,
  databaseName,
  passwords,
}: BootstrapOptions): Promise<DatabaseUrls> {
  await withClient(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [bootstrapLock]);
    for (const role of Object.keys(databaseRoles) as DatabaseRole[]) await ensureRole(client, role, passwords[role]);
    await ensureDatabase(client, databaseName);
    await grantConnect(client, databaseName);
  });
  await withClient(urlFor(superuserUrl, databaseName), prepareSchemas);
  return databaseUrls({ superuserUrl, databaseName, passwords });
}

/** Rights on the database itself; a clone of a template does not inherit them. */
export async function grantConnect(client: Client, databaseName: string): Promise<void> {
  const database = client.escapeIdentifier(databaseName);
  const { owner, app, public: publicRole } = databaseRoles;
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO ${owner}`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${app}, ${publicRole}`);
}

export function databaseUrls({ superuserUrl, databaseName, passwords }: BootstrapOptions): DatabaseUrls {
  const urlOf = (role: DatabaseRole): string =>
    urlFor(superuserUrl, databaseName, { name: databaseRoles[role], password: passwords[role] });
  return { ownerUrl: urlOf('owner'), appUrl: urlOf('app'), publicUrl: urlOf('public') };
}

/** The same server, another database and, when given, another role. */
export function urlFor(
  superuserUrl: string,
  databaseName: string,
  login?: { readonly name: string; readonly password: string },
): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${encodeURIComponent(databaseName)}`;
  if (login) {
    url.username = login.name;
    url.password = encodeURIComponent(login.password);
  }
  return url.toString();
}

async function ensureRole(client: Client, role: DatabaseRole, password: string): Promise<void> {
  const name = databaseRoles[role];
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${name}`);
  await client.query(
    `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
       PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function ensureDatabase(client: Client, databaseName: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
  if (rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseName)} OWNER ${databaseRoles.owner}`);
}

async function prepareSchemas(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [bootstrapLock]);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  // The extensions live in "public": whoever uses their operators needs the schema, which shows no rows by itself.
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${databaseRoles.owner}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${databaseRoles.app}`);
  for (const extension of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
