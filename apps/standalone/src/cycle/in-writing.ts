import { DateTime } from 'luxon';
import { z } from 'zod';
import { landCodes, writtenProcedureStateNames, type LandCode, type VoteChoice } from '#glossary';
import { SystemClock } from '#platform/clock';
import type { CycleItem } from './bodies.js';
import type { Stage } from './stage.js';

const procedureShape = z.object({
  writtenProcedure: z.object({
    id: z.string(),
    revision: z.number(),
    state: z.string(),
    name: z.string().nullable(),
    resolutionName: z.string().nullable(),
    textHash: z.string().nullable(),
    isOver: z.boolean(),
  }),
});
export type CycleProcedure = z.infer<typeof procedureShape>['writtenProcedure'];
const PROCEDURE = 'writtenProcedure { id revision state name resolutionName textHash isOver }';

/** How one procedure goes on: by which rule, and whether a Land wants to talk about it after all. */
interface Course {
  readonly silenceRule: string;
  readonly abstain?: LandCode;
  readonly discussedFor?: LandCode;
}

const courses: readonly Course[] = [
  { silenceRule: 'ALL_MUST_VOTE' },
  { silenceRule: 'SILENCE_IS_ABSTENTION', abstain: 'TH' },
  { silenceRule: 'SILENCE_IS_CONSENT', discussedFor: 'SN' },
];

/** So many items leave the table and are decided in writing, one for each rule for silence. */
export const IN_WRITING = courses.length;

const clock = new SystemClock();

/** One procedure per rule for silence: two end as soon as all have voted, one goes back to the table. */
export async function decideInWriting(stage: Stage, items: readonly CycleItem[]): Promise<readonly string[]> {
  const summary: string[] = [];
  for (const [index, item] of items.entries()) {
    const course = courses[index % courses.length];
    if (course === undefined) continue;
    const ended = await pursue(stage, item, course);
    const name = ended.resolutionName ?? ended.name ?? '';
    const state = writtenProcedureStateNames[ended.state as keyof typeof writtenProcedureStateNames];
    const line = `${name} – ${state}: ${item.topic.title}`;
    stage.report(line);
    summary.push(line);
  }
  return summary;
}

async function pursue(stage: Stage, item: CycleItem, course: Course): Promise<CycleProcedure> {
  const procedure = await start(stage, item, course);
  await textIsFrozen(stage, item);
  if (course.discussedFor !== undefined) return demand(stage, procedure, course.discussedFor);
  for (const land of landCodes) await give(stage, procedure, land, land === course.abstain ? 'ABSTAIN' : 'YES');
  await give(stage, procedure, 'BUND', 'NO');
  const { revision: expectedRevision } = await current(stage, procedure.id);
  const input = { procedureId: procedure.id, expectedRevision };
  const ended = procedureShape.parse(await stage.act(item.chair, 'endWrittenProcedureEarly', input, PROCEDURE));
  stage.expect(ended.writtenProcedure.state === 'ADOPTED', `angenommen, nicht ${ended.writtenProcedure.state}`);
  return ended.writtenProcedure;
}

/** What the chair gives along when opening. */
interface Opening {
  readonly silenceRule: string;
  readonly open?: { readonly hours?: number; readonly seconds?: number };
}

export async function start(
  stage: Stage,
  item: CycleItem,
  { silenceRule, open = { hours: 2 } }: Opening,
): Promise<CycleProcedure> {
  const request = { topicId: item.topic.id, reason: 'Die Entscheidung wird vor der Sitzung gebraucht.' };
  const registered = await stage.act('geschaeftsstelle', 'requestWrittenProcedure', request, PROCEDURE);
  const { id: procedureId, revision: expectedRevision } = procedureShape.parse(registered).writtenProcedure;
  const input = {
    procedureId,
    expectedRevision,
    textHash: await textOf(stage, item),
    silenceRule,
    closesAt: DateTime.fromJSDate(clock.now()).plus(open).toUTC().toISO(),
    urgencyReason: 'Die Frist des Bundes endet morgen.',
  };
  const started = procedureShape.parse(await stage.act(item.chair, 'startWrittenProcedure', input, PROCEDURE));
  stage.expect(started.writtenProcedure.name !== null, 'Mit dem Beginn hat das Umlaufverfahren eine Nummer.');
  return started.writtenProcedure;
}

async function textOf(stage: Stage, { topic }: CycleItem): Promise<string> {
  const secretariat = await stage.as('geschaeftsstelle');
  const shape = z.object({ topic: z.object({ proposal: z.object({ textHash: z.string() }) }) });
  const query = 'query ($id: ID!) { topic(id: $id) { proposal { textHash } } }';
  return shape.parse(await secretariat.ask(query, { id: topic.id })).topic.proposal.textHash;
}

/** What is being voted on in writing cannot be changed by anybody. */
async function textIsFrozen(stage: Stage, { topic }: CycleItem): Promise<void> {
  const secretariat = await stage.as('geschaeftsstelle');
  const input = { topicId: topic.id, expectedVersion: 1, clauses: [{ text: 'Die IMK beschließt etwas anderes.' }] };
  await secretariat.mustBeRefused('reviseProposal', input, 'BALLOT_OPEN');
}

export async function give(
  stage: Stage,
  { id: procedureId, textHash }: CycleProcedure,
  party: LandCode | 'BUND',
  choice: VoteChoice,
): Promise<void> {
  const input = { procedureId, textHash, party, choice };
  await stage.act(`koordination.${party.toLowerCase()}`, 'giveWrittenVote', input, PROCEDURE);
}

async function demand(stage: Stage, { id: procedureId }: CycleProcedure, party: LandCode): Promise<CycleProcedure> {
  const input = { procedureId, party, reason: 'Das gehört an den Tisch.' };
  const coordination = `koordination.${party.toLowerCase()}`;
  const moved = procedureShape.parse(await stage.act(coordination, 'demandDiscussion', input, PROCEDURE));
  stage.expect(moved.writtenProcedure.state === 'MOVED_TO_SESSION', 'zurück an den Tisch');
  return moved.writtenProcedure;
}

export async function current(stage: Stage, id: string): Promise<CycleProcedure> {
  const secretariat = await stage.as('geschaeftsstelle');
  return procedureShape.parse(
    await secretariat.ask(`query ($id: ID!) { ${PROCEDURE.replace(' {', '(id: $id) {')} }`, { id }),
  ).writtenProcedure;
}
