import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { SMTPPoolOptions } from 'nodemailer';
import { ConfigurationError, isThisMachine, type Config } from '#platform/config';

const SECOND = 1000;

type PoolOptions = SMTPPoolOptions & { readonly pool: true };

export type SmtpConfig = Pick<Config, 'smtpUrl' | 'smtpCaFile' | 'smtpAllowsPlaintext'>;

/**
 * How to talk to the mail server; null where there is none. The certificate is checked always. Without encryption mails
 * travel to this machine alone, or where that is allowed by name, and credentials never.
 */
export function smtpOptionsOf({ smtpUrl, smtpCaFile, smtpAllowsPlaintext }: SmtpConfig): PoolOptions | null {
  if (smtpUrl === null) return null;
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const hasCredentials = username !== '';
  const mayBePlain = isThisMachine(hostname) || (smtpAllowsPlaintext && !hasCredentials);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !mayBePlain,
    ...(hasCredentials ? { auth } : {}),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...trustIn(smtpCaFile) },
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    // The pool would send a mail again by itself after a lost connection, and only the job may decide that.
    maxRequeues: 0,
    ...{ dnsTimeout: 10 * SECOND, connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND },
    socketTimeout: 20 * SECOND,
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

/** A certificate of one's own is trusted beside the usual ones. */
function trustIn(file: string | null): { readonly ca?: string[] } {
  if (file === null) return {};
  try {
    return { ca: [...rootCertificates, readFileSync(file, 'utf8')] };
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : String(fault);
    throw new ConfigurationError([`SMTP_CA_FILE: lässt sich nicht lesen (${words})`]);
  }
}
