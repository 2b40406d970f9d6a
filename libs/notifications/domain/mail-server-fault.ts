import type { MailServerFault } from '#glossary';
import { faultOf } from './mail-fault.js';

/** What the mail library says; a response code only where the server gave one. */
interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

const SERVICE_NOT_AVAILABLE = 421;
const ofServer = new Set<string>(['UNREACHABLE', 'SIGN_IN', 'CERTIFICATE', 'NOT_ENCRYPTED']);

/**
 * Whether such an error may be the server's and not the mail's. May: a line that breaks while a mail is on its way
 * looks the same whether the server goes down or chokes on this one mail.
 */
export function mayBeOfServer(error: Error): boolean {
  const { code, responseCode } = error as SmtpError;
  return ofServer.has(faultOf(error)) || responseCode === SERVICE_NOT_AVAILABLE || code === 'EPROTOCOL';
}

/** Why the server takes nothing, when it refused before anything was said about a mail. */
export function serverFaultOf(error: Error): MailServerFault {
  const { responseCode } = error as SmtpError;
  if (typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500) return 'BUSY';
  const fault = faultOf(error);
  return ofServer.has(fault) ? (fault as MailServerFault) : 'UNCLEAR';
}
