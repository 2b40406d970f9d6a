import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import * as openid from 'openid-client';
import { Visitor, type Page } from '#testing/sign-in';
import { createIdentityProvider, keepProviderKeys, mountIdentityProvider, type IdentityProvider } from './index.js';

const people = [
  {
    subject: 's-1',
    mail: 'koordination.by@konferenzmappe.example',
    name: 'Korbinian Huber',
    group: 'Koordination',
    office: 'Bayern',
  },
  {
    subject: 's-2',
    mail: 'geschaeftsstelle@konferenzmappe.example',
    name: 'Jutta <Krause>',
    group: 'Geschäftsstelle',
    office: 'Berlin',
  },
];

let server: FastifyInstance;
let provider: IdentityProvider;
let directory: string;
let issuer: string;
let redirectUri: string;
let client: openid.Configuration;

async function provide(): Promise<void> {
  const keys = await keepProviderKeys(directory);
  provider = await createIdentityProvider({
    issuer,
    clientId: 'konferenzmappe',
    redirectUri,
    postLogoutRedirectUri: new URL('/auth/logged-out', issuer).href,
    people,
    keys,
  });
  client = await openid.discovery(
    new URL(issuer),
    'konferenzmappe',
    undefined,
    openid.ClientSecretBasic(keys.clientSecret),
    {
      execute: [openid.allowInsecureRequests],
    },
  );
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'km-identity-'));
  server = fastify();
  mountIdentityProvider(server, () => provider);
  server.get('/auth/callback', (_request, reply) => reply.send('zurück'));
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  issuer = `${origin}/identity`;
  redirectUri = `${origin}/auth/callback`;
  await provide();
});

afterAll(async () => {
  await server?.close();
  await rm(directory, { recursive: true, force: true });
});

interface Attempt {
  readonly address: URL;
  readonly verifier: string;
}

async function attempt(parameters: Readonly<Record<string, string>> = {}): Promise<Attempt> {
  const verifier = openid.randomPKCECodeVerifier();
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: 'state',
    nonce: 'nonce',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return { address, verifier };
}

async function claimsAt({ url }: Page, verifier: string): Promise<openid.IDToken | undefined> {
  const checks = { expectedState: 'state', expectedNonce: 'nonce', pkceCodeVerifier: verifier };
  return (await openid.authorizationCodeGrant(client, url, checks)).claims();
}

const actionOf = (page: Page): string => /action="([^"]+)"/.exec(page.text)?.[1] ?? '';

async function choose(visitor: Visitor, page: Page, subject: string): Promise<Page> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await visitor.send('POST', actionOf(page), { headers, body: `subject=${subject}` });
  return visitor.get(new URL(answer.headers.get('location') ?? '', answer.url));
}

describe('the embedded identity provider', () => {
  it('signs in whom the login hint names, without a form', async () => {
    for (const hint of ['koordination.by@konferenzmappe.example', 'Koordination.BY@Konferenzmappe.example', 's-1']) {
      const { address, verifier } = await attempt({ login_hint: hint });
      const page = await new Visitor().get(address);
      expect(page.text).toBe('zurück');
      expect(await claimsAt(page, verifier)).toMatchObject({
        iss: issuer,
        sub: 's-1',
        email: 'koordination.by@konferenzmappe.example',
        email_verified: true,
        name: 'Korbinian Huber',
      });
    }
  });

  it('lists everybody by role otherwise, and one click signs in', async () => {
    const { address, verifier } = await attempt();
    const visitor = new Visitor();
    const page = await visitor.get(address);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain('Korbinian Huber');
    expect(page.text).toContain('Jutta &lt;Krause&gt;');
    expect(await claimsAt(await choose(visitor, page, 's-2'), verifier)).toMatchObject({ sub: 's-2' });
  });

  it('says so when nobody has the hinted name, and offers the list', async () => {
    const { address } = await attempt({ login_hint: '<b>niemand' });
    const page = await new Visitor().get(address);
    expect(page.status).toBe(404);
    expect(page.text).toContain('„&lt;b&gt;niemand“ ist hier nicht bekannt');
    expect(page.text).toContain('Korbinian Huber');
  });

  it('lets one browser be several people, one after the other and in two tabs at once', async () => {
    const visitor = new Visitor();
    const [first, second] = [await attempt(), await attempt()];
    const [firstPage, secondPage] = [await visitor.get(first.address), await visitor.get(second.address)];
    expect(await claimsAt(await choose(visitor, secondPage, 's-2'), second.verifier)).toMatchObject({ sub: 's-2' });
    expect(await claimsAt(await choose(visitor, firstPage, 's-1'), first.verifier)).toMatchObject({ sub: 's-1' });
    const third = await attempt({ login_hint: 's-2' });
    expect(await claimsAt(await visitor.get(third.address), third.verifier)).toMatchObject({ sub: 's-2' });
  });

  it('remembers nobody: the next sign-in asks again', async () => {
    const visitor = new Visitor();
    await visitor.get((await attempt({ login_hint: 's-1' })).address);
    expect((await visitor.get((await attempt()).address)).text).toContain('Als wen möchten Sie sich anmelden?');
  });

  it('insists on PKCE', async () => {
    const { address } = await attempt({ login_hint: 's-1' });
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const page = await new Visitor().get(address);
    expect(page.url.searchParams.get('error')).toBe('invalid_request');
  });

  it('redeems a code once', async () => {
    const { address, verifier } = await attempt({ login_hint: 's-1' });
    const page = await new Visitor().get(address);
    await claimsAt(page, verifier);
    await expect(claimsAt(page, verifier)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('answers a foreign return address and a lost interaction with a German page', async () => {
    const { address } = await attempt({ redirect_uri: 'https://evil.example/' });
    expect(await new Visitor().get(address)).toMatchObject({
      status: 400,
      text: expect.stringContaining('Anmeldung nicht möglich'),
    });
    const lost = await new Visitor().get(`${issuer}/interaction/gone`);
    expect(lost).toMatchObject({ status: 400, text: expect.stringContaining('Anmeldung abgelaufen') });
  });

  it('allows its page its own style and script and nothing else', async () => {
    const page = await new Visitor().get((await attempt()).address);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; form-action 'self'/,
    );
  });

  it('signs with the same key after a restart', async () => {
    const { address, verifier } = await attempt({ login_hint: 's-1' });
    const before = (await (await fetch(`${issuer}/jwks`)).json()) as unknown;
    await provide();
    expect(await (await fetch(`${issuer}/jwks`)).json()).toEqual(before);
    const again = await attempt({ login_hint: 's-1' });
    expect(await claimsAt(await new Visitor().get(again.address), again.verifier)).toMatchObject({ sub: 's-1' });
    expect(address.origin).toBe(new URL(issuer).origin);
    expect(verifier).not.toBe(again.verifier);
  });
});

describe('the keys of the embedded identity provider', () => {
  it('are readable by their owner alone', async () => {
    expect((await stat(join(directory, 'identity-keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('are named when they are damaged', async () => {
    const damaged = await mkdtemp(join(tmpdir(), 'km-identity-'));
    await writeFile(join(damaged, 'identity-keys.json'), '{"jwks"');
    await expect(keepProviderKeys(damaged)).rejects.toThrow(`${damaged}/identity-keys.json`);
    expect(await readFile(join(damaged, 'identity-keys.json'), 'utf8')).toBe('{"jwks"');
    await rm(damaged, { recursive: true });
  });
});
