import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { newId } from '#platform/database';
import type { Topic } from '#topics';
import { anApiStage, type ApiStage } from './api-stage.js';
import { follow, type Follower } from './follower.js';

/** Seen by its own house alone. */
const draft = { state: 'DRAFT', submittedAt: null, acceptedAt: null, leadCommittee: null } as const;

let stage: ApiStage;
let followers: Follower[] = [];
/** Everybody may see it. */
let known: Topic;

beforeAll(async () => {
  stage = await anApiStage();
  known = await stage.placeTopic();
});
afterEach(async () => {
  for (const follower of followers) await follower.leave();
  followers = [];
});
afterAll(() => stage.close());

/** With everything told before forgotten: the page has been open for a while. */
async function open(mail: string): Promise<Follower> {
  const follower = await follow(stage.address, (await stage.as(mail)).headers);
  followers.push(follower);
  // Nothing answers a subscription by itself: until something arrives it may not have begun.
  while (!follower.told.includes(`topic ${known.id}`)) {
    await stage.arrange(
      `SELECT pg_notify('changes', 'history ' || string_agg(id::text, ' ')) FROM history WHERE record_id = $1`,
      [known.id],
    );
    await pause(30);
  }
  return follower;
}

/** The status with which a connection is refused. */
async function refusal(headers: Readonly<Record<string, string>>, path = '/graphql'): Promise<number> {
  const socket = new WebSocket(`${stage.address}${path}`, 'graphql-transport-ws', { headers });
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('open', () => resolve(101));
  });
}

/** What is answered to messages sent after the connection has been made: the last one, or the code of the closing. */
async function answerTo(...messages: readonly string[]): Promise<string> {
  const { headers } = await stage.as('koordination.he');
  const socket = new WebSocket(`${stage.address}/graphql`, 'graphql-transport-ws', {
    headers: { ...headers, origin: stage.address },
  });
  const answer = new Promise<string>((resolve) => {
    socket.on('close', (code) => resolve(`closed ${code}`));
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (!text.includes('connection_ack')) resolve(text);
      else for (const message of messages) socket.send(message);
    });
  });
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  const text = await answer;
  socket.terminate();
  return text;
}

const subscribing = (query: string, id = '1'): string => JSON.stringify({ id, type: 'subscribe', payload: { query } });

