import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences } from '#conferences';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, type Topic } from '#topics';
import { StatementPlaces } from '../../persistence/statement-places.js';
import { Statements, type StoredStatement } from '../../persistence/statement.repository.js';
import { StatementTransitionHandler, type StatementAnswer } from '../../statement-transition.handler.js';
import { NotifyPartiesOfStatementJob } from '../announce-statement/notify-parties-of-statement.job.js';
import { NotifyOfCosignaturesJob } from './notify-of-cosignatures.job.js';
import { NotifyCosignersOfChangedStatementJob } from '../edit-statement/notify-cosigners-of-changed-statement.job.js';

const codesOf = (answer: StatementAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const TEXT = 'Hessen legt Wert auf die Feststellung, dass die Kosten offen sind.';

describe('Statements for the record', () => {
  const statements = new Statements();
  const topics = new TopicRepository();
  let stage: BallotStage;
  let transition: StatementTransitionHandler;
  let topic: Topic;
  let itemId: string;

  beforeAll(async () => {
    stage = await aBallotStage();
    const places = new StatementPlaces(topics, new Agendas(), new Conferences());
    transition = new StatementTransitionHandler(stage.database, statements, places, stage.clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    ({ topic, itemId } = await stage.placeItem());
  });

  const given = (answer: StatementAnswer): StoredStatement => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.statement;
  };

  const draft = (mail = 'koordination.he', party = 'HE', text = TEXT, agendaItemId = itemId) =>
    transition.begin(stage.person(mail), 'draftStatement', { agendaItemId, party, text });

  const act = (
    mail: string,
    action: Parameters<StatementTransitionHandler['execute']>[1]['action'],
    { id, revision }: StoredStatement,
    input: object = {},
  ) =>
    transition.execute(stage.person(mail), {
      statementId: id,
      ...(action === 'cosignStatement' || action === 'withdrawCosignature' ? {} : { expectedRevision: revision }),
      action,
      input,
    });

  const announced = async (): Promise<StoredStatement> =>
    given(await act('koordination.he', 'announceStatement', given(await draft())));

  const join = (party: string, { id, textHash }: StoredStatement) =>
    transition.execute(stage.person(`koordination.${party.toLowerCase()}`), {
      statementId: id,
      action: 'cosignStatement',
      input: { party, textHash },
    });

  const seenBy = async (mail: string): Promise<readonly StoredStatement[]> =>
    stage.database.read(stage.person(mail), async (tx) => {
      return (await statements.statementsByTopics(tx, [topic.id])).get(topic.id) ?? [];
    });

  it('are drafted by a party for itself, announced, joined and recorded', async () => {
    const statement = await announced();
    given(await join('BE', statement));
    const joined = given(await join('BUND', statement));
    expect(joined).toMatchObject({ state: 'COSIGNED', cosignatures: [{ party: 'BE' }, { party: 'BUND' }] });
    const recorded = given(await act('geschaeftsstelle', 'recordStatement', joined));
    expect(recorded).toMatchObject({ state: 'RECORDED', text: TEXT });
    expect(await stage.database.read(SYSTEM, (tx) => statements.recordedOfTopic(tx, topic.id))).toHaveLength(1);
    const history = await stage.arrange(`SELECT event FROM history WHERE record_id = $1 ORDER BY sequence`, [
      statement.id,
    ]);
    expect(history).toEqual(
      ['drafted', 'announced', 'cosigned', 'cosigned', 'recorded'].map((each) => ({ event: `statement.${each}` })),
    );
  });

  it.each([
    ['for another Land', 'koordination.by', 'HE', ['NOT_ENTITLED']],
    ['by an expert', 'fachreferat.he', 'HE', ['NOT_ENTITLED']],
    ['by the chair', 'vorsitz.hh', 'HH', ['NOT_ENTITLED']],
    ['by the secretariat as a draft', 'geschaeftsstelle', 'HE', ['NOT_ENTITLED']],
    ['by the technical administration, which does not even see the item', 'technik', 'HE', ['NOT_FOUND']],
    ['for no Land', 'koordination.he', 'XX', ['UNKNOWN_PARTY']],
  ])('are not made %s', async (_how, mail, party, codes) => {
    expect(codesOf(await draft(mail, party))).toEqual(codes);
  });

  it('are not made by a guest of the committee, who sees the topic', async () => {
    expect(await stage.database.read(stage.person('gast.ak5'), (tx) => topics.findTopic(tx, topic.id))).not.toBeNull();
    expect((await draft('gast.ak5')).ok).toBe(false);
    await announced();
    expect(await seenBy('gast.ak5')).toEqual([]);
  });

  it('are not made without the right to', async () => {
    const set = (may: boolean) =>
      stage.arrange(`UPDATE memberships SET may_declare = $1 WHERE party_code = 'SL'`, [may]);
    await set(false);
    expect(codesOf(await draft('koordination.sl', 'SL'))).toEqual(['PARTY_MAY_NOT_DECLARE']);
    await set(true);
    expect(codesOf(await draft('koordination.sl', 'SL'))).toEqual([]);
  });

  it('belong to their author alone until they are announced', async () => {
    const statement = given(await draft());
    for (const mail of ['geschaeftsstelle', 'vorsitz.hh', 'koordination.by', 'technik', 'vorsitz.ak5']) {
      expect(await seenBy(mail)).toEqual([]);
      expect(codesOf(await act(mail, 'withdrawStatement', statement))).toEqual(['NOT_FOUND']);
    }
    expect(await seenBy('leser.he')).toMatchObject([{ id: statement.id }]);
    given(await act('koordination.he', 'announceStatement', statement));
    for (const mail of ['geschaeftsstelle', 'koordination.by', 'vorsitz.ak5']) {
      expect(await seenBy(mail)).toMatchObject([{ id: statement.id }]);
    }
    expect(await seenBy('technik')).toEqual([]);
  });

  it('are withdrawn before anybody has seen them, and nobody ever will', async () => {
    given(await act('koordination.he', 'withdrawStatement', given(await draft())));
    expect(await seenBy('geschaeftsstelle')).toEqual([]);
  });

  it('follow the topic: who no longer sees it does not see what was said on it', async () => {
    const statement = await announced();
    await stage.arrange(`UPDATE topics SET audience = '{-105,0,2,201,203}' WHERE id = $1`, [topic.id]);
    const [row] = await stage.arrange('SELECT audience FROM statements WHERE id = $1', [statement.id]);
    expect(row).toEqual({ audience: [0, 2, 201, 7] });
    expect(await seenBy('koordination.be')).toEqual([]);
    expect(await seenBy('koordination.by')).toHaveLength(1);
  });

  it('are not announced once the item is decided, nor made on a fireside talk', async () => {
    const statement = given(await draft());
    await stage.arrange(`UPDATE topics SET state = 'DECIDED', outcome = 'NOTED' WHERE id = $1`, [topic.id]);
    expect(codesOf(await act('koordination.he', 'announceStatement', statement))).toEqual(['ITEM_NOT_OPEN']);
    expect(codesOf(await draft())).toEqual(['ITEM_NOT_OPEN']);
    const fireside = await stage.placeItem({ kind: 'FIRESIDE', proposalVersionId: null, proposalTextHash: null });
    expect(codesOf(await draft('koordination.he', 'HE', TEXT, fireside.itemId))).toEqual(['FIRESIDE_HAS_NO_STATEMENT']);
  });

  it('are refused to a fireside talk by the database too', async () => {
    const fireside = await stage.placeItem({ kind: 'FIRESIDE', proposalVersionId: null, proposalTextHash: null });
    const { id } = await announced();
    const adding = stage.arrange(
      `INSERT INTO statements SELECT (jsonb_populate_record(statements, $1)).* FROM statements WHERE id = $2`,
      [JSON.stringify({ id: newId(), topic_id: fireside.topic.id, agenda_item_id: fireside.itemId }), id],
    );
    await expect(adding).rejects.toThrow('no fireside talk');
  });

  it('are told apart when two are made at once, and recorded once when asked twice at once', async () => {
    const statement = await announced();
    const answers = await Promise.all([
      act('geschaeftsstelle', 'recordStatement', statement),
      act('geschaeftsstelle', 'recordStatement', statement),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('are joined by several parties in the same second, by each once', async () => {
    const statement = await announced();
    const answers = await Promise.all(['BE', 'BY', 'BUND', 'BE'].map((party) => join(party, statement)));
    expect(answers.flatMap(codesOf)).toEqual(['ALREADY_COSIGNED']);
    const [seen] = await seenBy('koordination.th');
    expect(seen?.cosignatures.map(({ party }) => party).sort()).toEqual(['BE', 'BUND', 'BY']);
  });

  it('are not recorded with a text the secretariat has not read', async () => {
    const statement = await announced();
    given(await act('koordination.he', 'editStatement', statement, { text: 'Anders.' }));
    expect(codesOf(await act('geschaeftsstelle', 'recordStatement', statement))).toEqual(['CHANGED_MEANWHILE']);
  });

  it('end the co-signatures with the text; who had joined is asked anew', async () => {
    const statement = await announced();
    const joined = given(await join('BE', statement));
    const changed = given(await act('koordination.he', 'editStatement', joined, { text: 'Anders.' }));
    expect(changed).toMatchObject({ state: 'ANNOUNCED', cosignatures: [{ endedBecause: 'TEXT_CHANGED' }] });
    expect(codesOf(await join('BE', joined))).toEqual(['TEXT_HASH_MISMATCH']);
    expect(codesOf(await join('BE', changed))).toEqual([]);
    const job = new NotifyCosignersOfChangedStatementJob(new Offices(stage.clock), new Notifications(stage.clock));
    expect(await toldBy(job, 'statement.textChanged', statement.id)).toHaveLength(1);
  });

  it('let a party leave until they are recorded', async () => {
    const joined = given(await join('BE', await announced()));
    expect(codesOf(await act('koordination.by', 'withdrawCosignature', joined, { party: 'BE' }))).toContain(
      'NOT_ENTITLED',
    );
    const left = given(await act('koordination.be', 'withdrawCosignature', joined, { party: 'BE' }));
    expect(left).toMatchObject({ state: 'ANNOUNCED', cosignatures: [{ endedBecause: 'WITHDRAWN' }] });
    const recorded = given(await act('geschaeftsstelle', 'recordStatement', left));
    expect(codesOf(await join('BY', recorded))).toEqual(['NOT_POSSIBLE_IN_STATE']);
  });

  it('are told of to their author when others join or leave, to those who joined when they are withdrawn', async () => {
    const job = new NotifyOfCosignaturesJob(new Offices(stage.clock), new Notifications(stage.clock));
    const joined = given(await join('BUND', given(await join('BE', await announced()))));
    const left = given(await act('koordination.be', 'withdrawCosignature', joined, { party: 'BE' }));
    given(await act('koordination.he', 'withdrawStatement', left));
    const toAuthor = [{ kind: 'statement-cosigned', who: 'koordination.he' }];
    expect(await toldBy(job, 'statement.cosigned', joined.id)).toEqual(toAuthor);
    expect(await toldBy(job, 'statement.cosignatureWithdrawn', joined.id)).toEqual(toAuthor);
    expect(await toldBy(job, 'statement.withdrawn', joined.id)).toEqual([
      { kind: 'statement-withdrawn', who: 'geschaeftsstelle' },
      { kind: 'statement-withdrawn', who: 'koordination.bund' },
    ]);
    const unknown = given(await draft());
    given(await act('koordination.he', 'withdrawStatement', unknown));
    expect(await toldBy(job, 'statement.withdrawn', unknown.id)).toEqual([]);
  });

  it('belong to the thread of their topic, as everything that is told of it', async () => {
    const { id, topicId } = await announced();
    const threads = await stage.arrange(
      `SELECT thread_of_record('statement', $1) = thread_of_record('topic', $2) AS same,
         thread_of_record('statement', $1) = $2 AS "namesTopic"`,
      [id, topicId],
    );
    expect(threads).toEqual([{ same: true, namesTopic: false }]);
  });

  it('are announced on behalf of a party by the secretariat, with both names', async () => {
    const input = { agendaItemId: itemId, party: 'BUND', text: TEXT, reason: 'Telefonisch' };
    const answer = await transition.begin(stage.person('geschaeftsstelle'), 'announceStatementOnBehalf', input);
    expect(given(answer)).toMatchObject({ party: 'BUND', authorName: null, onBehalfBy: 'Person geschaeftsstelle' });
    const job = new NotifyPartiesOfStatementJob(topics, new Offices(stage.clock), new Notifications(stage.clock));
    // 16 Länder that may join, and the Bund whose statement it is.
    expect(await toldBy(job, 'statement.announcedOnBehalf', given(answer).id)).toHaveLength(17);
  });

  it.each([
    [`UPDATE statements SET text = 'x', text_hash = encode(sha256('x'), 'hex')`, 'cannot be changed'],
    [`UPDATE statements SET state = 'WITHDRAWN', recorded_at = NULL`, 'cannot be changed'],
    ['DELETE FROM statements', 'cannot be changed'],
    [`UPDATE statement_cosignatures SET ended_at = now(), ended_because = 'WITHDRAWN'`, 'can only be given'],
    ['DELETE FROM statement_cosignatures', 'can only be given'],
  ])('are kept as recorded, whoever tries: %s', async (tampering, message) => {
    const joined = given(await join('BE', await announced()));
    given(await act('geschaeftsstelle', 'recordStatement', joined));
    const where = tampering.includes('cosignatures') ? 'statement_id' : 'id';
    await expect(stage.arrange(`${tampering} WHERE ${where} = $1`, [joined.id])).rejects.toThrow(message);
  });

  it('have the text their hash says', async () => {
    const { id } = given(await draft());
    const tampering = stage.arrange(`UPDATE statements SET text = 'anders' WHERE id = $1`, [id]);
    await expect(tampering).rejects.toThrow('statements_text_hash');
  });

  type Message = Parameters<NotifyPartiesOfStatementJob['run']>[1];

  /** Runs the job twice and answers whom it told. */
  async function toldBy(
    job: { run: NotifyPartiesOfStatementJob['run'] },
    event: string,
    recordId: string,
  ): Promise<readonly unknown[]> {
    const [message] = await stage.arrange<Message>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = $1 AND record_id = $2`,
      [event, recordId],
    );
    if (message === undefined) throw new Error('Nothing was told');
    for (const turn of [message, message]) await stage.database.write(SYSTEM, (tx) => job.run(tx, turn));
    return stage.arrange(
      `SELECT kind, split_part(mail::text, '@', 1) AS who FROM notifications JOIN people ON people.id = recipient_id
       WHERE message_id = $1 ORDER BY 2`,
      [message.id],
    );
  }
});
