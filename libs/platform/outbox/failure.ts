import type { FailureKind } from '#glossary';

/** A closed set of kinds and a code of fixed form. The words of an error may quote a paper: they stay outside. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code: string | null;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
const ERRNO = /^E[A-Z_]{2,20}$/;
const CLASS_NAME = /^[A-Za-z]{1,40}$/;

/** Connection lost or refused, too many of them, server going down or coming up. */
const DATABASE_GONE = /^(?:08|53|57P)/;
const PEER_GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
const MAIL_GONE = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'ETLS']);
const PROGRAM_FAULTS = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);
/** Two drivers say without any code that a connection ended. */
const LOST_CONNECTION = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when)/;
const STALLED = /^job stalled more than/;

export function failureOf(fault: unknown): Failure {
  const { code, responseCode, name = typeof fault, message = '' } = factsOf(fault);
  if (typeof responseCode === 'number') return { kind: 'MAIL_REFUSED', code: String(Math.trunc(responseCode)) };
  if (typeof code === 'string' && ERRNO.test(code)) return ofErrno(code);
  if (typeof code === 'string' && SQLSTATE.test(code)) {
    return { kind: DATABASE_GONE.test(code) ? 'DATABASE_AWAY' : 'DATABASE_REFUSED', code };
  }
  if (LOST_CONNECTION.test(message)) return { kind: 'DATABASE_AWAY', code: null };
  if (STALLED.test(message)) return { kind: 'WORKER_LOST', code: null };
  const className = CLASS_NAME.test(name) ? name : null;
  return { kind: PROGRAM_FAULTS.has(name) ? 'PROGRAM' : 'OTHER', code: className };
}

function ofErrno(code: string): Failure {
  if (PEER_GONE.has(code) || MAIL_GONE.has(code)) return { kind: 'PEER_AWAY', code };
  return { kind: code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'EAUTH' ? 'MAIL_REFUSED' : 'OTHER', code };
}

interface FaultFacts {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly name?: string;
  readonly message?: string;
}

function factsOf(fault: unknown): FaultFacts {
  return fault instanceof Error ? (fault as FaultFacts) : {};
}

/** What a queue may keep of a fault. */
export function withoutWords(fault: unknown): Error {
  const { kind, code } = failureOf(fault);
  const safe = new Error(code === null ? kind : `${kind} ${code}`);
  safe.stack = '';
  return safe;
}