describe('A change', () => {
  it('is told to those who may see the record, and to nobody else', async () => {
    const [own, other] = [await open('koordination.he'), await open('koordination.by')];
    const hidden = await stage.placeTopic({ ...draft, registrant: { party: 'HE' } });
    const seen = await stage.placeTopic({ registrant: { party: 'HE' } });

    await own.hear(`topic ${hidden.id}`);
    await other.hear(`topic ${seen.id}`);

    expect(other.told.filter((change) => change.endsWith(hidden.id))).toEqual([]);
  });

  it('is told once for everything that one act did to the record', async () => {
    const follower = await open('koordination.he');
    const topic = await stage.placeTopic({ registrant: { party: 'HE' } });
    const last = await stage.placeTopic({ registrant: { party: 'HE' } });
    await follower.hear(`topic ${last.id}`);
    expect(follower.told.filter((change) => change.endsWith(topic.id))).toHaveLength(1);
  });

  it('is told of a notification to the one whom it is for', async () => {
    const [one, other] = [await open('koordination.he'), await open('koordination.by')];
    const notification = newId();
    const { personId } = stage.person('koordination.he');
    const values = [notification, newId(), personId, known.id];
    await stage.arrange(
      `INSERT INTO notifications (id, message_id, recipient_id, kind, record_kind, record_id, because, created_at)
       VALUES ($1, $2, $3, 'topic-accepted', 'topic', $4, 'REGISTRANT', now())`,
      values,
    );
    const last = await stage.placeTopic();
    await one.hear(`notification ${notification}`);
    await other.hear(`topic ${last.id}`);
    expect(other.told.join()).not.toContain(notification);
  });

  it('comes as a call to read everything again when the connection to the database was lost', async () => {
    const follower = await open('koordination.he');
    await stage.arrange(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN changes'`,
    );
    await follower.hear('missed');
    const topic = await stage.placeTopic();
    await follower.hear(`topic ${topic.id}`);
  });

  it('comes as a call to read everything again when there are too many to look at', async () => {
    const follower = await open('koordination.he');
    await stage.arrange(
      `SELECT pg_notify('changes', 'history ' || string_agg(gen_random_uuid()::text, ' ')) FROM generate_series(1, 1000) AS n
       GROUP BY n % 10`,
    );
    await follower.hear('missed');
  });

  it('is no longer told when the session has ended', async () => {
    const follower = await open('koordination.sn');
    await stage.arrange('DELETE FROM sign_in_sessions WHERE person_id = $1', [
      stage.person('koordination.sn').personId,
    ]);
    const topic = await stage.placeTopic();
    await follower.ended;
    expect(follower.told).not.toContain(`topic ${topic.id}`);
  });

  it('is told with the rights of the moment, not with those of the connection', async () => {
    const [leaving, staying] = [await open('koordination.th'), await open('koordination.he')];
    const { personId } = stage.person('koordination.th');
    const forTh = { ...draft, registrant: { party: 'TH' } } as const;
    await leaving.hear(`topic ${(await stage.placeTopic(forTh)).id}`);
    await stage.arrange(`UPDATE assignments SET valid_to = '2026-11-01' WHERE person_id = $1`, [personId]);
    const hidden = await stage.placeTopic(forTh);
    await staying.hear(`topic ${(await stage.placeTopic()).id}`);
    expect(leaving.told).not.toContain(`topic ${hidden.id}`);
  });
});

describe('The connection for changes', () => {
  it('is refused to nobody at all, to a session that has ended, to another website and elsewhere', async () => {
    const { headers } = await stage.as('koordination.he');
    expect(await refusal({})).toBe(401);
    expect(await refusal({ cookie: `km_session=${'A'.repeat(43)}`, origin: stage.address })).toBe(401);
    expect(await refusal(headers)).toBe(403);
    expect(await refusal({ ...headers, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await refusal({ ...headers, origin: stage.address })).toBe(101);
    expect(await refusal({ ...headers, origin: stage.address }, '/elsewhere')).toBe(404);
  });

  it('answers no queries, no mutations and nothing that cannot be read', async () => {
    const only = 'Über diese Verbindung wird nur gemeldet, was sich ändert.';
    expect(await answerTo(subscribing('{ viewer { person { name } } }'))).toContain(only);
    expect(await answerTo(subscribing('mutation { signOut }'))).toContain(only);
    expect(await answerTo(subscribing('{'))).toContain('Syntax Error');
    expect(await answerTo(subscribing(`{ ${'a '.repeat(200)} }`))).toContain('Document contains more');
    expect(await answerTo('no json')).toBe('closed 4400');
    expect(await answerTo(`{"type":"ping","payload":{"a":"${'a'.repeat(9000)}"}}`)).toBe('closed 1009');
  });

  it('carries only a few subscriptions', async () => {
    const many = Array.from({ length: 7 }, (_, id) =>
      subscribing('subscription { recordChanged { recordId } }', `${id}`),
    );
    expect(await answerTo(...many)).toContain('Auf dieser Verbindung wird schon genug gemeldet.');
  });

  it('keeps nobody signed in', async () => {
    const caller = await stage.as('koordination.nw');
    const follower = await follow(stage.address, caller.headers);
    followers.push(follower);
    stage.clock.moveTo(new Date(stage.clock.now().getTime() + 121 * 60_000));
    await stage.arrange(`SELECT pg_notify('changes', 'history')`);
    await stage.placeTopic();
    await follower.ended;
    expect((await caller.graphql('{ viewer { person { name } } }')).codes).toEqual(['UNAUTHENTICATED']);
  });
});
