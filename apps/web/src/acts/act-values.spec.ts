import { describe, expect, it } from '@jest/globals';
import type { ActField } from './act.js';
import { stillPossible } from './act-values.js';

const fields: readonly ActField[] = [
  { name: 'reason', label: 'Grund', kind: 'text' },
  { name: 'term', label: 'Frist', kind: 'one', choices: [{ value: '5', label: 'Fünf Tage' }] },
  { name: 'parties', label: 'Stellen', kind: 'many', choices: [{ value: 'HE', label: 'Hessen' }] },
  { name: 'personId', label: 'Person', kind: 'person' },
];

describe('What was entered for an act and never sent', () => {
  it('stands there again', () => {
    const stored = { reason: 'Weil Unterlagen fehlen', term: '5', parties: ['HE'] };
    expect(stillPossible(fields, stored)).toEqual(stored);
  });

  it('is left out where the dialog cannot show it: a choice that is gone, a person found by searching', () => {
    const stored = { term: '7', parties: ['HE', 'XX'], personId: 'someone', former: 'a field of yesterday' };
    expect(stillPossible(fields, stored)).toEqual({ parties: ['HE'] });
  });
});
