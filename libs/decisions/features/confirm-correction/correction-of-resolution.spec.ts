import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AgendasModule } from '#agendas';
import { Conferences } from '#conferences';
import { DecisionsModule } from '#decisions';
import { Notifications } from '#notifications';
import { ALL_AUDIENCE, Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { textHash } from '#proposals';
import { aBallotStage, listening, type BallotStage, type ListeningStage } from '#testing/agendas';
import { TopicRepository } from '#topics';
import { CorrectionTransitionHandler, type CorrectionAnswer } from '../../correction-transition.handler.js';
import { Corrections, type StoredCorrection } from '../../persistence/correction.repository.js';
import { Resolutions } from '../../persistence/resolution.repository.js';
import { PrintedCollectionQuery } from '../print-collection/printed-collection.query.js';
import { NotifyOfCorrectionJob } from './notify-of-correction.job.js';

const codesOf = (answer: CorrectionAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const ADOPTED = 'Die IMK bittet bis zum 31. Juni 2027 um einen Bericht.';
const CORRECTED = 'Die IMK bittet bis zum 30. Juni 2027 um einen Bericht.';

describe('The correction of a resolution', () => {
  const corrections = new Corrections();
  let stage: BallotStage;
  let http: ListeningStage;
  let transition: CorrectionTransitionHandler;
  let resolutionId: string;
  let topicId: string;
  let clauseId: string;

  beforeAll(async () => {
    stage = await aBallotStage();
    transition = new CorrectionTransitionHandler(stage.database, corrections, stage.clock);
    http = await listening(stage, [AgendasModule, DecisionsModule]);
  });

  afterAll(async () => {
    await http.close();
    await stage.close();
  });

  beforeEach(async () => {
    await adopt(ALL_AUDIENCE);
  });

  async function adopt(audience: readonly number[]): Promise<void> {
    const topic = await stage.placeTopic({ state: 'DECIDED', outcome: 'ADOPTED' });
    [resolutionId, clauseId, topicId] = [newId(), newId(), topic.id];
    const clauses = [{ id: clauseId, number: null, text: ADOPTED, children: [] }];
    await stage.arrange(
      `INSERT INTO resolutions (id, topic_id, conference_id, text_hash, outcome, title, clauses, adopted_on,
         release_wish, audience) VALUES ($1, $2, $3, $4, 'ADOPTED', 'Bericht', $5, '2026-12-03', true, $6)`,
      [resolutionId, topicId, stage.conferenceId, textHash(clauses), JSON.stringify(clauses), audience],
    );
  }

  const given = (answer: CorrectionAnswer): StoredCorrection => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.correction;
  };

  const propose = (mail = 'geschaeftsstelle', text = CORRECTED, reason = 'Den 31. Juni gibt es nicht.') =>
    transition.propose(stage.person(mail), { resolutionId, clauses: [{ id: clauseId, text }], reason });

  const confirm = ({ id, revision, textHash: hash }: StoredCorrection, mail = 'vorsitz.hh') =>
    transition.execute(stage.person(mail), 'confirmCorrection', {
      correctionId: id,
      expectedRevision: revision,
      textHash: hash,
    });

  const seenBy = (mail: string): Promise<readonly StoredCorrection[] | undefined> =>
    stage.database.read(stage.person(mail), async (tx) =>
      (await corrections.correctionsByResolutions(tx, [resolutionId])).get(resolutionId),
    );

  it('leaves what was adopted as it is, to the byte, and keeps the ids of clauses', async () => {
    const before = await stage.arrange('SELECT * FROM resolutions WHERE id = $1', [resolutionId]);
    const made = given(await confirm(given(await propose())));
    expect(made).toMatchObject({ number: 1, state: 'CONFIRMED', clauses: [{ id: clauseId, text: CORRECTED }] });
    expect(await stage.arrange('SELECT * FROM resolutions WHERE id = $1', [resolutionId])).toEqual(before);
    const query = `query ($id: ID!) { topic(id: $id) { resolution { clauses { text } corrections {
      number stateLabel reason clauses { text } history { label } availableActions { available } }
      availableActions { action available } } } }`;
    const { data } = await http.graphql('koordination.he', query, { id: topicId });
    expect(data.topic.resolution).toMatchObject({
      clauses: [{ text: ADOPTED }],
      corrections: [{ number: 1, stateLabel: 'Bestätigt', clauses: [{ text: CORRECTED }] }],
      availableActions: [{ action: 'proposeCorrection', available: false }],
    });
  });

  it('stands in the draft of the collection with its number and day, once it is confirmed', async () => {
    const query = new PrintedCollectionQuery(stage.database, new Conferences(), new Resolutions(), stage.clock);
    const printed = async () => {
      const document = await query.execute(stage.person('koordination.he'), stage.conferenceId);
      return document?.resolutions.map(({ clauses, corrections }) => [clauses[0]?.text, corrections]).at(-1);
    };
    const proposed = given(await propose());
    expect(await printed()).toEqual([ADOPTED, undefined]);
    given(await confirm(proposed));
    expect(await printed()).toEqual([CORRECTED, [{ number: 1, correctedOn: '2026-11-10' }]]);
  });

  it('takes four eyes: the secretariat proposes, the chair confirms', async () => {
    for (const mail of ['koordination.he', 'vorsitz.hh', 'fachreferat.he', 'vorsitz.ak5']) {
      expect(codesOf(await propose(mail))).toEqual(['NOT_ENTITLED']);
    }
    for (const mail of ['technik', 'gast.ak5', 'vorsitz.mv'])
      expect(codesOf(await propose(mail))).toEqual(['NOT_FOUND']);
    const proposed = given(await propose());
    expect(codesOf(await confirm(proposed, 'geschaeftsstelle'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await confirm(proposed, 'koordination.he'))).toEqual(['NOT_FOUND']);
  });

  it('is seen by all who read the resolution once it is confirmed, and before by nobody else', async () => {
    const proposed = given(await propose());
    expect(await seenBy('vorsitz.hh')).toHaveLength(1);
    for (const mail of ['koordination.he', 'technik', 'gast.ak5']) expect(await seenBy(mail)).toEqual([]);
    given(await confirm(proposed));
    expect(await seenBy('koordination.he')).toHaveLength(1);
    for (const mail of ['technik', 'gast.ak5']) expect(await seenBy(mail)).toEqual([]);
  });

  it('of a restricted resolution is seen by the parties named alone', async () => {
    await adopt([0, 2, 201, 202]);
    given(await confirm(given(await propose())));
    expect(await seenBy('koordination.by')).toHaveLength(1);
    expect(await seenBy('koordination.he')).toEqual([]);
  });

  it('is proposed once at a time, and decided once when asked twice at once', async () => {
    const answers = await Promise.all([propose(), propose()]);
    expect(answers.flatMap(codesOf)).toEqual(['CORRECTION_PROPOSED']);
    const proposed = answers.find(({ ok }) => ok);
    if (proposed === undefined) throw new Error('Nothing was proposed');
    const decided = await Promise.all([confirm(given(proposed)), confirm(given(proposed))]);
    expect(decided.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('is corrected by a further one', async () => {
    given(await confirm(given(await propose())));
    expect(codesOf(await propose())).toEqual(['NOTHING_CORRECTED']);
    expect(given(await confirm(given(await propose('geschaeftsstelle', ADOPTED))))).toMatchObject({ number: 2 });
  });

  it('is told to all who read the resolution', async () => {
    const { id } = given(await confirm(given(await propose())));
    const [message] = await stage.arrange<Parameters<NotifyOfCorrectionJob['run']>[1]>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = 'correction.made' AND record_id = $1`,
      [id],
    );
    if (message === undefined) throw new Error('Nothing was told');
    const told = new Notifications(stage.clock);
    const job = new NotifyOfCorrectionJob(new TopicRepository(), new Offices(stage.clock), told);
    for (const turn of [message, message]) await stage.database.write(SYSTEM, (tx) => job.run(tx, turn));
    // 16 Länder, the Bund and the secretariat.
    expect(await stage.arrange('SELECT FROM notifications WHERE message_id = $1', [message.id])).toHaveLength(18);
  });

  it.each([
    `UPDATE resolution_corrections SET text_hash = 'x' WHERE id = $1`,
    `UPDATE resolution_corrections SET state = 'REJECTED', number = NULL WHERE id = $1`,
    'DELETE FROM resolution_corrections WHERE id = $1',
  ])('is kept as confirmed, whoever tries: %s', async (tampering) => {
    const { id } = given(await confirm(given(await propose())));
    await expect(stage.arrange(tampering, [id])).rejects.toThrow('cannot be changed');
  });
});
