import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler, type AgendaAnswer } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { Notifications } from '#notifications';
import { Offices, SYSTEM, type Actor } from '#organisation';
import type { OutboxMessage } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { AgendaAction } from '../../domain/agenda-lifecycle.js';
import type { AgendaActionInput } from '../../domain/agenda.js';
import { withItemMoved } from '../../domain/arrangement.js';
import { NotifyCoordinatorsOfSupplementJob } from '../circulate-supplement/notify-coordinators-of-supplement.job.js';
import { NotifyCoordinatorsOfPlacedItemJob } from './notify-coordinators-of-placed-item.job.js';

const codesOf = (answer: AgendaAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

/** How many statements leave while something is done. */
async function counting(run: () => Promise<void>): Promise<number> {
  const { query } = Client.prototype;
  let count = 0;
  Client.prototype.query = function counted(this: Client, ...given: unknown[]) {
    count += 1;
    return Reflect.apply(query, this, given) as ReturnType<typeof query>;
  } as typeof query;
  await run();
  Client.prototype.query = query;
  return count;
}

describe('An agenda in the database', () => {
  const agendas = new Agendas();
  let stage: ConferenceStage;
  let compile: CompileAgendaHandler;
  let transition: AgendaTransitionHandler;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
    compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    await stage.arrange('TRUNCATE agendas, agenda_items, topics, proposal_versions, outbox, notifications CASCADE');
  });

  const compiled = async (actor: Actor = stage.person('geschaeftsstelle')) => {
    const answer = await compile.execute(actor, stage.conferenceId);
    if (!answer.ok) throw new Error(`Not compiled: ${codesOf(answer).join()}`);
    return answer.agenda;
  };

  const act = (
    agenda: { readonly id: string; readonly revision: number },
    action: AgendaAction,
    input: AgendaActionInput = {},
    mail = 'geschaeftsstelle',
  ) =>
    transition.execute(stage.person(mail), { agendaId: agenda.id, expectedRevision: agenda.revision, action, input });

  const circulated = async () => {
    const answer = await act(await compiled(), 'circulateAgenda');
    if (!answer.ok) throw new Error('Not circulated');
    return answer.agenda;
  };

  const itemsSeenBy = async (mail: string, agendaId: string) =>
    stage.database.read(
      stage.person(mail),
      async (tx) => (await agendas.itemsByAgendas(tx, [agendaId])).get(agendaId) ?? [],
    );

  it('is compiled from the forwarded topics, and again from the new ones', async () => {
    const first = await stage.placeTopic();
    await stage.placeTopic({ state: 'IN_COMMITTEE' });
    expect((await compiled()).items.map(({ topicId }) => topicId)).toEqual([first.id]);
    const second = await stage.placeTopic({ leadCommittee: null });
    const again = await compiled();
    expect(again.items.map(({ topicId, group }) => [topicId, group])).toEqual([
      [first.id, 'AK5'],
      [second.id, 'GENERAL'],
    ]);
  });

  it('is one, even when two begin to compile at once', async () => {
    await stage.placeTopic();
    const [one, other] = await Promise.all([compiled(), compiled()]);
    expect(one.id).toBe(other.id);
    expect(await stage.arrange('SELECT FROM agenda_items')).toHaveLength(1);
  });

  it.each(['vorsitz.hh', 'koordination.he', 'vorsitz.ak5', 'technik'])('is not compiled by %s', async (mail) => {
    const answer = await compile.execute(stage.person(mail), stage.conferenceId);
    expect(answer.ok).toBe(false);
    expect(await stage.arrange('SELECT FROM agendas')).toEqual([]);
  });

  it('is seen by the parties from the moment it is circulated', async () => {
    await stage.placeTopic();
    const draft = await compiled();
    expect(await itemsSeenBy('koordination.he', draft.id)).toEqual([]);
    expect(await act(draft, 'circulateAgenda', {}, 'koordination.he')).toMatchObject({
      refusals: [{ code: 'NOT_FOUND' }],
    });
    const answer = await act(draft, 'circulateAgenda');
    expect(answer.ok).toBe(true);
    expect(await itemsSeenBy('koordination.he', draft.id)).toMatchObject([{ number: '1', list: 'DISCUSSION' }]);
    expect(await itemsSeenBy('technik', draft.id)).toEqual([]);
  });

  it('shows a restricted item to those alone who may see the topic', async () => {
    await stage.placeTopic({ classification: 'RESTRICTED', registrant: { party: 'HE' } });
    const { id } = await circulated();
    expect(await itemsSeenBy('koordination.he', id)).toHaveLength(1);
    expect(await itemsSeenBy('koordination.by', id)).toEqual([]);
  });

  it('is changed by the first of two who act at once; the other is told', async () => {
    await stage.placeTopic();
    await stage.placeTopic();
    const draft = await compiled();
    const itemId = draft.items[1]?.id;
    const answers = await Promise.all([
      act(draft, 'moveAgendaItem', { itemId, position: 1 }),
      act(draft, 'removeAgendaItem', { itemId, reason: 'Zurückgezogen' }, 'vorsitz.hh'),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('gives a late item a suffix and never changes a number', async () => {
    await stage.placeTopic();
    const agenda = await circulated();
    await stage.placeTopic();
    const late = await compiled();
    expect(late.items.map(({ number }) => number)).toEqual(['1', null]);
    expect(await itemsSeenBy('koordination.he', agenda.id)).toHaveLength(1);
    const supplement = await act(late, 'circulateSupplement');
    expect(supplement.ok && supplement.agenda.items.map(({ number }) => number)).toEqual(['1', '1a']);
    expect(await itemsSeenBy('koordination.he', agenda.id)).toMatchObject([
      { number: '1', supplement: null },
      { number: '1a', supplement: 1 },
    ]);
    const renumber = stage.database.write(stage.person('geschaeftsstelle'), (tx) =>
      tx.execute(`UPDATE agenda_items SET number = '7' WHERE agenda_id = $1`, [agenda.id]),
    );
    await expect(renumber).rejects.toThrow('cannot be changed');
    const remove = stage.database.write(stage.person('geschaeftsstelle'), (tx) =>
      tx.execute('DELETE FROM agenda_items'),
    );
    await expect(remove).rejects.toThrow('permission denied');
  });

  it('keeps what happened with actor, capacity and reason, readable by those who see it', async () => {
    await stage.placeTopic();
    const agenda = await circulated();
    const itemId = agenda.items[0]?.id;
    expect(codesOf(await act(agenda, 'removeAgendaItem', { itemId, reason: 'Erledigt' }, 'vorsitz.hh'))).toEqual([]);
    const history = await stage.database.read(stage.person('koordination.by'), (tx) =>
      tx.query(
        `SELECT event, capacity, reason FROM history WHERE record_id = ANY ($1) ORDER BY record_kind, sequence`,
        [[agenda.id, itemId]],
      ),
    );
    expect(history).toEqual([
      { event: 'agenda.circulated', capacity: 'SECRETARIAT', reason: null },
      { event: 'agendaItem.placed', capacity: 'SECRETARIAT', reason: null },
      { event: 'agenda.itemRemoved', capacity: 'CHAIR', reason: 'Erledigt' },
    ]);
  });

  it('tells of a restricted item nobody who may not see it, in its history neither', async () => {
    await stage.placeTopic({ classification: 'RESTRICTED', registrant: { party: 'HE' } });
    const agenda = await circulated();
    const itemId = agenda.items[0]?.id;
    expect(codesOf(await act(agenda, 'removeAgendaItem', { itemId, reason: 'Geheim' }))).toEqual([]);
    const toldOf = (mail: string) =>
      stage.database.read(stage.person(mail), (tx) => tx.query('SELECT FROM history WHERE reason = $1', ['Geheim']));
    expect([await toldOf('koordination.he'), await toldOf('koordination.by')]).toEqual([[{}], []]);
  });

  it('shows an item to whoever may see its restricted topic, from the moment they may', async () => {
    const topic = await stage.placeTopic({ classification: 'RESTRICTED', registrant: { party: 'HE' } });
    const { id } = await circulated();
    await stage.arrange('UPDATE topics SET audience = audience || $2::int WHERE id = $1', [topic.id, 2]);
    expect(await itemsSeenBy('koordination.by', id)).toHaveLength(1);
    await stage.arrange('UPDATE topics SET audience = array_remove(audience, $2::int) WHERE id = $1', [topic.id, 2]);
    expect(await itemsSeenBy('koordination.by', id)).toEqual([]);
  });

  it('keeps every explanation of a missing topic as it was said, and tells of it who may see the topic', async () => {
    await stage.placeTopic();
    const given = { state: 'IN_COMMITTEE', classification: 'VS_NFD', registrant: { party: 'HE' } } as const;
    const { id: topicId } = await stage.placeTopic(given);
    let agenda = await circulated();
    for (const explanation of ['Der AK berät noch.', 'Erst im Frühjahr.']) {
      const answer = await act(agenda, 'explainMissingTopic', { topicId, explanation });
      if (!answer.ok) throw new Error(codesOf(answer).join());
      agenda = answer.agenda;
    }
    const read = (mail: string) =>
      stage.database.read(stage.person(mail), (tx) =>
        tx.query<{ number: number; explanation: string }>(
          'SELECT number, explanation FROM agenda_explanations ORDER BY number',
        ),
      );
    const told = (mail: string) =>
      stage.database.read(stage.person(mail), (tx) =>
        tx.query(`SELECT FROM history WHERE event = 'agenda.topicExplained' AND record_id = $1`, [agenda.id]),
      );
    const kept = [{ number: 1, explanation: 'Der AK berät noch.' }, { number: 2, explanation: 'Erst im Frühjahr.' }]; // prettier-ignore
    expect([await read('koordination.he'), await read('koordination.by')]).toEqual([kept, []]);
    expect([await told('koordination.he'), await told('koordination.by')]).toEqual([[{}, {}], []]);
    const rewriting = stage.database.write(stage.person('geschaeftsstelle'), (tx) =>
      tx.execute(`UPDATE agenda_explanations SET explanation = 'Anders'`),
    );
    await expect(rewriting).rejects.toThrow('permission denied');
    await stage.arrange('UPDATE topics SET audience = audience || 2 WHERE id = $1', [topicId]);
    expect([await read('koordination.by'), await told('koordination.by')]).toEqual([kept, [{}, {}]]);
  });

  it('is told of a late restricted item to those alone who see it, once', async () => {
    await stage.placeTopic();
    await circulated();
    await stage.placeTopic({ classification: 'RESTRICTED', registrant: { party: 'HE' } });
    const before = stage.clock.now();
    stage.clock.moveTo(new Date(before.getTime() + 60_000));
    const sent = await act(await compiled(), 'circulateSupplement');
    stage.clock.moveTo(before);
    expect(sent).toMatchObject({ ok: true, agenda: { supplements: [], items: [{}, { supplement: null }] } });
    const told = await stage.arrange<OutboxMessage>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event IN ('agenda.supplementCirculated', 'agendaItem.placed') ORDER BY id DESC LIMIT 2`,
    );
    const offices = new Offices(stage.clock);
    const notifications = new Notifications(stage.clock);
    const jobs = {
      'agendaItem.placed': new NotifyCoordinatorsOfPlacedItemJob(agendas, offices, notifications),
      'agenda.supplementCirculated': new NotifyCoordinatorsOfSupplementJob(agendas, offices, notifications),
    };
    for (const message of told) {
      const job = jobs[message.event as keyof typeof jobs];
      await stage.database.write(SYSTEM, (tx) => job.run(tx, { ...message, requestId: null, actorPersonId: null }));
    }
    const people = await stage.arrange(
      'SELECT kind, mail FROM notifications JOIN people ON people.id = recipient_id ORDER BY mail',
    );
    expect(people).toEqual([{ kind: 'supplement-circulated', mail: expect.stringMatching(/^koordination\.he@/) }]);
  });

  it('moves an item for who does not see them all without moving what is hidden', async () => {
    const titles = ['A', 'Verborgen', 'B', 'C'];
    for (const title of titles) {
      const restricted =
        title === 'Verborgen' ? ({ classification: 'RESTRICTED', registrant: { party: 'HE' } } as const) : {};
      await stage.placeTopic({ title, ...restricted });
    }
    const agenda = await circulated();
    const seenBy = async (mail: string) =>
      (await itemsSeenBy(mail, agenda.id)).map(({ title, number, place }) => [title, number?.slice(0, 1), place]);
    expect(await seenBy('koordination.by')).toEqual([['A', '1', 1], ['B', '2', 2], ['C', '3', 3]]); // prettier-ignore
    const [a] = agenda.items;
    const moved = withItemMoved(
      agenda.items.filter(({ title }) => title !== 'Verborgen'),
      { itemId: a?.id, position: 3 },
    );
    expect(moved.map(({ title, position }) => [title, position])).toEqual([['A', 4], ['B', 1], ['C', 3]]); // prettier-ignore
  });

  it('is circulated in as many statements for thirty items as for three', async () => {
    const statementsFor = async (count: number): Promise<number> => {
      await stage.arrange('TRUNCATE agendas, agenda_items, topics CASCADE');
      for (let index = 0; index < count; index += 1) await stage.placeTopic();
      const draft = await compiled();
      return counting(async () => {
        await act(draft, 'circulateAgenda');
      });
    };
    expect(await statementsFor(30)).toBe(await statementsFor(3));
  });

  it('tells each coordinator of each item once, and of a restricted one only those who see it', async () => {
    await stage.placeTopic();
    await stage.placeTopic({ classification: 'RESTRICTED', registrant: { party: 'HE' }, coRegistrants: ['BY'] });
    await circulated();
    const job = new NotifyCoordinatorsOfPlacedItemJob(
      agendas,
      new Offices(stage.clock),
      new Notifications(stage.clock),
    );
    const messages = await stage.arrange<{
      id: string;
      event: string;
      recordKind: string;
      recordId: string;
      data: Record<string, unknown>;
      occurredAt: Date;
    }>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = 'agendaItem.placed' ORDER BY id`,
    );
    for (const message of [...messages, ...messages]) {
      await stage.database.write(SYSTEM, (tx) => job.run(tx, { requestId: null, actorPersonId: null, ...message }));
    }
    const told = await stage.arrange<{ count: number }>(
      'SELECT count(*)::int AS count FROM notifications GROUP BY message_id ORDER BY message_id',
    );
    expect(told.map(({ count }) => count)).toEqual([17, 2]);
  });
});
