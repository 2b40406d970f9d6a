import { describe, expect, it } from '@jest/globals';
import { failureOf, withoutWords } from './failure.js';

const paper = 'Beschlussvorschlag: Die IMK bittet den Bund';

function fault(facts: object): Error {
  return Object.assign(new Error(paper), facts);
}

describe('Why a job failed', () => {
  it.each([
    ['a connection that the database ended', fault({ code: '57P01' }), 'DATABASE_AWAY', '57P01'],
    ['too many connections', fault({ code: '53300' }), 'DATABASE_AWAY', '53300'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'DATABASE_AWAY', null],
    ['a violated rule of the database', fault({ code: '23514', detail: paper }), 'DATABASE_REFUSED', '23514'],
    ['a refused address', fault({ code: 'EENVELOPE', responseCode: 550 }), 'MAIL_REFUSED', '550'],
    ['a refused sign-in at the mail server', fault({ code: 'EAUTH' }), 'MAIL_REFUSED', 'EAUTH'],
    ['a service that does not answer', fault({ code: 'ECONNREFUSED' }), 'PEER_AWAY', 'ECONNREFUSED'],
    ['a name that nobody knows', fault({ code: 'EAI_AGAIN' }), 'PEER_AWAY', 'EAI_AGAIN'],
    ['a worker that died', new Error('job stalled more than allowable limit'), 'WORKER_LOST', null],
    ['a mistake of ours', new TypeError(paper), 'PROGRAM', 'TypeError'],
    ['anything else', new Error(paper), 'OTHER', 'Error'],
    ['what is no error at all', paper, 'OTHER', 'string'],
  ])('is told apart: %s', (_name, cause, kind, code) => {
    expect(failureOf(cause)).toEqual({ kind, code });
  });

  it.each([
    ['the words', new Error(paper)],
    ['a code that is a sentence', fault({ code: paper })],
    ['a name that is a sentence', fault({ name: paper })],
    ['the place, which quotes the words', new RangeError(paper)],
  ])('is kept without %s', (_name, cause) => {
    const safe = withoutWords(cause);
    expect(JSON.stringify([failureOf(cause), safe.message, safe.stack, safe.name])).not.toContain('Beschluss');
  });
});
