import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { SYSTEM } from '#organisation';
import { appendHistory, newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository } from '#topics';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaViews } from '../../persistence/agenda-views.js';
import { ClauseMemory } from '../../persistence/clause-memory.js';
import { AppearancesOfTopicResolver } from '../show-agenda/appearances-of-topic.resolver.js';
import { RemoveItemOfDepartedTopicJob } from './remove-item-of-departed-topic.job.js';

describe('A topic that leaves the conference', () => {
  const agendas = new Agendas();
  let stage: ConferenceStage;
  let transition: AgendaTransitionHandler;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  const told = async (topicId: string, event: string, id: string = newId()): Promise<void> => {
    const message = { id, event, recordKind: 'topic', recordId: topicId, data: {} };
    const job = new RemoveItemOfDepartedTopicJob(agendas, transition);
    const outbox = { ...message, occurredAt: stage.clock.now(), requestId: null, actorPersonId: null };
    await stage.database.write(SYSTEM, (tx) => job.run(tx, outbox));
  };

  /** Topics compiled onto an agenda of a fresh conference's worth of records, and circulated. */
  const circulated = async () => {
    const secretariat = stage.person('geschaeftsstelle');
    const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
    const compiled = await compile.execute(secretariat, stage.conferenceId);
    if (!compiled.ok) throw new Error('Not compiled');
    const { id: agendaId, revision: expectedRevision, circulatedAt } = compiled.agenda;
    const action = circulatedAt === null ? 'circulateAgenda' : 'circulateSupplement';
    await transition.execute(secretariat, { agendaId, expectedRevision, action });
    return agendaId;
  };

  const itemsOf = async (agendaId: string, topicId: string) => {
    const items = await stage.database.read(stage.person('geschaeftsstelle'), (tx) =>
      agendas.itemsByAgendas(tx, [agendaId]),
    );
    return (items.get(agendaId) ?? []).filter((item) => item.topicId === topicId);
  };

  it('stays on the circulated agenda as removed, under its number, however often it is told', async () => {
    await stage.arrange('TRUNCATE agendas, agenda_items CASCADE');
    const topic = await stage.placeTopic();
    const agendaId = await circulated();
    await told(topic.id, 'topic.withdrawn');
    await told(topic.id, 'topic.withdrawn');
    expect(await itemsOf(agendaId, topic.id)).toMatchObject([
      { number: '1', state: 'REMOVED', reason: 'Das Thema wurde zurückgezogen.' },
    ]);
    const history = await stage.arrange(
      `SELECT capacity, actor_name FROM history WHERE event = 'agenda.itemRemoved' AND data ->> 'topicId' = $1`,
      [topic.id],
    );
    expect(history).toEqual([{ capacity: 'SYSTEM', actor_name: 'System' }]);
  });

  it.each([
    ['topic.returnedToCommittee', 'Das Thema wurde an den Arbeitskreis zurückverwiesen: Noch Fragen'],
    ['topic.deferred', 'Das Thema wurde auf eine spätere Konferenz verschoben: Noch Fragen'],
    ['topic.movedToWrittenProcedure', 'Das Thema wird im Umlaufverfahren behandelt: Noch Fragen'],
    ['topic.merged', 'Das Thema wurde mit einem anderen zusammengeführt: Noch Fragen'],
  ])('by %s is removed with what happened and why', async (type, reason) => {
    const topic = await stage.placeTopic();
    const agendaId = await circulated();
    const entry = { type, recordKind: 'topic', recordId: topic.id, actorName: 'Kim', capacity: 'CHAIR', data: {} };
    await stage.database.write(SYSTEM, (tx) =>
      appendHistory(tx, [0], [{ ...entry, reason: 'Noch Fragen', occurredAt: stage.clock.now() }]),
    );
    const [message] = await stage.arrange<{ id: string }>('SELECT id FROM outbox WHERE record_id = $1 AND event = $2', [
      topic.id,
      type,
    ]);
    await told(topic.id, type, message?.id);
    expect(await itemsOf(agendaId, topic.id)).toMatchObject([{ state: 'REMOVED', reason }]);
  });

  it('gets a new item with a new number when it comes back, and the message told again does not take that off', async () => {
    const topic = await stage.placeTopic();
    const agendaId = await circulated();
    const [first] = await itemsOf(agendaId, topic.id);
    await told(topic.id, 'topic.returnedToCommittee');
    const left = stage.clock.now();
    stage.clock.moveTo(new Date(left.getTime() + 60_000));
    await circulated();
    const items = await itemsOf(agendaId, topic.id);
    expect(items.map(({ state }) => state)).toEqual(['REMOVED', 'PLACED']);
    expect(items[0]?.number).toBe(first?.number);
    expect(items[1]?.number).not.toBe(first?.number);
    stage.clock.moveTo(left);
    await told(topic.id, 'topic.returnedToCommittee');
    expect(await itemsOf(agendaId, topic.id)).toEqual(items);
  });

  it('lists on itself every agenda item it had, to readers of the agenda alone', async () => {
    const topic = await stage.placeTopic();
    await circulated();
    await told(topic.id, 'topic.returnedToCommittee');
    const left = stage.clock.now();
    stage.clock.moveTo(new Date(left.getTime() + 60_000));
    await circulated();
    stage.clock.moveTo(left);
    const loaders = new AgendaLoaders(
      stage.database,
      agendas,
      new TopicRepository(),
      new ClauseMemory(),
      new AgendaViews(),
    );
    const resolver = new AppearancesOfTopicResolver(stage.database, loaders);
    const shownTo = async (who: string) => {
      const context = { actor: stage.person(who), requestId: 'r', loaders: new Map() };
      return (await resolver.agendaItems(topic, context)).map(({ ending }) => ending);
    };
    expect(await shownTo('koordination.by')).toEqual(['Abgesetzt', null]);
    expect(await shownTo('technik')).toEqual([]);
  });

  it('keeps the outcome under which the conference sent it away', async () => {
    const topic = await stage.placeTopic();
    const agendaId = await circulated();
    const [item] = await itemsOf(agendaId, topic.id);
    await stage.database.write(stage.person('vorsitz.hh'), (tx) =>
      agendas.noteOutcome(tx, item?.id ?? '', 'POSTPONED', stage.clock.now()),
    );
    await told(topic.id, 'topic.deferred');
    expect(await itemsOf(agendaId, topic.id)).toMatchObject([
      { state: 'PLACED', outcome: 'POSTPONED', decidedAt: stage.clock.now(), topicDepartedAt: stage.clock.now() },
    ]);
  });

  it('that was on no agenda changes nothing', async () => {
    const topic = await stage.placeTopic({ state: 'ACCEPTED' });
    await expect(told(topic.id, 'topic.withdrawn')).resolves.toBeUndefined();
  });
});
