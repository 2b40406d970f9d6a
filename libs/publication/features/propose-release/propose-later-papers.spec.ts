import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { anAdoptedResolution } from '#testing/agendas';
import { aPublishingStage, type PublishingStage } from '#testing/publication';

describe('What comes after a resolution', () => {
  let stage: PublishingStage;

  beforeAll(async () => {
    stage = await aPublishingStage();
  });
  afterAll(() => stage.close());

  const grantAll = async (): Promise<void> => {
    const rows = await stage.arrange<{ id: string }>(`SELECT id FROM releases WHERE state = 'PROPOSED'`);
    await stage.arrange(`UPDATE releases SET objections_until = $1 WHERE state = 'PROPOSED'`, [stage.clock.now()]);
    for (const { id } of rows) {
      const granting = { releaseId: id, expectedRevision: 1, action: 'grantRelease' } as const;
      await stage.transition.execute(stage.person('geschaeftsstelle'), granting);
    }
  };

  it('a recorded statement is proposed by itself, and public beneath its resolution in the words of the party', async () => {
    const [{ topicId }] = await stage.release();
    const statementId = newId();
    const body = 'Bayern erklärt: <Es bleibt dabei.>';
    await stage.arrange(
      `INSERT INTO statements (id, topic_id, written_procedure_id, party, text, text_hash, state, is_late, author_name,
         announced_at, recorded_at, created_at, updated_at, revision, audience)
       VALUES ($1, $2, $3, 'BY', $4, encode(sha256(convert_to($4, 'UTF8')), 'hex'), 'RECORDED', false, 'Kim Beispiel',
         $5, $5, $5, $5, 1, array(SELECT generate_series(0, 202)))`,
      [statementId, topicId, newId(), body, stage.clock.now()],
    );
    await stage.proposeFor('statement.recorded', statementId);
    await stage.proposeFor('statement.recorded', statementId);
    const proposed = await stage.arrange('SELECT title, state FROM releases WHERE object_id = $1', [statementId]);
    expect(proposed).toEqual([{ title: 'Erklärung zu Protokoll: Bayern', state: 'PROPOSED' }]);
    await grantAll();
    await stage.publish();
    expect(await stage.publicly('SELECT parties, body FROM publication.statements')).toEqual([
      { parties: ['BY'], body },
    ]);
    const changed = stage.database.write(stage.person('vorsitz.hh'), (tx) =>
      tx.execute(`UPDATE publication.statements SET body = 'Anders'`),
    );
    await expect(changed).rejects.toThrow('as it was recorded');
  });

  it('what was declared in a committee stays there', async () => {
    const [{ topicId }] = await stage.release();
    const statementId = newId();
    await stage.arrange(
      `INSERT INTO statements (id, topic_id, written_procedure_id, party, text, text_hash, state, is_late, author_name,
         announced_at, recorded_at, created_at, updated_at, revision, readers, audience)
       VALUES ($1, $2, $3, 'BY', 'Nein.', encode(sha256('Nein.'), 'hex'), 'RECORDED', false, 'Kim Beispiel',
         $4, $4, $4, $4, 1, '{0,2,105,201}', '{0,2,105,201}')`,
      [statementId, topicId, newId(), stage.clock.now()],
    );
    await stage.proposeFor('statement.recorded', statementId);
    expect(await stage.arrange('SELECT FROM releases WHERE object_id = $1', [statementId])).toEqual([]);
  });

  it('a correction is proposed by itself, and public as it was confirmed', async () => {
    const [{ topicId, objectId }] = await stage.release();
    const correctionId = newId();
    const clauses = [
      { id: newId(), number: null, text: 'Die IMK nimmt den berichtigten Bericht zur Kenntnis.', children: [] },
    ];
    await stage.arrange(
      `INSERT INTO resolution_corrections (id, resolution_id, topic_id, number, clauses, text_hash, reason, state,
         proposed_at, proposed_by, decided_at, decided_by, revision, audience)
       VALUES ($1, $2, $3, 1, $4, $5, 'Schreibfehler', 'CONFIRMED', $6, 'Kim', $6, 'Toni', 2,
         array(SELECT generate_series(0, 202)))`,
      [correctionId, objectId, topicId, JSON.stringify(clauses), 'b'.repeat(64), stage.clock.now()],
    );
    await stage.proposeFor('correction.made', correctionId);
    await grantAll();
    await stage.publish();
    expect(await stage.publicly('SELECT number, clauses FROM publication.corrections')).toEqual([
      { number: 1, clauses },
    ]);
    const changed = stage.database.write(stage.person('vorsitz.hh'), (tx) =>
      tx.execute(`UPDATE publication.corrections SET clauses = '[]'`),
    );
    await expect(changed).rejects.toThrow('as it was confirmed');
  });

  it('an objection given in writing stands against the resolution and its papers, known to its party alone', async () => {
    const paper = { id: newId(), title: 'Bericht', asOf: null, originator: null };
    const attachments = [{ ...paper, classification: 'INTERNAL' as const, releaseWish: true }];
    const { topic } = await anAdoptedResolution(stage, { attachments });
    const procedureId = newId();
    const now = stage.clock.now();
    const later = new Date(now.getTime() + 86_400_000);
    await stage.arrange(
      `INSERT INTO written_procedures (id, topic_id, conference_id, profile_code, state, request_reason, requested_at,
         number_year, number, round, text_hash, silence_rule, started_at, closes_at, revision, audience)
       VALUES ($1, $2, $3, 'IMK', 'RUNNING', 'Eilbedürftig', $4, 2026, 1, 1, $5, 'ALL_MUST_VOTE', $4, $6, 1,
         array(SELECT generate_series(0, 202)))`,
      [procedureId, topic.id, stage.conferenceId, now, topic.proposalTextHash, later],
    );
    for (const [party, code, objects] of [
      ['BY', 2, true],
      ['BE', 3, true],
      ['HE', 7, false],
    ] as const) {
      await stage.arrange(
        `INSERT INTO written_release_votes (id, procedure_id, topic_id, round, party, objects, version, given_at, given_by,
           person_id, audience) VALUES ($1, $2, $3, 1, $4, $5, 1, $6, 'Kim', $1, $7)`,
        [newId(), procedureId, topic.id, party, objects, now, [0, code]],
      );
    }
    await stage.proposeAgain(topic.id);
    const [release, ofPaper] = await stage.arrange<{ id: string }>(
      'SELECT id, state, revision FROM releases WHERE topic_id = $1 ORDER BY object_kind DESC',
      [topic.id],
    );
    expect(release).toMatchObject({ state: 'BLOCKED', revision: 2 });
    expect(ofPaper).toMatchObject({ state: 'BLOCKED', revision: 2 });
    const seenBy = async (mail: string): Promise<readonly string[]> => {
      const ids = [release?.id ?? ''];
      const found = await stage.database.read(stage.person(mail), (tx) =>
        stage.objections.objectionsByReleases(tx, ids),
      );
      return [...found.values()].flat().map(({ party, state }) => `${party} ${state}`);
    };
    expect(await seenBy('koordination.by')).toEqual(['BY STANDING']);
    expect(await seenBy('koordination.he')).toEqual([]);
    expect(await seenBy('geschaeftsstelle')).toEqual([]);
  });
});
