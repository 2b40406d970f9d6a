import { CitePrecedentHandler } from '#proposals';
import { SYSTEM } from '#organisation';
import {
  MergeTransitionHandler,
  NeedToKnowHandler,
  RestrictTopicHandler,
  TopicTransitionHandler,
  type MergeTransition,
} from '#topics';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { CHAIR, PRE_CONFERENCE_DAYS } from './paper-acts.js';

const GROUP = { name: 'Gewaltbereite Gruppierungen', parties: ['BB', 'SN', 'ST', 'TH'] } as const;
const RESTRICTED = 'Länderübergreifende Vernetzung gewaltbereiter Gruppierungen';
const DEFERRED = 'Ausfallsichere Leitstellen der Feuerwehren';
const ENDING = 'Streifendienst beiderseits der Grenze';
const SURVIVING = 'Gemeinsame Streifen im Grenzgebiet';
const CITED = 'Bekämpfung des gewaltbereiten islamistischen Extremismus – Erfolgsfaktoren für Aussteigerprogramme';

/** What ties topics to others: a group of named parties, a later conference, another topic, an earlier resolution. */
export function topicDeeds(stage: DemoStage, nextId: string, calendar: DemoCalendar): readonly Deed[] {
  const deed = (day: string, minutes: number, run: (at: Date) => Promise<void>): Deed => {
    const at = instantOf(day, minutes);
    return { at, run: () => run(at) };
  };
  const merge = (day: number, minutes: number, by: string, action: MergeTransition['action']): Deed =>
    deed(calendar.ago(day), minutes, (at) => carryOnMerge(stage, { by, at, action }));
  return [
    deed(calendar.before(PRE_CONFERENCE_DAYS - 1), 17 * 60, (at) => defer(stage, nextId, at)),
    // The days before a weekend are the same one: each step has a later hour too.
    deed(calendar.ago(3), 15 * 60, (at) => proposeMerge(stage, at)),
    merge(2, 15 * 60 + 20, 'koordination.rp', 'consentToMerge'),
    merge(2, 15 * 60 + 40, 'koordination.sl', 'consentToMerge'),
    merge(1, 16 * 60, 'geschaeftsstelle', 'mergeTopic'),
    deed(calendar.ago(1), 16 * 60 + 20, (at) => nameGroup(stage, at)),
    deed(calendar.ago(1), 16 * 60 + 30, (at) => followGroup(stage, at)),
    deed(calendar.ago(1), 16 * 60 + 40, (at) => citeResolution(stage, at)),
  ];
}

interface Found {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly groupId: string | null;
}

async function topicCalled({ database }: DemoStage, title: string): Promise<Found> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<Found>(
      'SELECT id, state, revision, need_to_know_group_id AS "groupId" FROM topics WHERE title LIKE $1 || \'%\'',
      [title],
    ),
  );
  if (found === undefined) throw new Error(`„${title}“ is no topic of the demo`);
  return found;
}

async function defer(stage: DemoStage, targetConferenceId: string, at: Date): Promise<void> {
  const actor = await stage.as(CHAIR, at);
  const { id: topicId, revision: expectedRevision } = await topicCalled(stage, DEFERRED);
  const [isDone] = await stage.database.read(SYSTEM, (tx) =>
    tx.query('SELECT FROM topics WHERE id = $1 AND conference_id = $2', [topicId, targetConferenceId]),
  );
  if (isDone !== undefined) return;
  const input = { targetConferenceId, reason: 'Die Auswertung der Ausfälle liegt erst im Frühjahr vor.' };
  const deferral = { topicId, expectedRevision, action: 'deferTopic', input } as const;
  permitted(DEFERRED, await stage.handler(TopicTransitionHandler).execute(actor, deferral));
}

const groupId = async ({ database }: DemoStage): Promise<string | undefined> => {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM need_to_know_groups WHERE name = $1', [GROUP.name]),
  );
  return found?.id;
};

async function nameGroup(stage: DemoStage, at: Date): Promise<void> {
  const actor = await stage.as('geschaeftsstelle', at);
  if ((await groupId(stage)) !== undefined) return;
  const creation = { action: 'createNeedToKnowGroup', ...GROUP } as const;
  permitted(GROUP.name, await stage.handler(NeedToKnowHandler).execute(actor, creation));
}

async function followGroup(stage: DemoStage, at: Date): Promise<void> {
  const actor = await stage.as('geschaeftsstelle', at);
  const { id: topicId, revision: expectedRevision, groupId: followed } = await topicCalled(stage, RESTRICTED);
  const needToKnowGroupId = await groupId(stage);
  if (followed !== null || needToKnowGroupId === undefined) return;
  const restriction = { topicId, expectedRevision, needToKnowGroupId };
  permitted(RESTRICTED, await stage.handler(RestrictTopicHandler).execute(actor, restriction));
}

async function citeResolution(stage: DemoStage, at: Date): Promise<void> {
  const actor = await stage.as('geschaeftsstelle', at);
  const { id: topicId, revision: expectedRevision } = await topicCalled(stage, RESTRICTED);
  const { id: precedentTopicId } = await topicCalled(stage, CITED.slice(0, 60));
  const [isDone] = await stage.database.read(SYSTEM, (tx) =>
    tx.query('SELECT FROM topic_precedents WHERE topic_id = $1', [topicId]),
  );
  if (isDone !== undefined) return;
  const citation = { topicId, expectedRevision, precedentTopicId };
  permitted(RESTRICTED, await stage.handler(CitePrecedentHandler).execute(actor, citation));
}

async function proposeMerge(stage: DemoStage, at: Date): Promise<void> {
  const actor = await stage.as('geschaeftsstelle', at);
  const { id: topicId } = await topicCalled(stage, ENDING);
  if ((await mergeOf(stage, topicId)) !== undefined) return;
  const { id: survivorId } = await topicCalled(stage, SURVIVING);
  const reason = 'Beide Themen betreffen dieselben Vereinbarungen.';
  permitted(ENDING, await stage.handler(MergeTransitionHandler).propose(actor, { topicId, survivorId, reason }));
}

interface FoundMerge {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
}

async function mergeOf({ database }: DemoStage, topicId: string): Promise<FoundMerge | undefined> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<FoundMerge>('SELECT id, state, revision FROM topic_merges WHERE topic_id = $1', [topicId]),
  );
  return found;
}

/** The steps of the agreement in their order; each adds one to its revision. */
const steps = ['koordination.rp', 'koordination.sl', 'geschaeftsstelle'];

async function carryOnMerge(
  stage: DemoStage,
  { by, at, action }: { readonly by: string; readonly at: Date; readonly action: MergeTransition['action'] },
): Promise<void> {
  const actor = await stage.as(by, at);
  const merge = await mergeOf(stage, (await topicCalled(stage, ENDING)).id);
  if (merge === undefined || merge.revision > steps.indexOf(by) + 1) return;
  const step = { mergeId: merge.id, expectedRevision: merge.revision, action };
  permitted(ENDING, await stage.handler(MergeTransitionHandler).execute(actor, step));
}
