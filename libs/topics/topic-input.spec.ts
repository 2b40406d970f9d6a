import { describe, expect, it } from '@jest/globals';
import { aTopic } from '#testing';
import { registrationWith } from './topic-input.graphql.js';

const kept = '01990000-0000-7000-8000-0000000000a1';
const before = aTopic({
  attachments: [
    { id: kept, title: 'Lagebild', asOf: null, originator: null, classification: 'INTERNAL', releaseWish: true },
  ],
});
const idsOf = (attachments: { id?: string | null; title: string }[]): readonly string[] =>
  registrationWith({ attachments }, before).attachments.map(({ id }) => id);

describe('the attachments of a registration', () => {
  it('keep their ids through an edit, so that a release goes on meaning the same paper', () => {
    expect(idsOf([{ id: kept, title: 'Lagebild (neu)' }])).toEqual([kept]);
  });

  it('get a new id each, also when one is made up, taken from elsewhere or given twice', () => {
    const foreign = '01990000-0000-7000-8000-0000000000ff';
    const ids = idsOf([
      { title: 'neu' },
      { id: foreign, title: 'fremd' },
      { id: kept, title: 'a' },
      { id: kept, title: 'b' },
    ]);
    expect(ids[2]).toBe(kept);
    expect(ids).not.toContain(foreign);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the parties that need to know', () => {
  it('are kept for a restricted topic and dropped for any other', () => {
    const fields = { restrictedTo: ['BY' as const, 'BY' as const] };
    expect(registrationWith({ ...fields, classification: 'RESTRICTED' }).restrictedTo).toEqual(['BY']);
    expect(registrationWith({ ...fields, classification: 'INTERNAL' }).restrictedTo).toEqual([]);
  });
});
