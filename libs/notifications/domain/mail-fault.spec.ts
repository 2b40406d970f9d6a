import { describe, expect, it } from '@jest/globals';
import { answerOf, faultOf } from './mail-fault.js';

const failure = (message: string, facts: object = {}): Error => Object.assign(new Error(message), facts);

describe('Why a mail could not be delivered', () => {
  it.each([
    ['REFUSED_ADDRESS', failure('x', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' })],
    ['POSTPONED', failure('x', { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' })],
    ['REFUSED_SENDER', failure('x', { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' })],
    ['REFUSED_MAIL', failure('x', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' })],
    ['TOO_LARGE', failure('x', { code: 'EMESSAGE', responseCode: 552, command: 'DATA' })],
    ['TOO_LARGE', failure('Message size larger than allowed 1000', { code: 'EMESSAGE', command: 'MAIL FROM' })],
    ['POSTPONED', failure('x', { code: 'EMESSAGE', responseCode: 451, command: 'DATA' })],
    ['UNREACHABLE', failure('connect ECONNREFUSED', { code: 'ESOCKET', command: 'CONN' })],
    ['UNREACHABLE', failure('Timeout', { code: 'ETIMEDOUT', command: 'CONN' })],
    ['UNREACHABLE', failure('getaddrinfo ENOTFOUND', { code: 'EDNS' })],
    ['SIGN_IN', failure('Invalid login', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })],
    ['CERTIFICATE', failure('self-signed certificate', { code: 'ESOCKET', command: 'CONN' })],
    ['NOT_ENCRYPTED', failure('Error upgrading connection with STARTTLS', { code: 'ETLS', command: 'STARTTLS' })],
    ['UNCLEAR', failure('Invalid greeting', { code: 'EPROTOCOL', command: 'CONN' })],
    ['UNCLEAR', failure('something else')],
  ])('is %s where the mail library says %p', (fault, error) => {
    expect(faultOf(error)).toBe(fault);
  });

  it('is told in the words of the server, or in those of the mail library where it said none', () => {
    expect(answerOf(failure('Message failed: 554 no', { response: '554 no' }))).toBe('554 no');
    expect(answerOf(failure('connect ECONNREFUSED'))).toBe('connect ECONNREFUSED');
    expect(answerOf(failure('x', { response: 'y'.repeat(900) }))).toHaveLength(500);
  });
});
