import { describe, expect, it } from '@jest/globals';
import { aTopic } from '#testing';
import type { KeptRecommendation, Topic } from '#topics';
import { closedStages } from './stage-texts.js';

const given = (
  stage: KeptRecommendation['stage'],
  proposalVersionId: string | null,
  conferenceId = 'autumn',
): KeptRecommendation => ({
  ...{ id: `${stage}-${proposalVersionId}`, topicId: 't', stage, body: null, recommendation: 'AGREED', note: null },
  ...{ proposalVersionId, conferenceId, givenAt: new Date('2026-11-10T09:00:00Z') },
});

const stagesOf = (frozenVersions: Topic['frozenVersions'], ...recommendations: readonly KeptRecommendation[]) =>
  closedStages(aTopic({ conferenceId: 'spring', frozenVersions }), recommendations).map(
    ({ stage, versionId, conferenceId }) => [stage, versionId, conferenceId],
  );

describe('the stages of a text', () => {
  it('stand in the order in which they were closed, each with its conference', () => {
    const frozen = { REGISTRATION: 'v1', COMMITTEE_ADOPTED: 'v2', PRE_CONFERENCE: 'v3', FINAL: 'v3', AS_ADOPTED: 'v4' };
    const recommendations = [given('COMMITTEE', 'v2', 'spring'), given('PRE_CONFERENCE', 'v3', 'spring')];
    expect(stagesOf(frozen, ...recommendations)).toEqual([
      ['REGISTRATION', 'v1', null],
      ['COMMITTEE_ADOPTED', 'v2', 'spring'],
      ['PRE_CONFERENCE', 'v3', 'spring'],
      ['FINAL', 'v3', 'spring'],
      ['AS_ADOPTED', 'v4', 'spring'],
    ]);
  });

  it('tell of both rounds when the topic was deferred to a later conference', () => {
    const frozen = { REGISTRATION: 'v1', COMMITTEE_ADOPTED: 'v2', PRE_CONFERENCE: 'v5', FINAL: 'v5' };
    const first = [given('COMMITTEE', 'v2'), given('PRE_CONFERENCE', 'v3')];
    expect(stagesOf(frozen, ...first, given('PRE_CONFERENCE', 'v5', 'spring'))).toEqual([
      ['REGISTRATION', 'v1', null],
      ['COMMITTEE_ADOPTED', 'v2', 'autumn'],
      ['PRE_CONFERENCE', 'v3', 'autumn'],
      ['PRE_CONFERENCE', 'v5', 'spring'],
      ['FINAL', 'v5', 'spring'],
    ]);
  });

  it('end with the committee again when the topic was sent back there', () => {
    const rounds = [given('COMMITTEE', 'v2'), given('PRE_CONFERENCE', 'v3'), given('COMMITTEE', 'v4')];
    const found = stagesOf({ REGISTRATION: 'v1', COMMITTEE_ADOPTED: 'v4' }, ...rounds).map(([stage]) => stage);
    expect(found).toEqual(['REGISTRATION', 'COMMITTEE_ADOPTED', 'PRE_CONFERENCE', 'COMMITTEE_ADOPTED']);
  });

  it('are those the topic keeps where nobody recommended, and none for an involved committee', () => {
    const recommendations = [given('INVOLVED_COMMITTEE', 'v1'), given('DIRECT', null)];
    expect(stagesOf({ COMMITTEE_ADOPTED: 'v2', AS_ADOPTED: 'v3' }, ...recommendations)).toEqual([
      ['COMMITTEE_ADOPTED', 'v2', 'spring'],
      ['AS_ADOPTED', 'v3', 'spring'],
    ]);
  });
});
