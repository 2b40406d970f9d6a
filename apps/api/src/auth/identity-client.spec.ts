import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestIssuer } from '#testing/sign-in';
import { IdentityClient } from './identity-client.js';

const publicUrl = 'https://mappe.example';
const client = {
  publicUrl,
  clientId: 'konferenzmappe',
  clientSecret: 'secret',
  bearerAudiences: [],
  anonymousPaths: [],
};
const request = { state: 's', nonce: 'n', codeVerifier: 'v'.repeat(43), loginHint: null, anotherAccount: false };

describe('the way to the identity provider', () => {
  let issuer: TestIssuer;

  beforeEach(async () => {
    issuer = await TestIssuer.start();
  });
  afterEach(() => issuer.stop());

  const serve = (): Promise<void> =>
    issuer.serve({
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      redirectUri: `${publicUrl}/auth/callback`,
      postLogoutRedirectUri: `${publicUrl}/auth/logged-out`,
    });

  it('is found as soon as the provider answers, however often it did not', async () => {
    const identity = new IdentityClient({ ...client, issuer: issuer.issuer });
    await expect(identity.authorizationUrl(request)).rejects.toThrow();
    await expect(identity.authorizationUrl(request)).rejects.toThrow();
    await serve();
    const url = await identity.authorizationUrl(request);
    expect(url.origin).toBe(issuer.issuer);
    expect(url.searchParams.get('redirect_uri')).toBe(`${publicUrl}/auth/callback`);
  });

  it('is not taken when the provider calls itself otherwise', async () => {
    await serve();
    const identity = new IdentityClient({ ...client, issuer: issuer.issuer.replace('127.0.0.1', 'localhost') });
    await expect(identity.authorizationUrl(request)).rejects.toThrow();
  });

  it('asks for the account anew when somebody wants another one', async () => {
    await serve();
    const identity = new IdentityClient({ ...client, issuer: issuer.issuer });
    const url = await identity.authorizationUrl({ ...request, anotherAccount: true });
    expect(url.searchParams.get('prompt')).toBe('login');
  });

  it('is not taken in the clear, except on this machine', () => {
    const to = (address: string) => () => new IdentityClient({ ...client, issuer: address });
    expect(to('http://anmeldung.example')).toThrow('https://');
    expect(to('http://127.0.0.1.evil.example')).toThrow('https://');
    const inTheClear = { ...client, issuer: 'https://anmeldung.example', publicUrl: 'http://mappe.example' };
    expect(() => new IdentityClient(inTheClear)).toThrow('PUBLIC_URL');
    for (const address of [
      'https://anmeldung.example',
      'http://localhost:8080',
      'http://mappe.localhost',
      'http://[::1]:8080',
    ]) {
      expect(to(address)).not.toThrow();
    }
  });
});
