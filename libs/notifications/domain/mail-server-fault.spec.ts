import { describe, expect, it } from '@jest/globals';
import { mayBeOfServer, serverFaultOf } from './mail-server-fault.js';

const failure = (message: string, facts: object = {}): Error => Object.assign(new Error(message), facts);

describe('Whose fault it is that a mail did not leave', () => {
  it.each([
    ['nobody listens', failure('connect ECONNREFUSED', { code: 'ESOCKET', command: 'CONN' })],
    ['the name is not known', failure('getaddrinfo ENOTFOUND', { code: 'EDNS' })],
    ['the password is wrong', failure('Invalid login', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })],
    ['nobody vouches for the certificate', failure('self-signed certificate', { code: 'ESOCKET', command: 'CONN' })],
    ['there is no encryption', failure('Error upgrading', { code: 'ETLS', command: 'STARTTLS' })],
    ['it greets with a refusal', failure('Invalid greeting', { code: 'EPROTOCOL', responseCode: 554 })],
    ['it closes down', failure('x', { code: 'EENVELOPE', responseCode: 421, command: 'RCPT TO' })],
  ])('may be the server: %s', (_what, error) => {
    expect(mayBeOfServer(error)).toBe(true);
  });

  it.each([
    ['the address is refused', failure('x', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' })],
    ['the address is put off', failure('x', { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' })],
    ['the mail is refused', failure('x', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' })],
    ['the mail is too large', failure('x', { code: 'EMESSAGE', responseCode: 552, command: 'DATA' })],
    ['the product itself failed', failure('x is not a function')],
  ])('is never the server: %s', (_what, error) => {
    expect(mayBeOfServer(error)).toBe(false);
  });
});

describe('Why a mail server takes nothing', () => {
  it.each([
    ['UNREACHABLE', failure('connect ECONNREFUSED', { code: 'ESOCKET', command: 'CONN' })],
    ['SIGN_IN', failure('Invalid login', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })],
    ['BUSY', failure('Invalid login', { code: 'EAUTH', responseCode: 454, command: 'AUTH PLAIN' })],
    ['BUSY', failure('Invalid greeting', { code: 'EPROTOCOL', responseCode: 421, command: 'CONN' })],
    ['CERTIFICATE', failure('self-signed certificate', { code: 'ESOCKET', command: 'CONN' })],
    ['NOT_ENCRYPTED', failure('Error upgrading', { code: 'ETLS', command: 'STARTTLS' })],
    ['UNCLEAR', failure('Invalid greeting', { code: 'EPROTOCOL', responseCode: 554, command: 'CONN' })],
  ])('is %s where the mail library says %p', (fault, error) => {
    expect(serverFaultOf(error)).toBe(fault);
  });
});
