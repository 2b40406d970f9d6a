const text = { type: 'string' } as const;
const optionalText = { type: ['string', 'null'] } as const;
const day = { type: 'string', format: 'date' } as const;
const optionalDay = { type: ['string', 'null'], format: 'date' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const address = { type: 'string', format: 'uri' } as const;
const id = {
  type: 'string',
  pattern: '^urn:uuid:',
  description: 'Bleibt, auch wenn der Text berichtigt wird.',
} as const;

function record(description: string, properties: Readonly<Record<string, object>>): object {
  return { type: 'object', description, required: Object.keys(properties), properties };
}

function list(items: object): object {
  return { type: 'array', items };
}

const clauses = list({ $ref: '#/$defs/clause' });

const definitions = {
  conference: record('Eine Konferenz, zu der etwas öffentlich ist oder war.', {
    id: { type: 'string', pattern: '^[a-z0-9-]+$' },
    ...{ address, publisher: text, title: text },
    number: { type: ['integer', 'null'], description: 'Laufende Nummer der Sitzung; manche Sondersitzung hat keine.' },
    isSpecialSession: { type: 'boolean' },
    ...{ place: optionalText, startsOn: day, endsOn: day, changedAt: instant, collection: address },
  }),
  clause: record('Eine Ziffer mit ihrer dauerhaften Adresse.', {
    ...{ id: text, address, number: optionalText, text },
    children: clauses,
  }),
  correction: record('Eine Berichtigung: der ganze Text an der Stelle des Textes davor.', {
    number: { type: 'integer' },
    ...{ correctedOn: day, clauses },
  }),
  statement: record('Eine Erklärung zu Protokoll.', {
    parties: list(record('Ein Land oder der Bund.', { code: text, name: text })),
    text,
  }),
  attachment: record('Eine freigegebene Anlage.', { title: text, asOf: optionalDay, originator: optionalText }),
  resolution: record('Ein veröffentlichter Beschluss, wie er gefasst wurde; in Kraft ist die letzte Berichtigung.', {
    ...{ id, address, itemNumber: optionalText, writtenProcedureNumber: optionalText },
    ...{ title: text, subtitle: optionalText, adoptedOn: day, publishedAt: instant, changedAt: instant, clauses },
    corrections: list({ $ref: '#/$defs/correction' }),
    statements: list({ $ref: '#/$defs/statement' }),
    attachments: list({ $ref: '#/$defs/attachment' }),
    unreleasedCitations: { ...list(text), description: 'Titel im Text, die nicht freigegebene Berichte nennen.' },
  }),
  withdrawn: record('Die Veröffentlichung wurde zurückgezogen; die Adresse bleibt.', {
    ...{ id, address, withdrawnAt: instant },
  }),
} as const;

const envelope = { $schema: address, version: { const: 1 } } as const;

/** JSON Schema of both documents, under an address that names the version. */
export function openDataSchema(at: string): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: at,
    title: 'Veröffentlichte Beschlüsse, Fassung 1 der Daten',
    oneOf: [
      record('Liste der Konferenzen', {
        ...envelope,
        conferences: list({
          allOf: [
            { $ref: '#/$defs/conference' },
            record('Was zu ihr zu holen ist.', { resolutionCount: { type: 'integer' }, data: address }),
          ],
        }),
      }),
      record('Beschlüsse einer Konferenz', {
        ...envelope,
        conference: { $ref: '#/$defs/conference' },
        resolutions: list({ $ref: '#/$defs/resolution' }),
        withdrawn: list({ $ref: '#/$defs/withdrawn' }),
      }),
    ],
    $defs: definitions,
  };
}
