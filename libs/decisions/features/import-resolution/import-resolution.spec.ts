import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '#glossary';
import { agendaEntities } from '#agendas';
import { SYSTEM } from '#organisation';
import { listHistory, newId, type Tx } from '#platform/database';
import { textHash, type ProposalVersion } from '#proposals';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { ImportDecidedTopicHandler, TopicRepository } from '#topics';
import { decisionEntities } from '../../index.js';
import type { Resolution } from '../../domain/resolution.js';
import { Resolutions } from '../../persistence/resolution.repository.js';
import { ImportResolutionHandler } from './import-resolution.handler.js';

const decidedAt = new Date('2019-06-14T12:00:00+02:00');

describe('the resolution of a topic of the archive', () => {
  let stage: ConferenceStage;
  const topics = new TopicRepository();
  const resolutions = new Resolutions();
  const handler = new ImportResolutionHandler(topics, resolutions);

  beforeAll(async () => {
    stage = await aConferenceStage([...agendaEntities, ...decisionEntities]);
  });

  afterAll(() => stage.close());

  async function take(tx: Tx, outcome: Outcome, change: Partial<ProposalVersion> = {}): Promise<Resolution | null> {
    const clauses = [{ id: newId(), text: 'Die IMK stimmt der Einführung des Warntages zu.', children: [] }];
    const version = { id: newId(), number: 1, stage: 'AS_ADOPTED', clauses, textHash: textHash(clauses) } as const;
    const answer = await new ImportDecidedTopicHandler(topics, stage.clock).importIn(tx, {
      conferenceId: stage.conferenceId,
      registrant: { party: 'RP' },
      fields: { title: 'Warntag', facts: 'Warnmittel sind unbekannt.', rationale: 'Eine Probe deckt Mängel auf.' },
      leadCommittee: 'AK5',
      involvedCommittees: [],
      outcome,
      decidedAt,
      proposal: { versionId: version.id, textHash: version.textHash },
    });
    if (!answer.ok) throw new Error('The topic was refused');
    const text = { ...version, topicId: answer.topic.id, authorName: 'System', createdAt: decidedAt, ...change };
    return handler.importIn(tx, answer, text);
  }

  it('has the text and the day of the decision, no ballot, and tells nobody', async () => {
    const taken = await stage.database.write(SYSTEM, (tx) => take(tx, 'ADOPTED_AMENDED'));
    const topicId = taken?.topicId ?? '';
    const [found, history] = await stage.database.read(stage.person('koordination.by'), async (tx) => [
      (await resolutions.resolutionsByTopics(tx, [topicId])).get(topicId),
      await listHistory(tx, 'resolution', [taken?.id ?? '']),
    ]);
    expect(found).toMatchObject({
      ballotId: null,
      adoptedOn: '2019-06-14',
      outcome: 'ADOPTED_AMENDED',
      title: 'Warntag',
    });
    expect(found?.clauses).toMatchObject([{ number: null, text: 'Die IMK stimmt der Einführung des Warntages zu.' }]);
    expect([...history.values()].flat()).toMatchObject([{ event: 'resolution.imported', occurredAt: decidedAt }]);
  });

  it('does not exist for a topic that ended without one', async () => {
    expect(await stage.database.write(SYSTEM, (tx) => take(tx, 'NO_RESOLUTION'))).toBeNull();
  });

  it('cannot have another text', async () => {
    const otherText = stage.database.write(SYSTEM, (tx) => take(tx, 'ADOPTED', { textHash: 'f'.repeat(64) }));
    await expect(otherText).rejects.toThrow('the text the topic was decided with');
  });

  it('is never added without a ballot by a person', async () => {
    const secretariat = stage.person('geschaeftsstelle');
    await expect(stage.database.write(secretariat, (tx) => take(tx, 'ADOPTED'))).rejects.toThrow('row-level security');
  });
});
