import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const compose = read('docker-compose.yml').replace(/^\s*#.*$/gm, '');
const example = read('.env.example');
const door = read('deploy/proxy/Caddyfile').replace(/^\s*#.*\n/gm, '');

const unique = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const placeholders = (text: string): RegExpMatchArray[] => [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)(:[-?][^}]*)?\}/g)];
const namesIn = (text: string): string[] => unique(placeholders(text).map(([, name]) => name ?? ''));

/** The text of each service, by name. */
const services = new Map(
  (/^services:\n([\s\S]*?)^\S/m.exec(compose)?.[1] ?? '')
    .split(/^ {2}(?=[a-z]+:$)/m)
    .filter((text) => text.trim() !== '')
    .map((text) => [text.slice(0, text.indexOf(':')), text]),
);

describe('the container files', () => {
  it('name in .env.example exactly the variables that docker-compose.yml reads', () => {
    const offered = unique([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? ''));
    // Read by Compose itself: which of the optional services start.
    expect(offered.filter((name) => name !== 'COMPOSE_PROFILES')).toEqual(namesIn(compose));
  });

  it('tell the server only what it reads', () => {
    const known = [...read('libs/platform/config/index.ts').matchAll(/^ +([A-Z_]+):/gm)].map(([, name]) => name);
    const told = (text = ''): (string | undefined)[] => [...text.matchAll(/^\s+([A-Z_]+): /gm)].map(([, name]) => name);
    const server = /^x-server-environment: [\s\S]*?\n\n/m.exec(compose)?.[0];
    const unknown = [...told(server), ...told(services.get('migrate'))].filter((name) => !known.includes(name));
    expect(unique(unknown.map(String))).toEqual([]);
  });

  it('give no secret a default', () => {
    const secrets = placeholders(compose).filter(([, name]) => /PASSWORD|SECRET|ADMIN/.test(name ?? ''));
    // Without it the people of the example have an empty password, and no such people are imported in production.
    const withDefault = secrets.filter(([, name, rule]) => name !== 'DEMO_PASSWORD' && !rule?.startsWith(':?'));
    expect(withDefault.map(([text]) => text)).toEqual([]);
  });

  it('offer no value for a secret', () => {
    const filled = [...example.matchAll(/^([A-Z_]*(?:PASSWORD|SECRET)[A-Z_]*)=(.+)$/gm)];
    expect(filled.map(([text]) => text)).toEqual([]);
  });

  it('have all parts of the product', () => {
    expect([...services.keys()].sort()).toEqual(
      ['api', 'keycloak', 'mailpit', 'migrate', 'postgres', 'redis', 'web', 'worker'].sort(),
    );
  });

  it.each([...services.keys()].filter((name) => name !== 'migrate' && name !== 'api'))(
    'check the health of %s',
    (name) => {
      expect(services.get(name)).toContain('healthcheck:');
    },
  );

  it('check the health of api in its image', () => {
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK [\s\S]*?\/readyz/m);
  });

  it('show the pages under the same policy as the server itself does', () => {
    const list = /const policy = \[([\s\S]*?)\]/.exec(read('apps/api/src/web/static-web.ts'))?.[1] ?? '';
    const policy = [...list.matchAll(/"([^"]+)"/g)].map(([, rule]) => rule).join('; ');
    expect(policy).toContain("default-src 'self'");
    expect(door).toContain(`Content-Security-Policy "${policy}"`);
  });

  it('lead to the server what it answers, and nobody outside to what is told inside', () => {
    const paths = /@server path (.*)/.exec(door)?.[1]?.split(' ') ?? [];
    expect(paths).toEqual(
      expect.arrayContaining(['/graphql', '/auth/*', '/documents/*', '/beschluesse/*', '/kalender/*', '/healthz']),
    );
    expect(paths).not.toEqual(expect.arrayContaining([expect.stringMatching(/readyz|metrics/)]));
    expect(door).toContain('@inside path /readyz /metrics\n\thandle @inside {\n\t\trespond 404');
  });

  it('keep for a year only files that are there', () => {
    const files = /handle \/assets\/\* \{[\s\S]*?\n\t\}/.exec(door)?.[0];
    expect(files).toContain('header @there Cache-Control');
    expect(files).not.toContain('try_files');
  });

  it('believe those alone who are named when they say for whom they ask', () => {
    expect([...door.matchAll(/reverse_proxy .*\{\n\t\t\timport trusting/g)]).toHaveLength(2);
    expect(services.get('web')).toContain('TRUSTED_PROXIES: ${TRUSTED_PROXIES:-127.0.0.1/32}');
  });

  it('run the server as an ordinary user', () => {
    const stages = read('Dockerfile').split(/^FROM /m);
    expect(stages.find((stage) => / AS server$/m.test(stage))).toMatch(/^USER node$/m);
  });

  it('keep jobs in Redis through a restart and evict none', () => {
    expect(services.get('redis')).toMatch(/--appendonly yes --maxmemory-policy noeviction/);
  });

  it.each(['konferenzmappe-realm', 'demo-people', 'no-people'])('give Keycloak what %s.json reads', (name) => {
    const text = read(`deploy/keycloak/${name}.json`);
    expect(JSON.parse(text)).toMatchObject({ realm: 'konferenzmappe' });
    for (const variable of namesIn(text)) expect(services.get('keycloak')).toContain(`      ${variable}:`);
  });
});
