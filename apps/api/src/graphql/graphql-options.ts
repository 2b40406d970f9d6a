import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { AuthenticatedRequest } from '#platform/auth';
import type { Config } from '#platform/config';
import { DayScalar, type RequestContext } from '#platform/graphql';
import type { Logger } from '#platform/logging';
import { compiledQueries } from './compiled-queries.js';
import { countedOperations } from './counted-operations.js';
import { errorFormat, noteRequest } from './error-format.js';
import { onlyStorableText } from './storable-text.js';

/** Wide enough for the largest screen (an agenda with nested clauses), narrow enough for no other use. */
const DEEPEST = 16;
const MOST_ALIASES = 30;
const HIGHEST_COST = 60_000;
/** The largest page has about 250; validating is what costs, and it comes before anybody is asked who he is. */
const MOST_TOKENS = 5_000;

const rule = (visitor: (context: ValidationContext) => unknown): ValidationRule => visitor as ValidationRule;

/** Thrown, as the rules do by themselves, a refusal would count as our fault. */
const refusing = (message: string): RefusingLimit => ({
  ignoreIntrospection: true,
  propagateOnRejection: false,
  onReject: [(context) => (context as ValidationContext | null)?.reportError(new GraphQLError(message))],
});

interface RefusingLimit {
  readonly ignoreIntrospection: true;
  readonly propagateOnRejection: false;
  readonly onReject: [(context: unknown) => void];
}

/** Apollo set up lean: code first, no cache control, no landing page in production (docs/adr). */
export function graphqlOptions(config: Config, logger: Logger): ApolloDriverConfig {
  const isOpen = config.nodeEnv !== 'production';
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { scalarsMap: [], orphanedTypes: [], noDuplicatedFields: true },
    resolvers: { Day: DayScalar },
    graphiql: isOpen,
    introspection: isOpen,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !isOpen,
    parseOptions: { maxTokens: MOST_TOKENS },
    allowBatchedHttpRequests: false,
    // Nobody is somebody else: 401, as on every other address.
    preserveHttpStatusForExecutionErrors: false,
    validationRules: [
      rule(maxDepthRule({ n: DEEPEST, ...refusing('Die Anfrage ist zu tief verschachtelt.') })),
      rule(maxAliasesRule({ n: MOST_ALIASES, ...refusing('Die Anfrage verwendet zu viele andere Namen (Aliasse).') })),
      rule(costLimitRule({ maxCost: HIGHEST_COST, ...refusing('Die Anfrage ist zu umfangreich.') })),
    ],
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      compiledQueries(),
      onlyStorableText,
      notesRequests,
      countedOperations(),
    ],
    formatError: errorFormat(logger),
    context: (request: FastifyRequest & AuthenticatedRequest): RequestContext => ({
      actor: request.actor,
      requestId: request.requestId,
      loaders: new Map(),
    }),
  };
}

/** Brings an error and the request in which it arose together. */
const notesRequests: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { requestId } }) => {
      for (const error of errors) noteRequest(error.originalError ?? error, requestId);
    },
  }),
};
