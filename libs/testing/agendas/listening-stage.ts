import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, parseConfig } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { DayScalar } from '#platform/graphql';
import type { ConferenceStage } from './conference-stage.js';

interface GraphqlAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The stage behind a real HTTP server; who asks is named instead of signed in. */
export interface ListeningStage {
  graphql(mail: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer>;
  get(mail: string, path: string): Promise<Response>;
  close(): Promise<void>;
}

interface NamedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  actor?: unknown;
}

@Global()
@Module({})
class StageModule {}

export async function listening(stage: ConferenceStage, modules: readonly Type[]): Promise<ListeningStage> {
  const adapter = new FastifyAdapter();
  adapter.getInstance().addHook('onRequest', async (request: NamedRequest) => {
    request.actor = stage.person(String(request.headers['x-mail']));
  });
  const graphql: ApolloDriverConfig = {
    driver: ApolloDriver,
    autoSchemaFile: true,
    resolvers: { Day: DayScalar },
    context: (request: NamedRequest) => ({ actor: request.actor, requestId: 'spec', loaders: new Map() }),
  };
  const ground = [DatabaseModule.with(stage.database, stage.clock), GraphQLModule.forRoot(graphql)];
  const settings = { provide: Config, useValue: parseConfig({ DATABASE_URL: stage.testDatabase.appUrl }) };
  const root = { module: StageModule, imports: [...ground, ...modules], providers: [settings], exports: [settings] };
  const application = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: false,
    abortOnError: false,
  });
  await application.listen(0, '127.0.0.1');
  const url = await application.getUrl();
  return {
    graphql: async (mail, query, variables = {}) => {
      const headers = { 'content-type': 'application/json', 'x-mail': mail };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphqlAnswer;
    },
    get: (mail, path) => fetch(`${url}${path}`, { headers: { 'x-mail': mail } }),
    close: () => application.close(),
  };
}
