import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler, type AgendaAnswer } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { aConferenceStage, type ConferenceStage } from '#testing';

const codesOf = (answer: AgendaAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

describe('An item on the consent list', () => {
  const agendas = new Agendas();
  let stage: ConferenceStage;
  let transition: AgendaTransitionHandler;
  let agendaId: string;
  let itemId: string;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    await stage.arrange('TRUNCATE agendas, agenda_items, topics CASCADE');
    await stage.placeTopic({ recommendation: 'AGREED', classification: 'RESTRICTED', registrant: { party: 'HE' } });
    await stage.placeTopic({ recommendation: 'AGREED' });
    const secretariat = stage.person('geschaeftsstelle');
    const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
    const compiled = await compile.execute(secretariat, stage.conferenceId);
    if (!compiled.ok) throw new Error('Not compiled');
    const { id, revision: expectedRevision } = compiled.agenda;
    const circulated = await transition.execute(secretariat, {
      agendaId: id,
      expectedRevision,
      action: 'circulateAgenda',
    });
    if (!circulated.ok) throw new Error('Not circulated');
    agendaId = id;
    itemId = circulated.agenda.items[1]?.id ?? '';
  });

  const pull = (mail: string, id = itemId) =>
    transition.execute(stage.person(mail), { agendaId, action: 'pullItemOffConsentList', input: { itemId: id } });

  const stored = () =>
    stage.arrange(
      'SELECT list, pulled_off_by AS "pulledOffBy" FROM agenda_items WHERE agenda_id = $1 ORDER BY position',
      [agendaId],
    );

  it('is pulled off by the first of two parties who ask at once, and the other learns that it is off', async () => {
    const answers = await Promise.all([pull('koordination.by'), pull('koordination.bund')]);
    expect(answers.flatMap(codesOf)).toEqual(['NOT_ON_CONSENT_LIST']);
    expect(await stored()).toEqual([
      { list: 'CONSENT', pulledOffBy: null },
      { list: 'DISCUSSION', pulledOffBy: expect.stringMatching(/^(BY|BUND)$/) },
    ]);
  });

  it('stays on it once the block is voted on, even when both happen at once', async () => {
    const close = stage.database.write(stage.person('vorsitz.hh'), (tx) =>
      agendas.lockConsentList(tx, agendaId, stage.clock.now()),
    );
    const [answer] = await Promise.all([pull('koordination.by'), close]);
    expect(answer.ok || codesOf(answer)).toEqual(answer.ok || ['CONSENT_LIST_CLOSED']);
    expect(codesOf(await pull('koordination.by'))).toContain('CONSENT_LIST_CLOSED');
  });

  it.each(['geschaeftsstelle', 'vorsitz.hh', 'vorsitz.ak5'])('is not pulled off by %s', async (mail) => {
    expect(codesOf(await pull(mail))).toEqual(['NOT_ENTITLED']);
  });

  it('of a topic somebody may not see is unknown to them, and stays as it is', async () => {
    const [restricted] = await stage.arrange<{ id: string }>(
      'SELECT id FROM agenda_items WHERE agenda_id = $1 ORDER BY position LIMIT 1',
      [agendaId],
    );
    expect(codesOf(await pull('koordination.by', restricted?.id))).toEqual(['ITEM_UNKNOWN']);
    expect(await stored()).toMatchObject([{ list: 'CONSENT' }, { list: 'CONSENT' }]);
  });
});
