import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, parseConfig } from './index.js';

const sound = { DATABASE_URL: 'postgres://km_app:secret@127.0.0.1:5432/konferenzmappe' };

function mistakesOf(variables: Record<string, string>): readonly string[] {
  try {
    parseConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes;
    throw error;
  }
}

describe('the configuration', () => {
  it('is complete with a database alone', () => {
    expect(parseConfig(sound)).toMatchObject({
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      redisUrl: null,
      signIn: null,
      vsNfdApproved: false,
    });
  });

  it('tells its measures to nobody unless it is said where, and then to this machine alone', () => {
    expect(parseConfig(sound).metrics).toBeNull();
    expect(parseConfig({ ...sound, METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(mistakesOf({ ...sound, METRICS_PORT: 'x' })).toEqual([expect.stringContaining('METRICS_PORT')]);
  });

  it('believes one proxy in operation and none elsewhere, unless it is told how many there are', () => {
    const operation = { ...sound, NODE_ENV: 'production', PUBLIC_URL: 'https://mappe.example' };
    expect(parseConfig(sound).proxies).toBe(0);
    expect(parseConfig(operation).proxies).toBe(1);
    expect(parseConfig({ ...operation, PROXIES: '2' }).proxies).toBe(2);
    expect(mistakesOf({ ...sound, PROXIES: 'viele' })).toEqual([expect.stringContaining('PROXIES')]);
  });

  it('names every mistake at once', () => {
    const mistakes = mistakesOf({ DATABASE_URL: 'mysql://x', PORT: '99999', LOG_LEVEL: 'laut', REDIS_URL: 'http://x' });
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'LOG_LEVEL',
    ]);
  });

  it('names what is wrong between settings together with what is wrong in one', () => {
    const mistakes = mistakesOf({
      ...sound,
      PORT: 'x',
      NODE_ENV: 'production',
      OIDC_ISSUER: 'http://anmeldung.example',
    });
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      'PORT',
      'OIDC_CLIENT_ID',
      'OIDC_ISSUER',
      'PUBLIC_URL',
    ]);
  });

  it('is approved for VS-NfD only when it is said so', () => {
    expect(parseConfig({ ...sound, VS_NFD_APPROVED: 'true' }).vsNfdApproved).toBe(true);
    expect(parseConfig({ ...sound, VS_NFD_APPROVED: '' }).vsNfdApproved).toBe(false);
    expect(mistakesOf({ ...sound, VS_NFD_APPROVED: 'vielleicht' })).toHaveLength(1);
  });

  it('says of a setting that is missing that it is missing', () => {
    expect(mistakesOf({})).toEqual(['DATABASE_URL: fehlt']);
  });

  it('takes an empty variable as not given', () => {
    expect(parseConfig({ ...sound, REDIS_URL: '', PORT: '' })).toMatchObject({ redisUrl: null, port: 3000 });
  });

  it('wants the client beside the issuer, and an address in production', () => {
    expect(mistakesOf({ ...sound, OIDC_ISSUER: 'https://anmeldung.example', NODE_ENV: 'production' })).toHaveLength(2);
  });

  it('lets cookies and tokens travel in the clear on this machine alone', () => {
    expect(mistakesOf({ ...sound, PUBLIC_URL: 'http://mappe.example' })).toEqual([
      expect.stringContaining('PUBLIC_URL: muss mit https://'),
    ]);
    for (const PUBLIC_URL of [
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'http://mappe.localhost',
    ]) {
      expect(mistakesOf({ ...sound, PUBLIC_URL })).toEqual([]);
    }
  });

  it('takes no address of a mail server that could switch off what protects mails', () => {
    const SMTP_URL = 'smtps://mappe:geheim@mail.example:465';
    expect(parseConfig({ ...sound, SMTP_URL })).toMatchObject({ smtpUrl: SMTP_URL, smtpAllowsPlaintext: false });
    for (const addition of ['?tls.rejectUnauthorized=false', '/?requireTLS=false', '#x', '/x']) {
      expect(mistakesOf({ ...sound, SMTP_URL: SMTP_URL + addition })).toEqual([
        expect.stringContaining('SMTP_URL: nennt'),
      ]);
    }
    expect(mistakesOf({ ...sound, MAIL_RATE_PER_MINUTE: '0' })).toHaveLength(1);
    expect(parseConfig({ ...sound, MAIL_RATE_PER_MINUTE: '30' }).mailRatePerMinute).toBe(30);
  });

  it('drops the slash at the end of the public address', () => {
    expect(parseConfig({ ...sound, PUBLIC_URL: 'https://mappe.example/' }).publicUrl).toBe('https://mappe.example');
  });
});
