import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities, AgendasModule } from '#agendas';
import { decisionEntities } from '#decisions';
import { landCodes } from '#glossary';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { anAdoptedResolution, listening, type AdoptedResolution, type ListeningStage } from '#testing/agendas';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { NotifyAddresseeOfFollowUpJob } from './features/create-follow-up/notify-addressee-of-follow-up.job.js';
import { FollowUpOffices } from './follow-up-offices.js';
import { followUpEntities, FollowUpsModule } from './index.js';
import { FollowUps } from './persistence/follow-up.repository.js';

let stage: ConferenceStage;
let server: ListeningStage;
let adopted: AdoptedResolution;

beforeAll(async () => {
  stage = await aConferenceStage([...agendaEntities, ...decisionEntities, ...followUpEntities]);
  server = await listening(stage, [AgendasModule, FollowUpsModule]);
  adopted = await anAdoptedResolution(stage);
});

afterAll(async () => {
  await server?.close();
  await stage?.close();
});

const typeOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;

/** Runs a mutation; answers the follow-up or the codes of the refusals. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
async function act(mail: string, mutation: string, input: object, selection = ''): Promise<any> {
  const query = `mutation ($input: ${typeOf(mutation)}) {
    ${mutation}(input: $input) { followUp { id state revision ${selection} } refusals { code } } }`;
  const { data, errors } = await server.graphql(mail, query, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { followUp, refusals } = data[mutation];
  return followUp ?? refusals.map(({ code }: { code: string }) => code);
}

const wish = (given: object = {}): object => ({
  resolutionId: adopted.resolutionId,
  clauseId: adopted.clauseIds[1],
  kind: 'REPORT',
  task: 'Bericht über die Warnmittel',
  addressee: 'AK5',
  due: { season: 'AUTUMN', year: 2027 },
  ...given,
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
const create = (given: object = {}, mail = 'geschaeftsstelle'): Promise<any> =>
  act(mail, 'createFollowUp', wish(given));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
async function show(mail: string, id: string, selection: string): Promise<any> {
  const { data } = await server.graphql(mail, `query ($id: ID!) { followUp(id: $id) { ${selection} } }`, { id });
  return data?.followUp ?? null;
}

describe('Whoever is to do something', () => {
  async function told(event: string, recordId: string): Promise<readonly string[]> {
    const offices = new FollowUpOffices(new Offices(stage.clock));
    const job = new NotifyAddresseeOfFollowUpJob(new FollowUps(), offices, new Notifications(stage.clock));
    const at = { occurredAt: stage.clock.now(), actorPersonId: null, requestId: null };
    const message = { id: newId(), event, recordKind: 'followUp', recordId, data: {}, ...at };
    for (const _turn of [1, 2]) await stage.database.write(SYSTEM, (tx) => job.run(tx, message));
    const rows = await stage.arrange<{ line: string }>(
      `SELECT kind || ' ' || split_part(mail::text, '@', 1) AS line
       FROM notifications JOIN people ON people.id = recipient_id WHERE message_id = $1 ORDER BY 1`,
      [message.id],
    );
    return rows.map(({ line }) => line);
  }
  const heads = (kind: string): readonly string[] => [`${kind} geschaeftsfuehrung.ak5`, `${kind} vorsitz.ak5`];

  it('hears of it, and when it is done or has become obsolete', async () => {
    const { id } = await create();
    expect(await told('followUp.created', id)).toEqual(heads('follow-up-asked'));
    expect(await told('followUp.extended', id)).toEqual(heads('follow-up-asked'));
    expect(await told('followUp.completed', id)).toEqual(heads('follow-up-ended'));
    expect(await told('followUp.dropped', id)).toEqual(heads('follow-up-ended'));
  });

  it('is every Land where all Länder are asked, and not the Bund', async () => {
    const { id } = await create({ addressee: 'ALL_LAENDER', kind: 'IMPLEMENTATION' });
    expect(await told('followUp.created', id)).toEqual(
      landCodes.map((land) => `follow-up-asked koordination.${land.toLowerCase()}`).sort(),
    );
  });
});

describe('A follow-up', () => {
  it('that is due on a day has its deadline, until nothing is expected any more', async () => {
    const { id, revision } = await create({ due: { day: '2027-07-30' } });
    const deadline = async (): Promise<unknown> =>
      (await stage.arrange('SELECT state, due_at, addressee FROM deadlines WHERE subject_id = $1', [id]))[0];
    const dueAt = new Date('2027-07-30T21:59:59Z');
    expect(await deadline()).toEqual({ state: 'OPEN', due_at: dueAt, addressee: 'AK5' });
    const dropped = { followUpId: id, expectedRevision: revision, reason: 'Das Gesetz ist vom Tisch.' };
    await act('geschaeftsstelle', 'dropFollowUp', dropped);
    expect(await deadline()).toMatchObject({ state: 'SETTLED' });
  });

  it('that is due at a conference has its deadline on its first day, from its planning on and wherever it is moved', async () => {
    const { id, revision } = await create({ due: { season: 'AUTUMN', year: 2033 } });
    const { id: hidden } = await create({ due: { season: 'AUTUMN', year: 2033 }, addressee: 'AK2' });
    await stage.arrange(`UPDATE follow_ups SET audience = '{0,201}' WHERE id = $1`, [hidden]);
    const fields = 'state, due_at AS at, original_due_at AS original, basis, conference_id AS "conferenceId"';
    const deadline = async (of = id): Promise<unknown> =>
      (await stage.arrange(`SELECT ${fields} FROM deadlines WHERE subject_id = $1`, [of]))[0];
    expect(await deadline()).toBeUndefined();
    const conferenceId = newId();
    const days = `UPDATE conferences SET starts_on = $2::date, ends_on = $2::date WHERE id = $1`;
    await stage.database.write(stage.person('vorsitz.hh'), async (tx) => {
      await tx.execute(
        `INSERT INTO conferences SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text,
           'number', NULL, 'season', 'AUTUMN', 'year', 2033, 'starts_on', '2033-12-07', 'ends_on', '2033-12-09'))).*
         FROM conferences WHERE id = $1`,
        [stage.conferenceId, conferenceId],
      );
    });
    const planned = { state: 'OPEN', basis: 'BEGIN_OF_CONFERENCE', at: new Date('2033-12-07T22:59:59Z'), conferenceId };
    expect(await deadline()).toMatchObject(planned);
    expect(await deadline(hidden)).toMatchObject(planned);
    await stage.database.write(stage.person('vorsitz.hh'), (tx) => tx.execute(days, [conferenceId, '2033-06-08']));
    expect(await deadline()).toMatchObject({
      state: 'OPEN',
      at: new Date('2033-06-08T21:59:59Z'),
      original: planned.at,
    });
    await stage.arrange(`UPDATE conferences SET state = 'CANCELLED' WHERE id = $1`, [conferenceId]);
    expect(await deadline()).toMatchObject({ state: 'SETTLED' });
    await stage.arrange(`UPDATE conferences SET state = 'PLANNED' WHERE id = $1`, [conferenceId]);
    expect(await deadline()).toMatchObject({ state: 'OPEN' });
    await act('geschaeftsstelle', 'dropFollowUp', { followUpId: id, expectedRevision: revision, reason: 'Erledigt.' });
    expect(await deadline()).toMatchObject({ state: 'SETTLED' });
    await stage.database.write(stage.person('vorsitz.hh'), (tx) => tx.execute(days, [conferenceId, '2033-12-07']));
    expect(await deadline()).toMatchObject({ state: 'SETTLED', at: planned.at });
    expect(await deadline(hidden)).toMatchObject(planned);
  });

  it('is taken from a clause by the secretariat, and shown with what it comes from', async () => {
    const { id } = await create();
    const fields = `stateLabel kindLabel isOverdue addressee { name } due { label lastDay }
      origin { title itemNumber clauseNumber clauseText } history { label capacityLabel actorName }`;
    expect(await show('koordination.he', id, fields)).toEqual({
      stateLabel: 'Offen',
      kindLabel: 'Berichtsauftrag',
      isOverdue: false,
      addressee: { name: 'AK V' },
      due: { label: 'Herbst 2027', lastDay: '2027-12-31' },
      origin: {
        title: adopted.topic.title,
        itemNumber: '12',
        clauseNumber: '2',
        clauseText: 'Sie bittet den AK V, erneut zu berichten.',
      },
      history: [
        {
          label: 'Auftrag anlegen',
          capacityLabel: 'Geschäftsstelle',
          actorName: stage.person('geschaeftsstelle').name,
        },
      ],
    });
  });

  it.each([
    ['no addressee', { addressee: 'AK9' }, ['ADDRESSEE_UNKNOWN']],
    ['two dates', { due: { day: '2027-01-01', season: 'SPRING', year: 2027 } }, ['DUE_REQUIRED']],
    ['no date', { due: {} }, ['DUE_REQUIRED']],
    ['a clause of another resolution', { clauseId: newId() }, ['CLAUSE_UNKNOWN']],
    ['no resolution', { resolutionId: newId() }, ['RESOLUTION_UNKNOWN']],
    ['what is no id at all', { resolutionId: 'x' }, ['RESOLUTION_UNKNOWN']],
    ['an unknown one to repeat', { repeatsId: newId() }, ['REPEATED_UNKNOWN']],
  ])('is not made with %s', async (_what, given, codes) => {
    expect(await create(given)).toEqual(codes);
  });

  it.each(['koordination.he', 'vorsitz.ak5', 'vorsitz.hh', 'technik', 'gast.bka'])(
    'is not made by %s',
    async (mail) => {
      const answer = await create({}, mail);
      expect(['NOT_ENTITLED', 'RESOLUTION_UNKNOWN']).toContain(answer[0]);
    },
  );

  it('is reported on by its addressee alone, and completed by the secretariat', async () => {
    const { id: followUpId, revision: expectedRevision } = await create();
    const report = { followUpId, expectedRevision, report: 'Die Warnmittel sind erfasst.' };
    expect(await act('vorsitz.ak2', 'submitFollowUpReport', report)).toEqual(['NOT_ENTITLED']);
    const { state, revision } = await act('geschaeftsfuehrung.ak5', 'submitFollowUpReport', report);
    expect(state).toBe('REPORTED');
    expect(await show('koordination.by', followUpId, 'reports { number text handedInBy }')).toEqual({
      reports: [
        { number: 1, text: 'Die Warnmittel sind erfasst.', handedInBy: stage.person('geschaeftsfuehrung.ak5').name },
      ],
    });
    const done = await act('geschaeftsstelle', 'completeFollowUp', { followUpId, expectedRevision: revision });
    expect(done.state).toBe('DONE');
  });

  it('keeps every report when one is returned', async () => {
    const { id: followUpId, revision: expectedRevision } = await create();
    const first = await act('vorsitz.ak5', 'submitFollowUpReport', { followUpId, expectedRevision, report: 'Kurz.' });
    const again = { followUpId, expectedRevision: first.revision };
    expect(await act('geschaeftsstelle', 'returnFollowUpReport', again)).toEqual(['REASON_REQUIRED']);
    const back = await act('geschaeftsstelle', 'returnFollowUpReport', { ...again, reason: 'Es fehlen die Kosten.' });
    const next = { followUpId, expectedRevision: back.revision, report: 'Lang.' };
    await act('vorsitz.ak5', 'submitFollowUpReport', next);
    const { reports } = await show('koordination.by', followUpId, 'reports { number text }');
    expect(reports).toEqual([{ number: 1, text: 'Kurz.' }, { number: 2, text: 'Lang.' }]); // prettier-ignore
  });

  it('is changed once when two change it at once', async () => {
    const { id: followUpId, revision: expectedRevision } = await create();
    const report = { followUpId, expectedRevision, report: 'Bericht.' };
    const answers = await Promise.all([
      act('vorsitz.ak5', 'submitFollowUpReport', report),
      act('geschaeftsfuehrung.ak5', 'submitFollowUpReport', report),
    ]);
    expect(answers.filter(Array.isArray)).toEqual([['CHANGED_MEANWHILE']]);
    expect((await show('koordination.he', followUpId, 'reports { number }')).reports).toHaveLength(1);
  });

  it('is not there for guests, for the technical administrator, and for whoever has no part in a restricted topic', async () => {
    const restricted = await anAdoptedResolution(stage, { classification: 'RESTRICTED', registrant: { party: 'HE' } });
    const { resolutionId, clauseIds } = restricted;
    expect(await create({ resolutionId, clauseId: clauseIds[0], addressee: 'BY' })).toEqual(['ADDRESSEE_MAY_NOT_SEE']);
    const { id } = await create({ resolutionId, clauseId: clauseIds[0] });
    const { id: open } = await create();
    for (const mail of ['technik', 'gast.bka', 'koordination.by']) expect(await show(mail, id, 'id')).toBeNull();
    for (const mail of ['technik', 'gast.bka']) expect(await show(mail, open, 'id')).toBeNull();
    expect(await show('koordination.he', id, 'id')).toEqual({ id });
  });
});

describe('Implementation in the Länder', () => {
  it('is told by each Land for itself, the newest word counts, and all have to finish', async () => {
    const given = { kind: 'IMPLEMENTATION', addressee: 'ALL_LAENDER', due: { day: '2027-12-31' } };
    const { id: followUpId, revision } = await create(given);
    let expectedRevision: number = revision;
    const say = async (land: string, status: string, party = land.toUpperCase(), note = ''): Promise<unknown> => {
      const input = { followUpId, expectedRevision, party, status, note };
      const answer = await act(`koordination.${land}`, 'recordImplementation', input);
      expectedRevision = answer.revision ?? expectedRevision;
      return answer.state ?? answer;
    };
    expect(await say('he', 'IMPLEMENTED', 'BY')).toEqual(['NOT_ENTITLED']);
    expect(await say('bund', 'IMPLEMENTED')).toEqual(['NOT_ENTITLED']);
    expect(await say('he', 'IN_PROGRESS', 'HE', 'Erlass in Vorbereitung')).toBe('OPEN');
    const fields = 'implementations { party statusLabel note }';
    const before = await show('koordination.by', followUpId, fields);
    expect(before.implementations).toHaveLength(16);
    expect(before.implementations).toContainEqual({
      party: 'HE',
      statusLabel: 'In Umsetzung',
      note: 'Erlass in Vorbereitung',
    });
    expect(before.implementations).toContainEqual({ party: 'BY', statusLabel: 'Keine Angabe', note: null });
    const complete = (): Promise<unknown> => act('vorsitz.hh', 'completeFollowUp', { followUpId, expectedRevision });
    expect(await complete()).toEqual(['IMPLEMENTATION_MISSING']);
    for (const land of landCodes) await say(land.toLowerCase(), 'IMPLEMENTED');
    expect(await complete()).toMatchObject({ state: 'DONE' });
    const versions = await stage.arrange<{ count: number }>(
      `SELECT count(*)::int FROM follow_up_implementations WHERE follow_up_id = $1 AND party = 'HE'`,
      [followUpId],
    );
    expect(versions).toEqual([{ count: 2 }]);
  });
});

describe('More time', () => {
  it('is given by a later resolution, which is named', async () => {
    const { id: followUpId, revision: expectedRevision } = await create();
    const later = await anAdoptedResolution(stage, { title: 'Verlängerung' }, '2026-12-03');
    const due = { season: 'SPRING', year: 2028 };
    const input = { followUpId, expectedRevision, due };
    const extend = (resolutionId: string, more = {}): Promise<unknown> =>
      act(
        'geschaeftsstelle',
        'extendFollowUp',
        { ...input, resolutionId, ...more },
        'due { label } extendedBy { title }',
      );
    expect(await extend(adopted.resolutionId)).toEqual(['LATER_RESOLUTION_REQUIRED']);
    expect(await extend(later.resolutionId, { due: { season: 'SPRING', year: 2027 } })).toEqual(['NOT_LATER']);
    expect(await extend(later.resolutionId)).toMatchObject({
      state: 'EXTENDED',
      due: { label: 'Frühjahr 2028' },
      extendedBy: { title: 'Verlängerung' },
    });
  });

  it('is not needed to ask once more, and both point to each other', async () => {
    const first = await create();
    const second = await create({ repeatsId: first.id, task: 'Erneut: Bericht' });
    expect(await show('vorsitz.ak5', second.id, 'repeats { id }')).toEqual({ repeats: { id: first.id } });
    expect(await show('vorsitz.ak5', first.id, 'repeatedBy { id }')).toEqual({ repeatedBy: [{ id: second.id }] });
  });

  it('is counted from the condition, once it has come to pass', async () => {
    const { id: followUpId, revision: expectedRevision } = await create({
      due: { condition: 'Das Gesetz tritt in Kraft', reviewOn: '2027-03-01' },
    });
    expect(await act('vorsitz.ak5', 'startFollowUp', { followUpId, expectedRevision })).toEqual(['CONDITION_PENDING']);
    const input = { followUpId, expectedRevision, due: { day: '2027-09-30' }, reason: 'In Kraft seit 1. Februar.' };
    const reviewed = await act('geschaeftsstelle', 'reviewFollowUpCondition', input);
    const started = await act('vorsitz.ak5', 'startFollowUp', { followUpId, expectedRevision: reviewed.revision });
    expect(started.state).toBe('IN_PROGRESS');
  });
});
