/**
 * The yardstick: `pg` and `node:http`, nothing between them. Same tables, same row-level security, same sessions; the
 * answer is built by PostgreSQL and handed on as it is.
 *
 *   plain-server.js DATABASE_URL     says its port to the parent process
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { Pool, type PoolClient } from 'pg';
import { v5, v7 } from 'uuid';
import { agendaPage, castVote, identify, topicList } from './plain-statements.js';

const [connectionString] = process.argv.slice(2);
const pool = new Pool({ ...(connectionString !== undefined && { connectionString }), max: 10 });

interface Question {
  readonly name: string;
  readonly text: string;
  values(body: never, actorName: string): readonly unknown[];
}

const reading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const asSystem = `SELECT set_config('app.audience', '{0}', true)`;

const questions: Readonly<Record<string, Question & { readonly begin: string }>> = {
  '/agenda': { begin: reading, name: 'agenda', text: agendaPage, values: ({ id }: { id: string }) => [id] },
  '/topics': {
    begin: reading,
    name: 'topics',
    text: topicList,
    values: ({ first, filter }: { first: number; filter: { states: string[]; committee: string } }) => [
      filter.states,
      filter.committee,
      first,
    ],
  },
  '/vote': {
    begin: 'BEGIN',
    name: 'vote',
    text: castVote,
    values: ({ input }: { input: Record<'ballotId' | 'party' | 'choice' | 'textHash', string> }, actorName) => {
      const { ballotId, party, choice, textHash } = input;
      return [ballotId, party, choice, textHash, v5(party, ballotId), v7(), v7(), actorName];
    },
  },
};

async function answerOf(request: IncomingMessage): Promise<string | null> {
  const question = questions[request.url ?? ''];
  const token = /(?:^|;\s*)km_session=([\w-]{43})/.exec(request.headers.cookie ?? '')?.[1];
  if (question === undefined || token === undefined) return null;
  const body = JSON.parse(await textOf(request)) as never;
  const client = await pool.connect();
  try {
    await client.query(`${question.begin}; ${asSystem}`);
    const answer = await ask(client, token, question, body);
    await client.query(answer === null ? 'ROLLBACK' : 'COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function ask(client: PoolClient, token: string, question: Question, body: never): Promise<string | null> {
  const digest = createHash('sha256').update(token).digest();
  const actor = await client.query<{ name: string }>({ name: 'identify', text: identify, values: [digest] });
  const [person] = actor.rows;
  if (person === undefined) return null;
  const values = [...question.values(body, person.name)];
  const { rows } = await client.query<{ answer: string }>({ name: question.name, text: question.text, values });
  return rows[0]?.answer ?? null;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const server = createServer((request, response) => {
  answerOf(request).then(
    (answer) => {
      const text = answer ?? '{"errors":[]}';
      response.writeHead(answer === null ? 404 : 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('SIGTERM', () => {
  server.close(() => void pool.end());
  server.closeAllConnections();
  process.disconnect?.();
});
