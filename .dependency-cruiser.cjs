/**
 * Who may import whom. The drawing is docs "The house": libraries in one order, each with a pure domain,
 * intents that do not know each other, and a persistence that knows neither intents nor GraphQL.
 */
const libraryOrder = [
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

const spec = '\\.(spec|e2e-spec)\\.tsx?$';
const anyOf = (names) => `(?:${names.join('|')})`;
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Each library may look back in the list, never ahead. Glossary and platform have stricter rules of their own below. */
const order = libraryOrder.slice(0, -1).map((library, position) => {
  const later = libraryOrder.slice(position + 1);
  return error(
    `library-order-${library}`,
    `${library} comes before ${later[0]}: libraries look back in the order of the house, never ahead.`,
    { path: `^libs/${library}/` },
    { path: `^libs/${anyOf(later)}/` },
  );
});

const layers = [
  error(
    'domain-is-pure',
    'domain/ imports nothing but itself: clock, ids and stored rows come in as arguments.',
    { path: '^libs/([^/]+)/domain/', pathNot: spec },
    {
      pathNot: ['^libs/$1/domain/', '^libs/(?!platform/)[^/]+/index\\.ts$', '^libs/platform/lifecycle/index\\.ts$'],
    },
  ),
  error(
    'domain-takes-only-types-of-others',
    'Of another library domain/ takes types alone; glossary and the lifecycle engine are pure themselves.',
    { path: '^libs/([^/]+)/domain/', pathNot: spec },
    {
      path: '^libs/[^/]+/index\\.ts$',
      pathNot: '^libs/glossary/index\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  ),
  error(
    'lifecycle-engine-is-pure',
    'The engine that reads the lifecycle tables is as pure as the tables.',
    { path: '^libs/platform/lifecycle/', pathNot: spec },
    { pathNot: ['^libs/platform/lifecycle/', '^libs/glossary/index\\.ts$'] },
  ),
  error(
    'glossary-is-pure',
    'The glossary goes into the browser too: it imports nothing.',
    { path: '^libs/glossary/', pathNot: spec },
    { pathNot: '^libs/glossary/' },
  ),
  error(
    'features-do-not-see-each-other',
    // A spec may come to its starting point by the intents that lead there in life too.
    'One folder per intent, and none needs another to be understood.',
    { path: '^libs/([^/]+)/features/([^/]+)/', pathNot: spec },
    { path: '^libs/$1/features/', pathNot: '^libs/$1/features/$2/' },
  ),
  error(
    'persistence-sees-no-features',
    'Rows do not know what is done with them.',
    { path: '^libs/([^/]+)/persistence/', pathNot: spec },
    { path: '^libs/$1/(?:features/|[^/]+\\.module\\.ts$)' },
  ),
  error(
    'persistence-sees-no-graphql',
    'Rows do not know how they are shown.',
    { path: '^libs/[^/]+/persistence/', pathNot: spec },
    { path: ['\\.(graphql|resolver)\\.ts$', 'node_modules/(@nestjs/)?graphql/'] },
  ),
];

const libraries = [
  error(
    'libraries-meet-only-at-index',
    'What a library shows stands in its index.ts.',
    { path: '^libs/([^/]+)/' },
    {
      path: '^libs/[^/]+/',
      pathNot: ['^libs/$1/', '^libs/(?!platform/)[^/]+/index\\.ts$', '^libs/(?:platform|testing)/[^/]+/index\\.ts$'],
    },
  ),
  error(
    'platform-parts-meet-only-at-index',
    'The parts of the platform are libraries too.',
    { path: '^libs/platform/([^/]+)/' },
    { path: '^libs/platform/', pathNot: ['^libs/platform/$1/', '^libs/platform/[^/]+/index\\.ts$'] },
  ),
  error(
    'apps-see-libraries-at-index',
    'What a library shows stands in its index.ts.',
    { path: '^(?:apps|migrations|bench)/' },
    {
      path: '^libs/',
      pathNot: ['^libs/(?!platform/)[^/]+/index\\.ts$', '^libs/(?:platform|testing)/[^/]+/index\\.ts$'],
    },
  ),
  error(
    'platform-knows-no-business',
    'The technical ground contains no business word.',
    { path: '^libs/platform/', pathNot: spec },
    { path: '^libs/', pathNot: ['^libs/platform/', '^libs/glossary/'] },
  ),
  error(
    'libraries-do-not-see-apps',
    'Apps compose libraries, never the other way round.',
    { path: '^libs/' },
    { path: '^apps/' },
  ),
  error(
    'migrations-stand-alone',
    'A migration says what it said on the day it was written; our code changes, so it may not use it.',
    // index.ts is the list of them, not one of them.
    { path: '^migrations/', pathNot: [spec, '^migrations/index\\.ts$'] },
    { path: '^(?:libs|apps|bench)/' },
  ),
  error(
    'only-specs-import-testing',
    'Builders and harness are for specs, and for what lies beside them in a test folder.',
    { path: '.', pathNot: [spec, '^libs/testing/', '^apps/[^/]+/test/'] },
    { path: '^libs/testing/' },
  ),
];

const apps = [
  error(
    'api-has-no-sql',
    'apps/api is composition only: no rule, no SQL.',
    { path: '^apps/api/', pathNot: [spec, '^apps/api/test/'] },
    // The name of a type asks nothing of the database.
    { path: 'node_modules/(?:pg|typeorm|@nestjs/typeorm)/', dependencyTypesNot: ['type-only'] },
  ),
  error(
    'api-and-worker-do-not-see-each-other',
    'They run in different processes and share only libraries.',
    { path: '^apps/(api|worker)/src/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  error(
    'apps-meet-only-at-index',
    'standalone composes the other apps through their index.ts.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: ['^apps/$1/', '^apps/[^/]+/src/index\\.ts$'] },
  ),
  error(
    'web-sees-only-glossary',
    'The browser gets the glossary and the types generated from the schema, nothing else of ours.',
    { path: '^apps/web/' },
    {
      path: '^(?:apps|libs|migrations|bench)/',
      pathNot: ['^apps/web/', '^libs/glossary/index\\.ts$', '^libs/testing/[^.]*index\\.ts$'],
    },
  ),
  error(
    'web-has-no-server-library',
    'What runs on the server stays on the server.',
    { path: '^apps/web/src/', pathNot: spec },
    {
      path: [
        'node_modules/(?:@nestjs|typeorm|pg|bullmq|ioredis|fastify|@fastify|@apollo/server|nodemailer|oidc-provider|pino|luxon)/',
        '^(?:node:)?(?:fs|path|crypto|http|https|net|process|child_process)(?:/promises)?$',
      ],
    },
  ),
  error(
    'nobody-imports-web',
    'The web is built by Vite and served as files.',
    { pathNot: '^apps/web/' },
    { path: '^apps/web/' },
  ),
];

const hygiene = [
  error('no-circular', 'Cycles vanish only where a gate forbids them; types count.', {}, { circular: true }),
  error(
    'not-to-unresolvable',
    'This import leads nowhere.',
    {},
    // A package of types alone: there is no JavaScript to find.
    { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
  ),
  error(
    'no-undeclared-package',
    'What is imported stands in package.json.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  error(
    'no-dev-package-in-production',
    'The image holds production dependencies only.',
    { path: '^(?:apps/(?:api|worker|standalone)/src|libs|migrations)/', pathNot: [spec, '^libs/testing/'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  ),
];

module.exports = {
  forbidden: [...hygiene, ...layers, ...libraries, ...order, ...apps],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|var|coverage)/' },
    // Type imports are imports: a cycle of types is a cycle in the reader's head.
    tsPreCompilationDeps: true,
    // Ours are ES modules throughout; a local function called require() is not an import.
    moduleSystems: ['es6'],
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
