import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import type { AgendaList } from '#glossary';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { ClauseMemory } from './clause-memory.js';

describe('A fireside talk in the database', () => {
  const agendas = new Agendas();
  let stage: ConferenceStage;
  let transition: AgendaTransitionHandler;
  let agendaId: string;
  let itemId: string;
  let otherItemId: string;
  let committeeItemId: string;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    await stage.placeTopic({ kind: 'FIRESIDE', proposalVersionId: null, proposalTextHash: null });
    await stage.placeTopic();
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
    const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
    const main = await compile.execute(stage.person('geschaeftsstelle'), stage.conferenceId);
    const sessionId = await stage.planSession('AK5');
    const committee = await compile.executeForSession(stage.person('geschaeftsfuehrung.ak5'), sessionId);
    agendaId = main.ok ? main.agenda.id : '';
    otherItemId = (main.ok && main.agenda.items[1]?.id) || '';
    itemId = (main.ok && main.agenda.items[0]?.id) || '';
    committeeItemId = (committee.ok && committee.agenda.items[0]?.id) || '';
  });

  afterAll(async () => {
    await stage.close();
  });

  it('is on the agenda with its title alone', async () => {
    const [item] = await stage.arrange('SELECT list, subtitle FROM agenda_items WHERE id = $1', [itemId]);
    expect(item).toEqual({ list: 'FIRESIDE', subtitle: null });
    const subtitled = stage.arrange(`UPDATE agenda_items SET subtitle = 'Vertraulich' WHERE id = $1`, [itemId]);
    await expect(subtitled).rejects.toThrow('agenda_items_fireside_title_only');
  });

  it.each([
    ['a fireside talk', 'DISCUSSION', () => itemId],
    ['another item, whatever it holds by then', 'FIRESIDE', () => otherItemId],
  ])('stays what it was registered as: %s is not put on the list %s', async (_what, list, item) => {
    const answer = await transition.execute(stage.person('geschaeftsstelle'), {
      agendaId,
      action: 'moveAgendaItem',
      input: { itemId: item(), list: list as AgendaList },
    });
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'FIRESIDE_FIXED' }] });
    const moved = stage.arrange('UPDATE agenda_items SET list = $2, subtitle = NULL WHERE id = $1', [item(), list]);
    await expect(moved).rejects.toThrow('a fireside talk is registered as such');
  });

  it('holds no statement', async () => {
    const said = stage.arrange(
      `INSERT INTO statements (id, topic_id, agenda_item_id) SELECT $1, topic_id, id FROM agenda_items WHERE id = $2`,
      [newId(), itemId],
    );
    await expect(said).rejects.toThrow('no fireside talk');
  });

  it('has no text, even where its topic has one', async () => {
    const read = await stage.database.read(stage.person('geschaeftsstelle'), (tx) =>
      new ClauseMemory().clausesOfItems(tx, [itemId, otherItemId]),
    );
    expect([...read.keys()]).toEqual([otherItemId]);
  });

  it.each(['ADOPTED', 'ADOPTED_AMENDED', 'NOT_ADOPTED'])('never ends in %s', async (outcome) => {
    const decided = stage.arrange('UPDATE agenda_items SET outcome = $2, decided_at = now() WHERE id = $1', [
      itemId,
      outcome,
    ]);
    await expect(decided).rejects.toThrow('agenda_items_fireside_resolves_nothing');
  });

  it.each([
    ['ballots (id, agenda_item_id)', 'single'],
    ['ballot_items (ballot_id, agenda_item_id)', 'block'],
  ])('holds no votes: %s', async (columns) => {
    const voted = stage.arrange(`INSERT INTO ${columns} VALUES ($1, $2)`, [newId(), itemId]);
    await expect(voted).rejects.toThrow('a fireside talk holds no votes');
  });

  it('is not the only one that is not voted on: so is what stands on the agenda of a committee', async () => {
    const voted = stage.arrange('INSERT INTO ballots (id, agenda_item_id) VALUES ($1, $2)', [newId(), committeeItemId]);
    await expect(voted).rejects.toThrow('votes on the items of its own agenda');
  });
});
