import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { actorAs, actorWith } from '#testing';
import { aPublishingStage, type PublishingStage } from '#testing/publication';
import type { PublicationAnswer } from '../../publication-transition.js';

const codesOf = (answer: PublicationAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const anAttachment = (title: string, releaseWish = true) => ({
  id: newId(),
  title,
  asOf: '2015-09-28',
  originator: 'AK V',
  classification: 'INTERNAL' as const,
  releaseWish,
});

describe('A publication', () => {
  let stage: PublishingStage;

  beforeEach(async () => {
    stage = await aPublishingStage();
  });
  afterEach(() => stage.close());

  const approveAs = (mail: string, { id, revision }: { readonly id: string; readonly revision: number }) =>
    stage.approve.execute(stage.person(mail), { publicationId: id, expectedRevision: revision });

  const shown = () =>
    stage.publicly<{ kind: string; title: string }>(
      `SELECT 'RESOLUTION' AS kind, title FROM publication.resolutions
       UNION ALL SELECT 'ATTACHMENT', title FROM publication.attachments ORDER BY kind, title`,
    );

  it('makes nothing public until another person approves it', async () => {
    await stage.release();
    const publication = await stage.prepared();
    expect(publication).toMatchObject({
      state: 'PREPARED',
      report: { becomesPublic: [{ title: 'Bundesweiter Warntag' }], staysBack: [] },
    });
    expect(await shown()).toEqual([]);
    expect(await approveAs('vorsitz.hh', publication)).toMatchObject({ ok: true, publication: { state: 'APPROVED' } });
    expect(await shown()).toEqual([{ kind: 'RESOLUTION', title: 'Bundesweiter Warntag' }]);
  });

  it('is refused to the one who prepared it, whatever else that person is; the database refuses as well', async () => {
    await stage.release();
    const secretariat = stage.person('geschaeftsstelle');
    const both = actorWith(secretariat, { ...stage.person('vorsitz.hh'), personId: secretariat.personId });
    const { id, revision } = await stage.prepared();
    for (const actor of [secretariat, both]) {
      const answer = await stage.approve.execute(actor, { publicationId: id, expectedRevision: revision });
      expect(codesOf(answer)).toEqual(['SAME_PERSON']);
    }
    const past = stage.arrange(
      `UPDATE publications SET state = 'APPROVED', approved_by = prepared_by, approved_by_name = 'x', approved_at = now()`,
    );
    await expect(past).rejects.toThrow('publications_four_eyes');
    const inAnothersName = stage.database.write(secretariat, (tx) =>
      tx.execute(
        `UPDATE publications SET state = 'APPROVED', approved_by = $1, approved_by_name = 'x', approved_at = now()`,
        [stage.person('vorsitz.hh').personId],
      ),
    );
    await expect(inAnothersName).rejects.toThrow('row-level security');
  });

  it('may be approved by a second member of the secretariat, and by nobody outside the two offices', async () => {
    await stage.release();
    const publication = await stage.prepared();
    for (const mail of ['koordination.he', 'vorsitz.by', 'vorsitz.ak5', 'gast.ak5', 'technik']) {
      expect(codesOf(await approveAs(mail, publication))).toEqual(['NOT_FOUND']);
    }
    expect(codesOf(await stage.prepare.execute(stage.person('vorsitz.hh'), stage.conferenceId))).toEqual([
      'NOT_ENTITLED',
    ]);
    const personId = stage.person('koordination.th').personId ?? '';
    const colleague = actorAs({ role: 'SECRETARIAT', personId, name: 'Toni Muster' });
    const { id: publicationId, revision: expectedRevision } = publication;
    expect(codesOf(await stage.approve.execute(colleague, { publicationId, expectedRevision }))).toEqual([]);
  });

  it('approved twice at once happens once', async () => {
    await stage.release();
    const publication = await stage.prepared();
    const answers = await Promise.all([1, 2].map(() => approveAs('vorsitz.hh', publication)));
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
    expect(await stage.arrange('SELECT revision FROM releases')).toEqual([{ revision: 3 }]);
  });

  it('prepared twice at once is prepared once', async () => {
    await stage.release();
    const secretariat = stage.person('geschaeftsstelle');
    const answers = await Promise.all([1, 2].map(() => stage.prepare.execute(secretariat, stage.conferenceId)));
    expect(answers.flatMap(codesOf)).toEqual(['ALREADY_PREPARED']);
  });

  it('is refused when what was read is no longer true', async () => {
    await stage.release();
    const publication = await stage.prepared();
    await stage.release({ title: 'Erst danach freigegeben' });
    expect(codesOf(await approveAs('vorsitz.hh', publication))).toEqual(['REPORT_OUTDATED']);
    expect(await shown()).toEqual([]);
  });

  it('shows an attachment beneath its resolution, and marks the citation of one that is not released', async () => {
    const attachments = [anAttachment('Lagebild'), anAttachment('Vertraulicher Bericht', false)];
    await stage.release({ attachments });
    await stage.publish();
    expect(await shown()).toEqual([
      { kind: 'ATTACHMENT', title: 'Lagebild' },
      { kind: 'RESOLUTION', title: 'Bundesweiter Warntag' },
    ]);
    // The title of a report that the text does not cite is nowhere to be read.
    expect(await stage.publicly('SELECT unreleased_citations FROM publication.resolutions')).toEqual([
      { unreleased_citations: [] },
    ]);
  });

  it('lists each clause with its address', async () => {
    await stage.release();
    await stage.publish();
    expect(await stage.publicly('SELECT anchor, number, body FROM publication.clauses ORDER BY position')).toEqual([
      { anchor: 'ziffer-1', number: '1', body: 'Die IMK nimmt den Bericht zur Kenntnis.' },
      { anchor: 'ziffer-2', number: '2', body: 'Sie bittet den AK V, erneut zu berichten.' },
    ]);
  });

  it('cannot show a text that was not adopted, nor anything without its release', async () => {
    const [release] = await stage.release();
    await stage.publish();
    const asChair = (statement: string, values: readonly unknown[] = []) =>
      stage.database.write(stage.person('vorsitz.hh'), (tx) => tx.execute(statement, values));
    await expect(asChair(`UPDATE publication.resolutions SET title = 'Anders'`)).rejects.toThrow('as it was adopted');
    await expect(
      asChair(`UPDATE publication.resolutions SET clauses = jsonb_set(clauses, '{0,text}', '"Anders"')`),
    ).rejects.toThrow('as it was adopted');
    await expect(
      asChair(`UPDATE releases SET state = 'WITHDRAWN', withdrawn_at = now() WHERE id = $1`, [release.id]),
    ).rejects.toThrow('no longer public');
    const [unreleased] = await stage.propose();
    await expect(
      asChair(
        `INSERT INTO publication.resolutions (id, conference_id, slug, title, adopted_on, clauses, text_hash,
           unreleased_citations, published_at, changed_at)
         SELECT id, conference_id, 'x', title, adopted_on, clauses, text_hash, '{}', now(), now() FROM resolutions WHERE id = $1`,
        [unreleased.objectId],
      ),
    ).rejects.toThrow('nothing is public without its release');
    const byACoordinator = stage.database.write(stage.person('koordination.he'), (tx) =>
      tx.execute('DELETE FROM publication.resolutions'),
    );
    expect(await byACoordinator).toBe(0);
  });
});
