import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaEntities, Agendas, AgendaTransitionHandler, CompileAgendaHandler, type AgendaAnswer } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { Notifications } from '#notifications';
import { audienceOfBody, audienceOfOfficers, Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { NotifyReadersOfAgendaJob } from '../circulate-agenda/notify-readers-of-agenda.job.js';

const codesOf = (answer: AgendaAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

describe('The agenda of a session', () => {
  const agendas = new Agendas();
  let stage: ConferenceStage;
  let transition: AgendaTransitionHandler;
  let compile: CompileAgendaHandler;
  let sessionId: string;

  beforeAll(async () => {
    stage = await aConferenceStage(agendaEntities);
    transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
    compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    await stage.arrange('TRUNCATE agendas, agenda_items, topics, notifications CASCADE');
    sessionId = await stage.planSession('AK5');
  });

  const compiled = async (mail: string, session = sessionId) => {
    const answer = await compile.executeForSession(stage.person(mail), session);
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.agenda;
  };

  const circulated = async (mail: string, session = sessionId) => {
    const { id: agendaId, revision: expectedRevision } = await compiled(mail, session);
    const answer = await transition.execute(stage.person(mail), {
      agendaId,
      expectedRevision,
      action: 'circulateAgenda',
    });
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.agenda;
  };

  const seenBy = (mail: string, agendaId: string) =>
    stage.database.read(
      stage.person(mail),
      async (tx) => (await agendas.itemsByAgendas(tx, [agendaId])).get(agendaId)?.length ?? 0,
    );

  it('is compiled by the secretary of the committee from what it has been given', async () => {
    const led = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK2' });
    const involved = { leadCommittee: 'AK1', involvedCommittees: ['AK5'] } as const;
    const other = await stage.placeTopic({ state: 'IN_COMMITTEE', ...involved });
    await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK5' });
    const { items, bodies, sessionId: session } = await compiled('geschaeftsfuehrung.ak5');
    expect({ bodies, session }).toEqual({ bodies: ['AK5'], session: sessionId });
    expect(items.map(({ topicId }) => topicId).sort()).toEqual([led.id, other.id].sort());
  });

  it('of a committee may be prepared by the secretariat too', async () => {
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    expect((await compiled('geschaeftsstelle')).items).toHaveLength(1);
    const { items } = await circulated('geschaeftsstelle');
    expect(items.map(({ number }) => number)).toEqual(['1']);
  });

  it.each(['vorsitz.hh', 'vorsitz.ak5', 'mitglied.ak5', 'koordination.he'])(
    'of a committee is not compiled by %s',
    async (mail) => {
      expect(codesOf(await compile.executeForSession(stage.person(mail), sessionId))).toEqual(['NOT_ENTITLED']);
    },
  );

  it('is one for the session, even when two begin to compile at once', async () => {
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    const [one, other] = await Promise.all([compiled('geschaeftsfuehrung.ak5'), compiled('geschaeftsfuehrung.ak5')]);
    expect(one.id).toBe(other.id);
  });

  it("is its officers' and the secretariat's own until it is circulated, and its guests get it with the others", async () => {
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    const draft = await compiled('geschaeftsfuehrung.ak5');
    const seen = async () =>
      Promise.all(
        [
          'geschaeftsfuehrung.ak5',
          'vorsitz.ak5',
          'mitglied.ak5',
          'geschaeftsstelle',
          'koordination.by',
          'gast.ak5',
          'gast.bka',
        ].map((mail) => seenBy(mail, draft.id)),
      );
    expect(await seen()).toEqual([1, 1, 0, 1, 0, 0, 0]);
    await circulated('geschaeftsfuehrung.ak5');
    expect(await seen()).toEqual([1, 1, 1, 1, 1, 1, 0]);
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5', classification: 'RESTRICTED' });
    await compiled('geschaeftsfuehrung.ak5');
    expect(await seen()).toEqual([2, 2, 1, 2, 1, 1, 0]);
  });

  it('of the pre-conference is compiled by the secretariat, and stands beside that of the main conference', async () => {
    const topic = await stage.placeTopic();
    const ofPre = await circulated('geschaeftsstelle', await stage.planSession('PRE_CONFERENCE'));
    const ofMain = await compile.execute(stage.person('geschaeftsstelle'), stage.conferenceId);
    expect(ofMain.ok && ofMain.agenda.id).not.toBe(ofPre.id);
    const main = await compiled('geschaeftsstelle', await stage.planSession('MAIN_CONFERENCE'));
    expect(ofMain.ok && ofMain.agenda.id).toBe(main.id);
    const item = await stage.database.read(SYSTEM, (tx) => agendas.itemsByTopics(tx, [topic.id]));
    expect(item.get(topic.id)?.agendaId).toBe(main.id);
  });

  it('of two committees that sit jointly takes up what either has been given', async () => {
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK2' });
    const joint = await stage.planSession('AK5', 'AK2');
    expect((await compiled('geschaeftsfuehrung.ak5', joint)).items.map(({ group }) => group)).toEqual(['AK5']);
    expect((await compiled('geschaeftsfuehrung.ak2', joint)).items.map(({ group }) => group)).toEqual(['AK5', 'AK2']);
  });

  it('names a committee as it is called on the day of the session or of the conference', async () => {
    const [former] = await stage.arrange<{ name: string }>(`SELECT name FROM body_names WHERE body_code = 'AK5'`);
    await stage.arrange(`UPDATE body_names SET valid_to = '2026-11-30' WHERE body_code = 'AK5'`);
    await stage.arrange(
      `INSERT INTO body_names (id, body_code, name, valid_from) VALUES ($1, 'AK5', 'Bevölkerungsschutz', '2026-12-01')`,
      [newId()],
    );
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    await stage.placeTopic({ leadCommittee: 'AK5' });
    const inAutumn = await circulated('geschaeftsfuehrung.ak5');
    const atConference = await compile.execute(stage.person('geschaeftsstelle'), stage.conferenceId);
    if (!atConference.ok) throw new Error(codesOf(atConference).join());
    const items = await stage.database.read(SYSTEM, (tx) =>
      agendas.itemsByAgendas(tx, [inAutumn.id, atConference.agenda.id]),
    );
    const called = (id: string) => items.get(id)?.map(({ committeeName }) => committeeName);
    expect([called(inAutumn.id), called(atConference.agenda.id)]).toEqual([[former?.name], ['Bevölkerungsschutz']]);
  });

  describe('of a sub-body', () => {
    beforeAll(async () => {
      await stage.arrange(
        `INSERT INTO bodies (id, code, kind, parent_code, audience_code, valid_from, revision)
         VALUES ($1, 'UA FEK', 'SUB_COMMITTEE', 'AK5', $2, '2020-01-01', 1)`,
        [newId(), audienceOfBody('UA FEK')],
      );
    });

    it('is prepared by the officers of the committee above it, and by no others', async () => {
      const given = { state: 'IN_COMMITTEE', leadCommittee: 'AK5', involvedCommittees: ['UA FEK'] } as const;
      await stage.placeTopic(given);
      await stage.placeTopic({ ...given, classification: 'RESTRICTED' });
      const session = await stage.planSession('UA FEK');
      for (const mail of ['geschaeftsfuehrung.ak2', 'vorsitz.ak5', 'mitglied.ak5']) {
        expect(codesOf(await compile.executeForSession(stage.person(mail), session))).toEqual(['NOT_ENTITLED']);
      }
      const draft = await compiled('geschaeftsfuehrung.ak5', session);
      expect(draft).toMatchObject({ bodies: ['UA FEK'], above: ['AK5'] });
      const seen = (mails: readonly string[]) => Promise.all(mails.map((mail) => seenBy(mail, draft.id)));
      const readers = ['vorsitz.ak5', 'geschaeftsstelle', 'mitglied.ak5', 'geschaeftsfuehrung.ak2', 'koordination.by'];
      expect(await seen(readers)).toEqual([2, 2, 0, 0, 0]);
      await circulated('geschaeftsfuehrung.ak5', session);
      expect(await seen(readers)).toEqual([2, 2, 0, 0, 1]);
    });

    it('has officers by the same audience code in the database', async () => {
      const codes = ['AK1', 'PRE_CONFERENCE', 'UA FEK'] as const;
      const rows = await stage.arrange<{ code: number }>(
        'SELECT audience_of_officers(code) AS code FROM unnest($1::int[]) WITH ORDINALITY AS body (code, place) ORDER BY place',
        [codes.map(audienceOfBody)],
      );
      expect(rows.map(({ code }) => code)).toEqual(codes.map(audienceOfOfficers));
    });
  });

  it('is told to the members of the committee, once, and to nobody else', async () => {
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    const { id: recordId } = await circulated('geschaeftsfuehrung.ak5');
    const job = new NotifyReadersOfAgendaJob(agendas, new Offices(stage.clock), new Notifications(stage.clock));
    const message = { id: newId(), event: 'agenda.circulated', recordKind: 'agenda', recordId, data: {} };
    const told = { ...message, occurredAt: stage.clock.now(), requestId: null, actorPersonId: null };
    await stage.database.write(SYSTEM, (tx) => job.run(tx, told));
    await stage.database.write(SYSTEM, (tx) => job.run(tx, told));
    const people = await stage.arrange<{ role: string }>(
      `SELECT DISTINCT role FROM notifications JOIN assignments ON person_id = recipient_id ORDER BY role`,
    );
    expect(people.map(({ role }) => role)).toEqual(['COMMITTEE_CHAIR', 'COMMITTEE_MEMBER', 'GUEST']);
  });

  it('of an unknown session is not found', async () => {
    expect(codesOf(await compile.executeForSession(stage.person('geschaeftsstelle'), newId()))).toEqual(['NOT_FOUND']);
  });
});
