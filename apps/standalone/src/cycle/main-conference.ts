import { z } from 'zod';
import { landCodes, outcomeNames, type LandCode, type Outcome, type VoteChoice } from '#glossary';
import type { CycleItem } from './bodies.js';
import type { Stage } from './stage.js';

const ballotShape = z.object({
  ballot: z.object({
    id: z.string(),
    revision: z.number(),
    textHash: z.string(),
    bundPosition: z.string().nullable(),
    tally: z.object({ yes: z.number(), no: z.number(), abstain: z.number(), notCast: z.number() }),
    allowedOutcomes: z.array(z.string()),
  }),
});
type CycleBallot = z.infer<typeof ballotShape>['ballot'];
const BALLOT = 'ballot { id revision textHash bundPosition tally { yes no abstain notCast } allowedOutcomes }';

const resolutionShape = z.object({ resolution: z.object({ textHash: z.string(), outcome: z.string() }).nullable() });

/** How an item is voted on: everybody agrees, but for … */
interface Course {
  readonly no?: LandCode;
  readonly abstain?: LandCode;
  readonly bundOpposed?: boolean;
}

const FAILED = 2;
const BUND_OPPOSED = 4;
const ABSTAINED = 5;

function courseOf(index: number): Course {
  if (index === FAILED) return { no: 'SN' };
  if (index === BUND_OPPOSED) return { bundOpposed: true };
  return index === ABSTAINED ? { abstain: 'TH' } : {};
}

/** The ministers vote on each item; one fails by a single No, one is adopted although the Bund is opposed. */
export async function decideAtTheMainConference(stage: Stage, items: readonly CycleItem[]): Promise<readonly string[]> {
  const summary: string[] = [];
  for (const [index, item] of items.entries()) {
    const course = courseOf(index);
    const outcome = await decideItem(stage, item, course);
    const line = `TOP ${item.number} – ${outcomeNames[outcome]}: ${item.topic.title}`;
    stage.report(line);
    summary.push(line);
  }
  stage.expect(summary.length > BUND_OPPOSED, 'mehr Punkte, als die besonderen Fälle brauchen');
  return summary;
}

async function decideItem(stage: Stage, item: CycleItem, course: Course): Promise<Outcome> {
  const opened = await stage.act(item.chair, 'openBallot', { agendaItemId: item.itemId }, BALLOT);
  let ballot = ballotShape.parse(opened).ballot;
  const stale = { ballotId: ballot.id, party: 'BW', choice: 'YES', textHash: '0'.repeat(64) };
  const coordinator = await stage.as('koordination.bw');
  await coordinator.mustBeRefused('castVote', stale, 'TEXT_HASH_MISMATCH');
  for (const land of landCodes) ballot = await vote(stage, ballot, land, choiceOf(land, course));
  if (course.bundOpposed === true) ballot = await vote(stage, ballot, 'BUND', 'NO');
  checkTally(stage, ballot, course);
  return determine(stage, item, ballot, course);
}

async function vote(
  stage: Stage,
  ballot: CycleBallot,
  party: LandCode | 'BUND',
  choice: VoteChoice,
): Promise<CycleBallot> {
  const input = { ballotId: ballot.id, party, choice, textHash: ballot.textHash };
  return ballotShape.parse(await stage.act(`koordination.${party.toLowerCase()}`, 'castVote', input, BALLOT)).ballot;
}

function choiceOf(land: LandCode, { no, abstain }: Course): VoteChoice {
  if (land === no) return 'NO';
  return land === abstain ? 'ABSTAIN' : 'YES';
}

function checkTally(
  stage: Stage,
  { tally, bundPosition }: CycleBallot,
  { no, abstain, bundOpposed = false }: Course,
): void {
  const against = no === undefined ? 0 : 1;
  const withheld = abstain === undefined ? 0 : 1;
  const expected = { yes: landCodes.length - against - withheld, no: against, abstain: withheld, notCast: 0 };
  stage.expect(
    JSON.stringify(tally) === JSON.stringify(expected),
    `die Auszählung ${JSON.stringify(expected)}, nicht ${JSON.stringify(tally)}`,
  );
  stage.expect((bundPosition === 'NO') === bundOpposed, 'die Haltung des Bundes steht neben der Auszählung');
}

async function determine(stage: Stage, item: CycleItem, ballot: CycleBallot, { no }: Course): Promise<Outcome> {
  const close = { ballotId: ballot.id, expectedRevision: ballot.revision };
  const closed = ballotShape.parse(await stage.act(item.chair, 'closeBallot', close, BALLOT)).ballot;
  const chair = await stage.as(item.chair);
  const current = z
    .object({ topic: z.object({ revision: z.number() }) })
    .parse(await chair.ask('query ($id: ID!) { topic(id: $id) { revision } }', { id: item.topic.id }));
  const input = { topicId: item.topic.id, expectedRevision: current.topic.revision };
  if (no !== undefined) {
    await chair.mustBeRefused('recordTopicOutcome', { ...input, outcome: 'ADOPTED' }, 'OUTCOME_NOT_ALLOWED');
  }
  const outcome: Outcome = no === undefined ? 'ADOPTED' : 'NOT_ADOPTED';
  stage.expect(closed.allowedOutcomes.includes(outcome), `${outcome} steht zur Wahl`);
  const recorded = await stage.act(
    item.chair,
    'recordTopicOutcome',
    { ...input, outcome },
    'resolution { textHash outcome }',
  );
  const { resolution } = resolutionShape.parse(recorded);
  if (outcome === 'ADOPTED')
    stage.expect(resolution?.textHash === ballot.textHash, 'beschlossen ist der Text, über den abgestimmt wurde');
  else stage.expect(resolution === null, 'ohne Einstimmigkeit gibt es keinen Beschluss');
  return outcome;
}
