import { describe, expect, it } from '@jest/globals';
import { type Facet, flagOf, keyOf, paramsOf, viewOf } from './list-view.js';

type Name = 'suche' | 'stand' | 'konferenz' | 'sortierung' | 'meine';

const facetsWith = (conferences: readonly string[] | null): readonly Facet<Name>[] => [
  { kind: 'search', name: 'suche', label: 'Suche' },
  { kind: 'choice', name: 'stand', label: 'Stand', choices: [{ value: 'DRAFT', label: 'Entwurf' }] },
  {
    kind: 'choice',
    name: 'konferenz',
    label: 'Konferenz',
    choices: conferences?.map((value) => ({ value, label: value })) ?? null,
  },
  {
    kind: 'choice',
    name: 'sortierung',
    label: 'Sortierung',
    choices: ['NEWEST', 'TITLE'].map((value) => ({ value, label: value })),
    usual: 'NEWEST',
  },
  { kind: 'flag', name: 'meine', label: 'Nur meine' },
];
const facets = facetsWith(['herbst']);
const whole = { suche: '', stand: '', konferenz: '', sortierung: 'NEWEST', meine: '' };
const read = (address: string) => viewOf(facets, new URLSearchParams(address));

describe('What a list shows', () => {
  it('comes back from the address it was put into', () => {
    const view = {
      suche: 'Warnung & Co',
      stand: 'DRAFT',
      konferenz: 'herbst',
      sortierung: 'TITLE',
      meine: flagOf(true),
    };
    expect(read(paramsOf(facets, view).toString())).toEqual(view);
  });

  it('has the short address when nothing narrows it', () => {
    expect(read('')).toEqual(whole);
    expect(paramsOf(facets, { ...whole, suche: '   ' }).toString()).toBe('');
  });

  it('is not narrowed by a choice that does not exist', () => {
    expect(read('stand=QUATSCH&konferenz=nie&sortierung=__proto__&meine=vielleicht&fremd=1')).toEqual(whole);
    expect(keyOf({ DRAFT: 'Entwurf' }, 'constructor')).toBeNull();
  });

  it('believes the address until the choices are known', () => {
    expect(viewOf(facetsWith(null), new URLSearchParams('konferenz=herbst')).konferenz).toBe('herbst');
  });
});
