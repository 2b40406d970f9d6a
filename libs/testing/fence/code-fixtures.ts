/** One planted violation: a file whose code breaks one rule of ESLint, and nothing else. */
export type PlantedCode = {
  readonly rule: string;
  /** A word from the message, where one rule of ESLint carries several of ours. */
  readonly says?: string;
  readonly file: string;
  readonly code: string;
};

const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) => `export const n${n} = ${n};\n`).join('');
const longFunction = (count: number): string => `export function long(): void {\n${'  void 0;\n'.repeat(count)}}\n`;

const types: readonly PlantedCode[] = [
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'libs/topics/floats.ts',
    code: 'export function go(): void {\n  Promise.resolve(1);\n}\n',
  },
  {
    rule: '@typescript-eslint/no-misused-promises',
    file: 'libs/topics/misuses.ts',
    code: 'export const always = (): number => (Promise.resolve(false) ? 1 : 2);\n',
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    file: 'libs/topics/forgets-state.ts',
    code:
      "export function word(state: 'DRAFT' | 'ADOPTED'): string {\n  switch (state) {\n" +
      "    case 'DRAFT':\n      return 'Entwurf';\n  }\n  return '';\n}\n",
  },
  { rule: '@typescript-eslint/no-explicit-any', file: 'libs/topics/any.ts', code: 'export const it: any = 1;\n' },
  {
    rule: '@typescript-eslint/no-non-null-assertion',
    file: 'libs/topics/asserts.ts',
    code: 'export const first = (all: number[]): number => all[0]!;\n',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    file: 'libs/topics/imports-type.ts',
    code: "import { Thing } from './thing.js';\nexport const it: Thing = { name: 'a' };\n",
  },
];

const sizes: readonly PlantedCode[] = [
  { rule: 'max-lines', file: 'libs/topics/long.ts', code: lines(251) },
  { rule: 'max-lines', file: 'libs/topics/long.spec.ts', code: lines(401) },
  { rule: 'max-lines-per-function', file: 'libs/topics/long-function.ts', code: longFunction(40) },
  { rule: 'max-lines-per-function', file: 'apps/web/src/long-component.tsx', code: longFunction(100) },
  {
    rule: '@typescript-eslint/max-params',
    file: 'libs/topics/many.ts',
    code:
      'export class Many {\n  constructor(\n' +
      [1, 2, 3, 4, 5, 6].map((n) => `    readonly p${n}: number,\n`).join('') +
      '  ) {}\n}\n',
  },
];

const house: readonly PlantedCode[] = [
  { rule: 'no-console', file: 'libs/topics/prints.ts', code: "console.log('hier');\n" },
  {
    rule: 'no-restricted-syntax',
    says: 'not an enum',
    file: 'libs/topics/enum.ts',
    code: 'export enum State {\n  A = 1,\n}\n',
  },
  { rule: 'no-restricted-syntax', says: 'by name', file: 'libs/topics/default.ts', code: 'export default 1;\n' },
  { rule: 'no-restricted-syntax', says: 'by name', file: 'apps/web/src/default.ts', code: 'export default 1;\n' },
  { rule: 'no-restricted-syntax', says: 'clock', file: 'libs/topics/now.ts', code: 'export const now = new Date();\n' },
  {
    rule: 'no-restricted-properties',
    says: 'clock',
    file: 'libs/topics/date-now.ts',
    code: 'export const now = Date.now();\n',
  },
  {
    rule: 'no-restricted-properties',
    says: 'libs/platform/config',
    file: 'libs/topics/environment.ts',
    code: "export const port = process.env['PORT'];\n",
  },
  {
    rule: 'no-restricted-properties',
    says: 'libs/platform/config',
    file: 'libs/platform/clock/environment.ts',
    code: "export const port = process.env['PORT'];\n",
  },
  {
    rule: 'no-restricted-imports',
    says: 'libs/platform/config',
    file: 'libs/topics/imports-environment.ts',
    code: "import { env } from 'node:process';\nexport const port = env['PORT'];\n",
  },
  {
    rule: 'no-restricted-syntax',
    says: 'SQL',
    file: 'apps/api/src/asks.ts',
    code: "export const text = 'SELECT id FROM topics';\n",
  },
];

export const plantedCode: readonly PlantedCode[] = [...types, ...sizes, ...house];

/** What looks similar and is allowed: not one message may come from these. */
export const soundCode: Readonly<Record<string, string>> = {
  'libs/topics/thing.ts': 'export type Thing = { readonly name: string };\n',
  'libs/topics/within.ts': lines(250),
  'libs/topics/within-function.ts': longFunction(38),
  'migrations/1767225600000-long.ts': longFunction(100),
  'libs/topics/long-describe.spec.ts': longFunction(100),
  'libs/topics/persistence/row.entity.ts': 'export const id = (all: string[]): string => all[0]!;\n',
  'libs/topics/given-instant.ts': 'export const at = (instant: number): Date => new Date(instant);\n',
  'libs/platform/clock/clock.ts':
    'export const now = (): Date => new Date(Date.now());\nexport const also = (): Date => new Date();\n',
  'libs/platform/config/config.ts': "export const port = process.env['PORT'];\n",
  'apps/api/src/words.ts': "export const text = 'Select a topic';\n",
};
