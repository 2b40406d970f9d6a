import { describe, expect, it } from '@jest/globals';
import { markingOf, highestOf, markingAbove, type Marked } from '#glossary';
import { aTopic, aTopicContext } from '#testing';
import { registrationWith, type TopicFields } from '../topic-input.graphql.js';
import { decide } from './topic-decision.js';
import type { TopicAction } from './topic-lifecycle.js';
import type { Topic } from './topic.js';

const standIn = { isPlaceholder: true, classification: 'VS_NFD', title: 'Eingestuftes Thema' } as const;
const bare = { proposalVersionId: null, proposalTextHash: null, facts: null, rationale: null } as const;
const aPlaceholder = (given: Partial<Topic> = {}): Topic => aTopic({ ...standIn, ...bare, state: 'DRAFT', ...given });

/** "field: code" of what speaks against saving the draft with these fields. */
function faults(fields: TopicFields, draft: Topic = aPlaceholder()): readonly string[] {
  const registration = registrationWith(fields, draft);
  const context = aTopicContext(['REGISTRANT_COORDINATOR'], { input: { registration } });
  const decision = decide(draft, 'editTopic', context);
  return decision.ok ? [] : decision.refusals.map(({ code, field }) => `${field}: ${code}`);
}

const codes = (topic: Topic, action: TopicAction, given: Parameters<typeof aTopicContext>): readonly string[] => {
  const decision = decide(topic, action, aTopicContext(...given));
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
};

describe('a placeholder for papers that lie elsewhere', () => {
  it('is always possible, also where VS-NfD itself is refused', () => {
    expect(faults({ ...standIn })).toEqual([]);
    expect(faults({ ...standIn, isPlaceholder: false }, aTopic({ state: 'DRAFT' }))).toEqual([
      'classification: CLASSIFICATION_NOT_APPROVED',
    ]);
  });

  it.each(['subtitle', 'facts', 'rationale', 'financialImpact'] as const)('holds no %s', (field) => {
    expect(faults({ [field]: 'Aus den Unterlagen' })).toEqual([`${field}: PLACEHOLDER_HOLDS_NOTHING`]);
  });

  it('names no precedents in words, and only attachments that lie separately as well', () => {
    expect(faults({ precedents: ['223. Sitzung, TOP 4'] })).toEqual(['precedents: PLACEHOLDER_HOLDS_NOTHING']);
    expect(faults({ attachments: [{ title: 'Lagebild', classification: 'VS_NFD' }] })).toEqual([]);
    expect(faults({ attachments: [{ title: 'Lagebild' }] })).toEqual(['attachments: PLACEHOLDER_HOLDS_NOTHING']);
  });

  it('stands for what is classified, and is not meant to be published', () => {
    expect(faults({ classification: 'INTERNAL' })).toEqual(['classification: PLACEHOLDER_NOT_CLASSIFIED']);
    expect(registrationWith({ ...standIn, releaseWish: true }).releaseWish).toBe(false);
  });

  it('is not made of a draft that has a text, for versions stay', () => {
    expect(faults({ isPlaceholder: true }, aPlaceholder({ proposalVersionId: 'v' }))).toEqual([
      'isPlaceholder: PLACEHOLDER_HAS_TEXT',
    ]);
  });

  it('never gets a text, is submitted without one and goes its way to the conference', () => {
    const head = 'REGISTRANT_COORDINATOR' as const;
    expect(codes(aPlaceholder(), 'reviseProposal', [[head], { input: null }])).toEqual(['PLACEHOLDER_HAS_NO_TEXT']);
    expect(codes(aPlaceholder(), 'submitTopicRegistration', [[head]])).toEqual([]);
    const recommendation = { input: { recommendation: 'OPEN' } } as const;
    const inCommittee = aPlaceholder({ state: 'IN_COMMITTEE' });
    expect(codes(inCommittee, 'forwardTopicToPreConference', [['COMMITTEE_CHAIR'], recommendation])).toEqual([]);
    const before = aPlaceholder({ state: 'IN_MAIN_CONFERENCE' });
    expect(codes(before, 'moveTopicToWrittenProcedure', [['CHAIR']])).toEqual(['PROPOSAL_MISSING']);
  });
});

describe('markings', () => {
  const paper = (classification: Marked['classification'], isPlaceholder = false): Marked => ({
    classification,
    isPlaceholder,
  });

  it('tell of a placeholder that there are papers, and not how they are classified', () => {
    expect(markingOf(paper('VS_NFD', true))).toBe('Verschlusssache – liegt gesondert vor');
    expect(markingOf(paper('VS_NFD'))).toBe('VS – NUR FÜR DEN DIENSTGEBRAUCH');
  });

  it('are those of the highest paper, where one page holds several', () => {
    const papers = [paper('PUBLIC'), paper('VS_NFD', true), paper('RESTRICTED'), paper('INTERNAL')];
    expect(highestOf(papers)).toEqual(paper('RESTRICTED'));
    expect(highestOf([paper('PUBLIC'), paper('VS_NFD', true)])).toEqual(paper('VS_NFD', true));
    expect(highestOf([paper('PUBLIC')])).toEqual(paper('INTERNAL'));
  });

  it('stand out in lists only where fewer than all parties may read', () => {
    const shown = [paper('PUBLIC'), paper('INTERNAL'), paper('RESTRICTED'), paper('VS_NFD', true)].map(markingAbove);
    expect(shown.map((text) => text !== null)).toEqual([false, false, true, true]);
  });
});
