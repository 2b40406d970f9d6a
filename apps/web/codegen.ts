import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for every operation of the pages: `npx graphql-codegen --config apps/web/codegen.ts`. */
const config: CodegenConfig = {
  schema: 'apps/api/src/graphql/schema.graphql',
  documents: 'apps/web/src/**/*.graphql',
  generates: {
    'apps/web/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.js',
        scalars: { DateTime: 'string', Day: 'string', JSONObject: 'unknown' },
      },
    },
  },
};

export default config;
