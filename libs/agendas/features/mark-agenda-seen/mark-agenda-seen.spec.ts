import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { AgendaViews } from '../../persistence/agenda-views.js';
import { MarkAgendaSeenHandler } from './mark-agenda-seen.handler.js';

const HOUR = 3_600_000;

describe('Having seen an agenda', () => {
  const agendas = new Agendas();
  const views = new AgendaViews();
  let stage: ConferenceStage;
  let mark: MarkAgendaSeenHandler;
  let agendaId: string;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    mark = new MarkAgendaSeenHandler(stage.database, agendas, views, stage.clock);
    const transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
    const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
    await stage.placeTopic();
    const secretariat = stage.person('geschaeftsstelle');
    const compiled = await compile.execute(secretariat, stage.conferenceId);
    if (!compiled.ok) throw new Error('Not compiled');
    agendaId = compiled.agenda.id;
    await transition.execute(secretariat, { agendaId, action: 'circulateAgenda' });
  });

  afterAll(async () => {
    await stage.close();
  });

  const seenBy = async (mail: string) =>
    (await stage.database.read(stage.person(mail), (tx) => views.viewsOf(tx, [agendaId]))).get(agendaId)?.seenAt;

  it('is remembered for the person alone', async () => {
    const now = stage.clock.now();
    expect(await mark.execute(stage.person('koordination.he'), agendaId, now)).toMatchObject({ ok: true });
    expect(await seenBy('koordination.he')).toEqual(now);
    expect(await seenBy('koordination.by')).toBeUndefined();
  });

  it('never goes back, and never beyond now', async () => {
    const now = stage.clock.now();
    await mark.execute(stage.person('koordination.he'), agendaId, new Date(now.getTime() + HOUR));
    expect(await seenBy('koordination.he')).toEqual(now);
    await mark.execute(stage.person('koordination.he'), agendaId, new Date(now.getTime() - HOUR));
    expect(await seenBy('koordination.he')).toEqual(now);
  });

  it('is not possible of what somebody may not see', async () => {
    for (const [mail, id] of [
      ['technik', agendaId],
      ['koordination.he', newId()],
    ] as const) {
      expect(await mark.execute(stage.person(mail), id, stage.clock.now())).toMatchObject({
        refusals: [{ code: 'NOT_FOUND' }],
      });
    }
  });
});
