import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { landCodes } from '#glossary';
import { newId } from '#platform/database';
import type { AnnouncedParticipant } from '../../domain/participant.js';
import type { Session } from '../../domain/session.js';
import { aSessionStage, type SessionStage } from '#testing/conferences';
import { ParticipantTransitionHandler, type ParticipantAnswer } from '../../participant-transition.handler.js';
import { attendanceBySessionIds, representationsBySessionIds } from '../../persistence/participant.loader.js';
import { Participants } from '../../persistence/participant.repository.js';
import type { SessionAnswer } from '../../session-transition.handler.js';

const codesOf = (answer: ParticipantAnswer | SessionAnswer): string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);
const ilse: AnnouncedParticipant = { name: 'Ilse', office: null, party: 'HE', body: null, role: 'HEAD_OF_DELEGATION' };

describe('the participants of a session', () => {
  let stage: SessionStage;
  let participants: Participants;
  let transition: ParticipantTransitionHandler;
  let session: Session;

  beforeAll(async () => {
    stage = await aSessionStage();
    participants = new Participants(stage.sessions);
    transition = new ParticipantTransitionHandler(stage.database, participants, stage.sessions, stage.transition);
  });
  afterAll(() => stage.close());

  let day = 10;
  beforeEach(async () => {
    const startsOn = `2027-05-${(day += 1)}`;
    session = await stage.planned({ body: 'PRE_CONFERENCE', startsOn, endsOn: startsOn });
  });

  const announce = (mail: string, given: Partial<AnnouncedParticipant> = {}): Promise<ParticipantAnswer> =>
    transition.announce(stage.person(mail), session.id, { ...ilse, ...given });
  const name = (mail: string, given: object = {}): Promise<SessionAnswer> => {
    const representative = {
      party: 'HE',
      day: session.startsOn,
      name: 'Kim',
      office: 'Staatssekretär',
      ...given,
    } as const;
    return stage.transition.execute(stage.person(mail), {
      sessionId: session.id,
      action: 'nameRepresentative',
      input: { representative },
    });
  };

  it('are announced by the coordinator of the party and by the secretariat, and by nobody else', async () => {
    expect(codesOf(await announce('koordination.he'))).toEqual([]);
    expect(codesOf(await announce('koordination.by', { name: 'Jo', role: 'DELEGATION' }))).toEqual(['NOT_OWN_PARTY']);
    expect(codesOf(await announce('geschaeftsstelle', { name: 'Jo', party: 'BY' }))).toEqual([]);
    for (const mail of ['fachreferat.he', 'leser.he', 'vorsitz.hh', 'vorsitz.ak2', 'mitglied.ak2']) {
      expect([mail, ...codesOf(await announce(mail, { name: mail }))]).toEqual([mail, 'NOT_ENTITLED']);
    }
    expect(codesOf(await announce('technik', { name: 'T' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await transition.announce(stage.person('geschaeftsstelle'), newId(), ilse))).toEqual(['NOT_FOUND']);
  });

  it('are announced once, and have one head of delegation, when two announce at once', async () => {
    const same = await Promise.all([1, 2, 3].map(() => announce('koordination.he')));
    expect(same.flatMap(codesOf)).toEqual(Array(2).fill(['ALREADY_ANNOUNCED', 'HEAD_ALREADY_NAMED']).flat());
    const heads = await Promise.all(
      ['Ada', 'Eda'].map((each) => announce('koordination.bund', { name: each, party: 'BUND' })),
    );
    expect(heads.flatMap(codesOf)).toEqual(['HEAD_ALREADY_NAMED']);
  });

  it('are listed page by page in the order of the Länder, with their attendance counted', async () => {
    for (const party of [...landCodes].reverse()) await announce('geschaeftsstelle', { name: `Kopf ${party}`, party });
    await announce('geschaeftsstelle', { name: 'Präsident BKA', party: null, role: 'GUEST' });
    await announce('geschaeftsstelle', { name: 'Leitung AK II', party: null, body: 'AK2', role: 'DELEGATION' });
    const [all, first] = await stage.database.read(stage.person('leser.he'), async (tx) => [
      await participants.listAnnounced(tx, session.id),
      await participants.listPage(tx, session.id, 10, null),
    ]);
    expect(all.map(({ party, body }) => party ?? body)).toEqual([...landCodes, 'AK2', null]);
    expect(first).toHaveLength(11);
    const rest = await stage.database.read(stage.person('leser.he'), (tx) =>
      participants.listPage(tx, session.id, 10, first.at(9) ?? null),
    );
    expect([...first.slice(0, 10), ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const counts = await stage.database.read(stage.person('leser.he'), (tx) =>
      attendanceBySessionIds(tx, [session.id]),
    );
    expect(counts.get(session.id)).toEqual({ EXPECTED: 18, PRESENT: 0, REMOTE: 0, ABSENT: 0 });
  });

  it('are noted as present only once the session has begun, and withdrawn only until it ends', async () => {
    const answer = await announce('koordination.he');
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    const { id: participantId, revision: expectedRevision } = answer.participant;
    const coordinator = stage.person('koordination.he');
    const there = { participantId, expectedRevision, action: 'recordAttendance', attendance: 'PRESENT' } as const;
    expect(codesOf(await transition.execute(coordinator, there))).toEqual(['SESSION_NOT_RUNNING']);
    await stage.database.write(stage.person('geschaeftsstelle'), (tx) =>
      tx.execute(`UPDATE sessions SET state = 'IN_PROGRESS' WHERE id = $1`, [session.id]),
    );
    expect(codesOf(await transition.execute(stage.person('koordination.by'), there))).toEqual(['NOT_OWN_PARTY']);
    expect(await transition.execute(coordinator, there)).toMatchObject({
      ok: true,
      participant: { attendance: 'PRESENT' },
    });
    const leaving = { participantId, expectedRevision, action: 'withdrawParticipant' } as const;
    expect(codesOf(await transition.execute(coordinator, leaving))).toEqual(['CHANGED_MEANWHILE']);
    await stage.database.write(stage.person('geschaeftsstelle'), (tx) =>
      tx.execute(`UPDATE sessions SET state = 'CONCLUDED' WHERE id = $1`, [session.id]),
    );
    expect(codesOf(await transition.execute(coordinator, { ...leaving, expectedRevision: 2 }))).toEqual([
      'SESSION_OVER',
    ]);
  });

  it('include one representative per Land, whose changes are kept with their time', async () => {
    const before = session.revision;
    expect(codesOf(await name('koordination.he'))).toEqual([]);
    expect(codesOf(await name('geschaeftsstelle', { name: 'Robin', office: 'Minister' }))).toEqual([]);
    expect(codesOf(await name('koordination.by'))).toEqual(['NOT_OWN_PARTY']);
    expect(codesOf(await name('vorsitz.hh'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await name('koordination.he', { day: '2027-05-31' }))).toEqual(['NOT_A_DAY_OF_THE_SESSION']);
    expect(codesOf(await name('koordination.he', { name: '', office: ' ' }))).toEqual([
      'FIELD_REQUIRED',
      'FIELD_REQUIRED',
    ]);
    const seen = await stage.database.read(stage.person('leser.he'), async (tx) => ({
      now: await stage.sessions.representativesOf(tx, session.id),
      all: (await representationsBySessionIds(tx, [session.id])).get(session.id),
      session: await stage.sessions.findSession(tx, session.id),
    }));
    expect(seen.now.get('HE')).toMatchObject({ name: 'Robin', office: 'Minister' });
    expect(seen.all?.map((each) => [each.number, each.name, each.namedBy])).toEqual([
      [1, 'Kim', 'Person koordination.he'],
      [2, 'Robin', 'Person geschaeftsstelle'],
    ]);
    expect(seen.session?.revision).toBe(before);
  });

  it('get a representative each when all coordinators name theirs at once', async () => {
    const answers = await Promise.all(landCodes.map((party) => name(`koordination.${party.toLowerCase()}`, { party })));
    expect(answers.flatMap(codesOf)).toEqual([]);
    const seen = await stage.database.read(stage.person('leser.he'), (tx) =>
      stage.sessions.representativesOf(tx, session.id),
    );
    expect([...seen.keys()].sort()).toEqual([...landCodes].sort());
  });
});
