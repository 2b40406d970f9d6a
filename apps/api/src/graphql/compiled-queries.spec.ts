import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import type { RequestContext } from '#platform/graphql';
import { compiledQueries } from './compiled-queries.js';

const typeDefs = `
  enum Colour { RED GREEN }
  type Paper { title: String! colour: Colour note: String! author(named: String = "Kim"): String }
  type Query { papers(colour: Colour): [Paper!]! broken: Paper failing: String! }
  type Mutation { count: Int! }
`;

const papers = [
  { title: 'Lagebild', colour: 'RED', note: async () => 'ja', author: ({ named }: { named: string }) => named },
  { title: 'Warntag', colour: null, note: 'nein', author: async () => null },
];

function serverWith(...plugins: ApolloServerPlugin<RequestContext>[]): ApolloServer<RequestContext> {
  let counted = 0;
  const resolvers = {
    Query: {
      papers: (_root: unknown, { colour = null }: { colour?: string | null }) =>
        papers.filter((paper) => colour === null || paper.colour === colour),
      broken: () => ({ title: null, note: 'x' }),
      failing: async () => {
        throw new Error('on purpose');
      },
    },
    Mutation: { count: () => (counted += 1) },
  };
  return new ApolloServer<RequestContext>({ typeDefs, resolvers, plugins });
}

const contextValue: RequestContext = { actor: null, requestId: 'r', loaders: new Map() };

async function answers(
  server: ApolloServer<RequestContext>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<readonly GraphQLResponse['body'][]> {
  const bodies: GraphQLResponse['body'][] = [];
  for (let turn = 0; turn < 5; turn += 1)
    bodies.push((await server.executeOperation({ query, variables }, { contextValue })).body);
  return bodies;
}

describe('queries that are asked again and again', () => {
  it.each([
    ['a list with fields of every kind', '{ papers { title colour note author } }', {}],
    ['an argument', 'query ($colour: Colour) { papers(colour: $colour) { title } }', { colour: 'RED' }],
    ['a condition', 'query ($yes: Boolean!) { papers { title @skip(if: $yes) note } }', { yes: true }],
    ['a fragment and another name', 'query { all: papers { ...P } } fragment P on Paper { author(named: "Ida") }', {}],
    ['a wrong value', 'query ($colour: Colour) { papers(colour: $colour) { title } }', { colour: 'BLUE' }],
    ['a null where none may be', '{ broken { title note } papers { title } }', {}],
    ['a field that fails', '{ failing papers { title } }', {}],
    ['several operations', 'query A { papers { title } } query B { papers { note } }', {}],
  ])('get the answer that they would get anyway: %s', async (_what, query, variables) => {
    const [usual, compiled] = [serverWith(), serverWith(compiledQueries())];
    const plain = (bodies: unknown): unknown => JSON.parse(JSON.stringify(bodies)) as unknown;
    expect(plain(await answers(compiled, query, variables))).toEqual(plain(await answers(usual, query, variables)));
  });

  it('do not count what changes something twice', async () => {
    const last = (await answers(serverWith(compiledQueries()), 'mutation { count }')).at(-1);
    expect(last).toMatchObject({ singleResult: { data: { count: 5 } } });
  });
});
