import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences } from '#conferences';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { RemoveItemOfWithdrawnTopicJob } from './remove-item-of-withdrawn-topic.job.js';

describe('A withdrawn topic', () => {
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

  const withdrawn = async (topicId: string): Promise<void> => {
    const message = { id: newId(), event: 'topic.withdrawn', recordKind: 'topic', recordId: topicId, data: {} };
    const job = new RemoveItemOfWithdrawnTopicJob(agendas, transition);
    const told = { ...message, occurredAt: stage.clock.now(), requestId: null, actorPersonId: null };
    await stage.database.write(SYSTEM, (tx) => job.run(tx, told));
  };

  it('stays on the circulated agenda as removed, under its number, however often it is told', async () => {
    const topic = await stage.placeTopic();
    const secretariat = stage.person('geschaeftsstelle');
    const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition);
    const compiled = await compile.execute(secretariat, stage.conferenceId);
    if (!compiled.ok) throw new Error('Not compiled');
    const { id: agendaId, revision: expectedRevision } = compiled.agenda;
    await transition.execute(secretariat, { agendaId, expectedRevision, action: 'circulateAgenda' });
    await withdrawn(topic.id);
    await withdrawn(topic.id);
    const items = await stage.database.read(stage.person('koordination.by'), (tx) =>
      agendas.itemsByAgendas(tx, [agendaId]),
    );
    expect(items.get(agendaId)).toMatchObject([
      { number: '1', state: 'REMOVED', reason: 'Das Thema wurde zurückgezogen.' },
    ]);
    const told = await stage.arrange(
      `SELECT capacity, actor_name FROM history WHERE event = 'agenda.itemRemoved' AND record_id = $1`,
      [agendaId],
    );
    expect(told).toEqual([{ capacity: 'SYSTEM', actor_name: 'System' }]);
  });

  it('that was on no agenda changes nothing', async () => {
    const topic = await stage.placeTopic({ state: 'ACCEPTED' });
    await expect(withdrawn(topic.id)).resolves.toBeUndefined();
  });
});
