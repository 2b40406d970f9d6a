import { describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';

async function during<Result>(
  nodeEnv: 'production' | 'development',
  work: (stage: ApiStage) => Promise<Result>,
): Promise<Result> {
  const stage = await anApiStage({ nodeEnv });
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

const introspection = '{ __schema { queryType { name } } }';
const explorer = { headers: { accept: 'text/html' } };

describe('In production', () => {
  it('the schema is not told and no explorer is served', () =>
    during('production', async (stage) => {
      const coordinator = await stage.as('koordination.he');
      const { codes, data, status } = await coordinator.graphql(introspection);
      expect({ codes, data, status }).toEqual({ codes: ['GRAPHQL_VALIDATION_FAILED'], data: null, status: 400 });
      const page = await coordinator.send('/graphql', explorer);
      expect(page.status).toBeGreaterThanOrEqual(400);
      expect(await page.text()).not.toMatch(/<html|graphiql/i);
      const misspelt = await coordinator.graphql('{ viewr { person { nam } } }');
      expect(misspelt.text).not.toMatch(/did you mean/i);
    }));
});

describe('An answer', () => {
  it('is kept by nobody on the way to its reader', () =>
    during('production', async (stage) => {
      const { agendaId } = await (await Ground.prepare(stage)).agenda('CIRCULATED');
      const coordinator = await stage.as('koordination.he');
      const paths = [
        `/documents/agendas/${agendaId}.pdf`,
        '/documents/agendas/x.pdf',
        '/graphql?query={viewer{today}}',
      ];
      for (const path of [...paths, '/healthz', '/nowhere']) {
        const { headers } = await coordinator.send(path, { headers: { 'apollo-require-preflight': 'yes' } });
        expect({ path, cache: headers.get('cache-control') }).toEqual({ path, cache: 'no-store' });
        expect({ path, kind: headers.get('x-content-type-options') }).toEqual({ path, kind: 'nosniff' });
      }
    }));
});

describe('In development', () => {
  it('the schema is told and the explorer is served', () =>
    during('development', async (stage) => {
      const coordinator = await stage.as('koordination.he');
      expect((await coordinator.graphql(introspection)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
      const page = await coordinator.send('/graphql', explorer);
      expect(page.status).toBe(200);
      expect(await page.text()).toMatch(/graphiql/i);
    }));
});
