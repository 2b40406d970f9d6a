import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { ClauseMemory } from './clause-memory.js';

describe('the memory of clauses', () => {
  const memory = new ClauseMemory();
  const agendas = new Agendas();
  let stage: ConferenceStage;
  let itemId: string;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    await stage.placeTopic({ classification: 'RESTRICTED' }, 'Die IMK bittet um Vertraulichkeit.');
    const transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
    const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
    const answer = await compile.execute(stage.person('geschaeftsstelle'), stage.conferenceId);
    itemId = (answer.ok && answer.agenda.items[0]?.id) || '';
  });

  afterAll(async () => {
    await stage.close();
  });

  const textsFor = (mail: string): Promise<readonly string[]> =>
    stage.database.read(stage.person(mail), async (tx) => {
      const clauses = (await memory.clausesOfItems(tx, [itemId])).get(itemId) ?? [];
      return clauses.map(({ text }) => text);
    });

  it('answers the same text again', async () => {
    expect(await textsFor('geschaeftsstelle')).toEqual(['Die IMK bittet um Vertraulichkeit.']);
    expect(await textsFor('geschaeftsstelle')).toEqual(['Die IMK bittet um Vertraulichkeit.']);
  });

  it('tells nobody what another reader has seen', async () => {
    await textsFor('geschaeftsstelle');
    expect(await textsFor('technik')).toEqual([]);
    expect(await textsFor('koordination.sl')).toEqual([]);
  });

  it('answers the next version as soon as it is the current one', async () => {
    await textsFor('geschaeftsstelle');
    await stage.arrange(
      `WITH next AS (
         INSERT INTO proposal_versions SELECT gen_random_uuid(), topic_id, 2, stage,
           jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'text', 'Neu.', 'children', '[]'::jsonb)),
           text_hash, author_name, created_at, audience FROM proposal_versions RETURNING id, topic_id)
       UPDATE topics SET proposal_version_id = next.id FROM next WHERE topics.id = topic_id`,
    );
    expect(await textsFor('geschaeftsstelle')).toEqual(['Neu.']);
  });
});
