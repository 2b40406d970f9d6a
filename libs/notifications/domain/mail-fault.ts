import type { MailFault } from '#glossary';

/** What the mail library says of a mail that did not go out. */
interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

const byCode: Readonly<Record<string, MailFault>> = {
  EAUTH: 'SIGN_IN',
  ENOAUTH: 'SIGN_IN',
  ETLS: 'NOT_ENCRYPTED',
  ECONNECTION: 'UNREACHABLE',
  ETIMEDOUT: 'UNREACHABLE',
  ESOCKET: 'UNREACHABLE',
  EDNS: 'UNREACHABLE',
};

const byCommand: Readonly<Record<string, MailFault>> = {
  'RCPT TO': 'REFUSED_ADDRESS',
  'MAIL FROM': 'REFUSED_SENDER',
  DATA: 'REFUSED_MAIL',
};

const TOO_LARGE = 552;
/** As OpenSSL says it in many ways. */
const CERTIFICATE = /certificate|altname|CERT_/i;

/** Sorts the error by what somebody could do about it. */
export function faultOf(error: Error): MailFault {
  const { code, command, responseCode } = error as SmtpError;
  if (CERTIFICATE.test(`${String(code)} ${error.message}`)) return 'CERTIFICATE';
  if (responseCode === TOO_LARGE || /size larger than allowed/i.test(error.message)) return 'TOO_LARGE';
  if (typeof code === 'string' && code in byCode) return byCode[code] ?? 'UNCLEAR';
  if (typeof responseCode === 'number' && responseCode < 500) return 'POSTPONED';
  return (typeof command === 'string' ? byCommand[command] : undefined) ?? 'UNCLEAR';
}

const LONGEST_ANSWER = 500;

/** The server's own words; where it said none, what the mail library says. */
export function answerOf(error: Error): string {
  const { response } = error as SmtpError;
  const words = typeof response === 'string' && response !== '' ? response : error.message;
  return words.slice(0, LONGEST_ANSWER);
}
