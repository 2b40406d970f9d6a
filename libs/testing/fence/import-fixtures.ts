/** One planted violation: a file of the house that imports what it may not. */
export type PlantedImport = {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
};

/** In the order of the house; glossary and platform come before them all and have stricter rules of their own. */
const libraries = [
  'organisation',
  'operations',
  'deadlines',
  'notifications',
  'conferences',
  'topics',
  'proposals',
  'agendas',
  'decisions',
  'written-procedures',
  'publication',
  'follow-ups',
  'calendars',
];

const use = (specifier: string): string => `import { it } from '${specifier}';\nexport const used = it;\n`;

/** Every library, once, looks one step ahead in the order of the house. */
const plantedOrder: PlantedImport[] = libraries.slice(0, -1).map((library, position) => ({
  rule: `library-order-${library}`,
  file: `libs/${library}/ahead.ts`,
  code: use(`#${libraries[position + 1] ?? ''}`),
}));

export const plantedImports: readonly PlantedImport[] = [
  { rule: 'no-circular', file: 'libs/topics/cycle-a.ts', code: use('./cycle-b.js') },
  { rule: 'not-to-unresolvable', file: 'libs/topics/nowhere.ts', code: use('./nothing-here.js') },
  { rule: 'no-undeclared-package', file: 'libs/topics/undeclared.ts', code: use('typeorm') },
  { rule: 'no-dev-package-in-production', file: 'libs/topics/dev-package.ts', code: use('jest') },
  { rule: 'domain-is-pure', file: 'libs/topics/domain/reads-clock.ts', code: use('#platform/clock') },
  { rule: 'domain-is-pure', file: 'libs/topics/domain/makes-ids.ts', code: use('node:crypto') },
  { rule: 'domain-is-pure', file: 'libs/topics/domain/reads-rows.ts', code: use('../persistence/topic.entity.js') },
  { rule: 'domain-takes-only-types-of-others', file: 'libs/topics/domain/takes-values.ts', code: use('#organisation') },
  { rule: 'lifecycle-engine-is-pure', file: 'libs/platform/lifecycle/reads-clock.ts', code: use('#platform/clock') },
  { rule: 'glossary-is-pure', file: 'libs/glossary/reads-files.ts', code: use('node:fs') },
  {
    rule: 'features-do-not-see-each-other',
    file: 'libs/topics/features/submit-topic/submit-topic.handler.ts',
    code: use('../list-topics/list-topics.query.js'),
  },
  {
    rule: 'persistence-sees-no-features',
    file: 'libs/topics/persistence/asks-feature.ts',
    code: use('../features/list-topics/list-topics.query.js'),
  },
  { rule: 'persistence-sees-no-graphql', file: 'libs/topics/persistence/shows.ts', code: use('../topic.graphql.js') },
  {
    rule: 'libraries-meet-only-at-index',
    file: 'libs/proposals/reaches-in.ts',
    code: use('../topics/domain/topic.js'),
  },
  {
    rule: 'platform-parts-meet-only-at-index',
    file: 'libs/platform/clock/reaches-in.ts',
    code: use('../database/pool.js'),
  },
  {
    rule: 'apps-see-libraries-at-index',
    file: 'apps/worker/src/reaches-in.ts',
    code: use('../../../libs/topics/domain/topic.js'),
  },
  { rule: 'platform-knows-no-business', file: 'libs/platform/clock/ahead.ts', code: use('#organisation') },
  { rule: 'libraries-do-not-see-apps', file: 'libs/topics/starts-api.ts', code: use('#apps/api') },
  { rule: 'migrations-stand-alone', file: 'migrations/uses-code.ts', code: use('#platform/clock') },
  { rule: 'only-specs-import-testing', file: 'libs/topics/builds.ts', code: use('#testing') },
  { rule: 'api-has-no-sql', file: 'apps/api/src/queries.ts', code: use('pg') },
  {
    rule: 'api-and-worker-do-not-see-each-other',
    file: 'apps/worker/src/calls-api.ts',
    code: use('#apps/api'),
  },
  { rule: 'apps-meet-only-at-index', file: 'apps/standalone/src/reaches-in.ts', code: use('../../api/src/app.js') },
  { rule: 'web-sees-only-glossary', file: 'apps/web/src/asks-topics.ts', code: use('#topics') },
  { rule: 'web-has-no-server-library', file: 'apps/web/src/asks-files.ts', code: use('node:fs') },
  { rule: 'nobody-imports-web', file: 'bench/measures-web.ts', code: use('../apps/web/src/page.js') },
  ...plantedOrder,
];

const plain = "export const it = 'here';\n";

/** The sound part of the house: what the planted files point at, and imports that are allowed. */
export const soundFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['glossary', 'testing', ...libraries].map((name) => [`libs/${name}/index.ts`, plain])),
  'libs/platform/clock/index.ts': plain,
  'libs/platform/lifecycle/index.ts': plain,
  'libs/platform/database/pool.ts': plain,
  'libs/topics/domain/topic.ts':
    "import type { it } from '#organisation';\nimport { it as term } from '#glossary';\n" +
    "import { it as engine } from '#platform/lifecycle';\nexport type T = typeof it;\nexport const all = [term, engine];\n",
  'libs/topics/cycle-b.ts': use('./cycle-a.js'),
  'libs/topics/persistence/topic.entity.ts': use('#platform/clock'),
  'libs/topics/features/list-topics/list-topics.query.ts': use('../../persistence/topic.entity.js'),
  'libs/topics/features/list-topics/list-topics.spec.ts': use('#testing'),
  'libs/topics/features/edit-topic/edit-topic.spec.ts': use('../list-topics/list-topics.query.js'),
  'libs/topics/topic.graphql.ts': use('./domain/topic.js'),
  'apps/api/src/index.ts': use('#topics'),
  'apps/api/src/app.ts': plain,
  'apps/standalone/src/main.ts': use('#apps/api'),
  'apps/web/src/page.ts': use('#glossary'),
  'apps/worker/test/harness.ts': use('#testing'),
  'libs/topics/local-require.ts':
    "const require = (field: string): string => field;\nexport const it = require('title');\n",
  'migrations/index.ts': "import type { it } from '#platform/clock';\nexport type It = typeof it;\n",
};
