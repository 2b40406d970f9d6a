/** The columns of authorization.md: a word for the head of the column, and whose mail address stands for it. */
export const people = {
  Geschäftsstelle: 'geschaeftsstelle',
  Vorsitz: 'vorsitz.hh',
  'Vorsitz a. D.': 'vorsitz.by',
  'Koord. anmeldend': 'koordination.he',
  'Fachref. anmeldend': 'fachreferat.he',
  'Koord. Land': 'koordination.by',
  'Koord. Bund': 'koordination.bund',
  'Vorsitz AK': 'vorsitz.ak5',
  'Geschäftsf. AK': 'geschaeftsfuehrung.ak5',
  'Mitglied AK': 'mitglied.ak5',
  Gast: 'gast.bka',
  'Gast AK': 'gast.ak5',
  Leserecht: 'leser.he',
  Technik: 'technik',
} as const;

export type Column = keyof typeof people;
export const columns = Object.keys(people) as Column[];
