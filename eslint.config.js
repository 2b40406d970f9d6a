import tseslint from 'typescript-eslint';

const server = ['apps/{api,worker,standalone}/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts', 'bench/**/*.ts'];
const web = ['apps/web/**/*.{ts,tsx}'];
const specs = ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*.spec.tsx', 'libs/testing/**/*.ts', 'apps/*/test/**/*.ts'];
const toolConfigs = ['*.config.js', '**/vite.config.ts', '**/codegen.ts'];

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'A closed set is a union of string literals, not an enum.',
};
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name: one idea, one word, everywhere.',
};
const noNewDate = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'The present comes from the clock (libs/platform/clock) and is handed on as an argument.',
};
const noSql = {
  selector:
    ':matches(TemplateElement[value.raw=/^\\s*(select|insert into|update|delete from|with)\\s/i], ' +
    'Literal[value=/^\\s*(select|insert into|update|delete from|with)\\s.*\\s(from|set|values|as)\\s/is])',
  message: 'apps/api composes; SQL lives in the persistence folder of a library.',
};
const noClockReading = [
  { object: 'Date', property: 'now', message: 'The present comes from the clock (libs/platform/clock).' },
  { object: 'DateTime', property: 'now', message: 'The present comes from the clock (libs/platform/clock).' },
];
const noEnvironment = [
  { object: 'process', property: 'env', message: 'Settings are parsed once, in libs/platform/config.' },
];

const restrictSyntax = (...selectors) => ['error', ...selectors];
const restrictProperties = (...properties) => ['error', ...properties];

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'coverage/', 'node_modules/', 'apps/web/src/generated/'] },
  {
    files: [...server, ...web],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Silent in files with decorators by itself: there an import may be needed as metadata.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/max-params': ['error', { max: 5 }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40 }],
      'no-console': 'error',
    },
  },
  {
    files: server,
    rules: {
      'no-restricted-syntax': restrictSyntax(noEnum, noDefaultExport, noNewDate),
      'no-restricted-properties': restrictProperties(...noClockReading, ...noEnvironment),
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:process', message: 'Settings are parsed once, in libs/platform/config.' }] },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    rules: { 'no-restricted-syntax': restrictSyntax(noEnum, noDefaultExport, noNewDate, noSql) },
  },
  {
    files: ['libs/platform/clock/**/*.ts'],
    rules: {
      'no-restricted-syntax': restrictSyntax(noEnum, noDefaultExport),
      'no-restricted-properties': restrictProperties(...noEnvironment),
    },
  },
  {
    files: ['libs/platform/config/**/*.ts'],
    rules: { 'no-restricted-properties': restrictProperties(...noClockReading) },
  },
  {
    // The browser has no injected clock: what it shows of the present is never a decision.
    files: web,
    rules: { 'no-restricted-syntax': restrictSyntax(noEnum, noDefaultExport) },
  },
  {
    // A component is mostly markup, and markup is long without being complicated.
    files: ['apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100 }] },
  },
  {
    // The exclamation mark is the only way to declare a column that the database always fills.
    files: ['**/*.entity.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A migration is SQL text, read from top to bottom; cutting it into functions hides the order.
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // describe() is one function around all its sentences; the harness starts processes and measures waiting.
    files: specs,
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': restrictSyntax(noEnum, noDefaultExport),
      'no-restricted-properties': 'off',
    },
  },
  {
    // A benchmark is a clock, and prints.
    files: ['bench/**/*.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': restrictSyntax(noEnum, noDefaultExport),
      'no-restricted-properties': 'off',
    },
  },
  {
    // Tools expect the default export.
    files: toolConfigs,
    rules: { 'no-restricted-syntax': 'off' },
  },
);
