import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions, SessionTransitionHandler } from '#conferences';
import type { BodyCode } from '#glossary';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, type Topic } from '#topics';
import { MinutesSessions } from '../../minutes-sessions.js';
import { MinutesTransitionHandler } from '../../minutes-transition.handler.js';
import { MinutesRecords } from '../../persistence/minutes.repository.js';
import { MinutesSources } from '../../persistence/minutes-sources.js';
import { StatementPlaces } from '../../persistence/statement-places.js';
import { Statements, type StoredStatement } from '../../persistence/statement.repository.js';
import { StatementTransitionHandler, type StatementAnswer } from '../../statement-transition.handler.js';
import { NotifyPartiesOfStatementJob } from '../announce-statement/notify-parties-of-statement.job.js';

const codesOf = (answer: StatementAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const TEXT = 'Hessen legt Wert auf die Feststellung, dass die Kosten offen sind.';

describe('Statements for the record of a body', () => {
  const statements = new Statements();
  const topics = new TopicRepository();
  const agendas = new Agendas();
  let stage: BallotStage;
  let transition: StatementTransitionHandler;
  let agendaTransition: AgendaTransitionHandler;
  let compile: CompileAgendaHandler;
  let places: StatementPlaces;
  let topic: Topic;
  let item: { readonly sessionId: string; readonly itemId: string };

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    places = new StatementPlaces(topics, agendas, new Conferences());
    transition = new StatementTransitionHandler(database, statements, places, clock);
    agendaTransition = new AgendaTransitionHandler(database, agendas, clock);
    compile = new CompileAgendaHandler(database, new Conferences(), agendas, agendaTransition, new Sessions());
    // Thüringen has left AK V, and Bremen may not declare anything there.
    await stage.arrange(`UPDATE memberships SET valid_to = '2026-10-31' WHERE body_code = 'AK5' AND party_code = 'TH'`);
    await stage.arrange(`UPDATE memberships SET may_declare = false WHERE body_code = 'AK5' AND party_code = 'HB'`);
  });

  afterAll(async () => {
    await stage.close();
  });

  /** A topic on the agenda of a session of its own, circulated unless said otherwise. */
  async function onAgendaOf(body: BodyCode, who: string, isCirculated = true): Promise<void> {
    topic = await stage.placeTopic({ state: body === 'PRE_CONFERENCE' ? 'IN_PRE_CONFERENCE' : 'IN_COMMITTEE' });
    const sessionId = await stage.planSession(body);
    const compiled = await compile.executeForSession(stage.person(who), sessionId);
    if (!compiled.ok) throw new Error('The agenda could not be compiled');
    const { id: agendaId, revision: expectedRevision, items } = compiled.agenda;
    const action = 'circulateAgenda';
    if (isCirculated) await agendaTransition.execute(stage.person(who), { agendaId, expectedRevision, action });
    item = { sessionId, itemId: items.find(({ topicId }) => topicId === topic.id)?.id ?? '' };
  }

  beforeEach(() => onAgendaOf('AK5', 'geschaeftsfuehrung.ak5'));

  const given = (answer: StatementAnswer): StoredStatement => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.statement;
  };

  const draft = (party = 'HE') =>
    transition.begin(stage.person(`koordination.${party.toLowerCase()}`), 'draftStatement', {
      agendaItemId: item.itemId,
      party,
      text: TEXT,
    });

  const act = (
    mail: string,
    action: Parameters<StatementTransitionHandler['execute']>[1]['action'],
    { id }: StoredStatement,
    input: object = {},
  ) => transition.execute(stage.person(mail), { statementId: id, action, input });

  const announced = async (): Promise<StoredStatement> =>
    given(await act('koordination.he', 'announceStatement', given(await draft())));

  const join = (party: string, statement: StoredStatement) =>
    act(`koordination.${party.toLowerCase()}`, 'cosignStatement', statement, { party, textHash: statement.textHash });

  const readersOf = async ({ id }: StoredStatement): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const mail of viewers) {
      const seen = await stage.database.read(stage.person(mail), (tx) => statements.statementsByIds(tx, [id]));
      if (seen.has(id)) found.push(mail);
    }
    return found;
  };

  const viewers = [
    'koordination.he',
    'koordination.by',
    'koordination.th',
    'koordination.bund',
    'mitglied.ak5',
    'vorsitz.ak5',
    'geschaeftsfuehrung.ak5',
    'vorsitz.ak2',
    'gast.ak5',
    'geschaeftsstelle',
    'vorsitz.hh',
    'technik',
  ];

  it('are announced, joined, left and recorded, and stand in the minutes of the committee', async () => {
    const statement = await announced();
    given(await join('BE', statement));
    given(await join('BY', statement));
    const left = given(await act('koordination.by', 'withdrawCosignature', statement, { party: 'BY' }));
    expect(left).toMatchObject({ state: 'COSIGNED', isLate: true });
    expect(given(await act('geschaeftsstelle', 'recordStatement', statement)).state).toBe('RECORDED');
    await stage.arrange(`UPDATE sessions SET state = 'CONCLUDED' WHERE id = $1`, [item.sessionId]);
    const entry = await entryInMinutes();
    expect(entry?.statements).toEqual([{ party: 'HE', cosigners: ['BE'], text: TEXT }]);
  });

  it('are for who sits in the committee and for the secretariat, for nobody else', async () => {
    const statement = given(await draft());
    expect(await readersOf(statement)).toEqual(['koordination.he']);
    given(await act('koordination.he', 'announceStatement', statement));
    expect(await readersOf(statement)).toEqual([
      'koordination.he',
      'koordination.by',
      'koordination.bund',
      'mitglied.ak5',
      'vorsitz.ak5',
      'geschaeftsfuehrung.ak5',
      'geschaeftsstelle',
    ]);
    const history = await stage.arrange<{ audience: number[] }>(
      `SELECT audience FROM history WHERE record_id = $1 ORDER BY sequence DESC LIMIT 1`,
      [statement.id],
    );
    expect(history[0]?.audience).not.toContain(202);
  });

  it('stay within the committee, whoever changes the readers of the topic', async () => {
    const statement = await announced();
    const actor = stage.person('vorsitz.hh');
    await stage.database.write(actor, async (tx) => {
      await tx.execute(`UPDATE topics SET audience = '{0,2,7,16,105,111,201,202}' WHERE id = $1`, [topic.id]);
    });
    expect(await readersOf(statement)).toEqual([
      'koordination.he',
      'koordination.by',
      'mitglied.ak5',
      'vorsitz.ak5',
      'geschaeftsfuehrung.ak5',
      'geschaeftsstelle',
    ]);
  });

  it('are made by members with the right to, on what has been circulated and is still to be dealt with', async () => {
    expect(codesOf(await draft('TH'))).toEqual(['PARTY_MAY_NOT_DECLARE']);
    expect(codesOf(await draft('HB'))).toEqual(['PARTY_MAY_NOT_DECLARE']);
    expect(codesOf(await join('TH', await announced()))).toEqual(['NOT_FOUND']);
    await stage.arrange(`UPDATE topics SET state = 'IN_PRE_CONFERENCE' WHERE id = $1`, [topic.id]);
    expect(codesOf(await draft())).toEqual(['ITEM_NOT_OPEN']);
    await onAgendaOf('AK5', 'geschaeftsfuehrung.ak5', false);
    const input = { agendaItemId: item.itemId, party: 'HE', text: TEXT, reason: 'Telefonisch' };
    const early = transition.begin(stage.person('geschaeftsstelle'), 'announceStatementOnBehalf', input);
    expect(codesOf(await early)).toEqual(['ITEM_NOT_OPEN']);
  });

  it('are told to the members of the committee alone', async () => {
    const { id } = await announced();
    const [message] = await stage.arrange<Parameters<NotifyPartiesOfStatementJob['run']>[1]>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = 'statement.announced' AND record_id = $1`,
      [id],
    );
    if (message === undefined) throw new Error('Nothing was told');
    const job = new NotifyPartiesOfStatementJob(topics, new Offices(stage.clock), new Notifications(stage.clock));
    await stage.database.write(SYSTEM, (tx) => job.run(tx, message));
    const told = await stage.arrange('SELECT FROM notifications WHERE message_id = $1', [message.id]);
    // 14 Länder beside Hessen and Thüringen, the Bund, and the secretariat.
    expect(told).toHaveLength(16);
  });

  it('are made in the pre-conference too, where the chair sits and the committees do not', async () => {
    await onAgendaOf('PRE_CONFERENCE', 'geschaeftsstelle');
    expect(await readersOf(await announced())).toEqual([
      'koordination.he',
      'koordination.by',
      'koordination.th',
      'koordination.bund',
      'geschaeftsstelle',
      'vorsitz.hh',
    ]);
    const found = await stage.database.read(stage.person('vorsitz.hh'), (tx) => places.itemsOfBodies(tx, [topic.id]));
    expect(found.get(topic.id)).toBe(item.itemId);
  });

  it('are found from the topic while the committee deals with it', async () => {
    const itemOf = async () =>
      (await stage.database.read(stage.person('koordination.he'), (tx) => places.itemsOfBodies(tx, [topic.id]))).get(
        topic.id,
      );
    expect(await itemOf()).toBe(item.itemId);
    await stage.arrange(`UPDATE topics SET state = 'IN_PRE_CONFERENCE' WHERE id = $1`, [topic.id]);
    expect(await itemOf()).toBeUndefined();
  });

  async function entryInMinutes() {
    const { database, clock } = stage;
    const records = new MinutesRecords();
    const sessions = new Sessions();
    const sources = new MinutesSources(topics, agendas, statements);
    const session = new SessionTransitionHandler(database, sessions, new Conferences(), clock);
    const minutes = new MinutesTransitionHandler(
      database,
      records,
      sources,
      new MinutesSessions(sessions, session),
      clock,
    );
    const drafted = await minutes.draft(stage.person('geschaeftsfuehrung.ak5'), item.sessionId);
    if (!drafted.ok) throw new Error('The minutes could not be written');
    return database.read(stage.person('vorsitz.ak5'), async (tx) => {
      const { id } = drafted.minutes;
      const [version] = (await records.versionsByMinutes(tx, [id])).get(id) ?? [];
      const entries = (await records.entriesByVersions(tx, [version?.id ?? ''])).get(version?.id ?? '');
      return entries?.get(item.itemId);
    });
  }
});
