import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anApiStage, type ApiStage } from '../api-stage.js';
import { attempt, deedKinds, type DeedKind } from './deeds.js';
import { brokenInvariants, changedNumbers } from './invariants.js';
import { publicFaults } from './public-view.js';
import type { Deed } from './targets.js';
import { aGround, beginnings, everybody, World, type Ground } from './world.js';

/** How many steps there are at least; more of them by hand: INVARIANT_STEPS=20000 npx jest apps/api/test/invariants */
const STEPS = Number(process.env['INVARIANT_STEPS'] ?? 3000);
const RUNS_AT_A_TIME = 8;
const MOST_DEEDS = 200;
const MINUTES = 60_000;

let stage: ApiStage;
let ground: Ground;

beforeAll(async () => {
  stage = await anApiStage();
  ground = await aGround(stage);
});

afterAll(async () => {
  await ground?.jobs.close();
  await ground?.client.end();
  await stage?.close();
});

/** What a careful observer remembers of a run. */
interface Memory {
  readonly numbers: Map<string, string>;
}

/** How far the runs have got. */
interface Done {
  steps: number;
  readonly kinds: Map<DeedKind, number>;
}

/** After these, everything public is read anew; it is also at the end of each run. */
const concernsThePublic: ReadonlySet<DeedKind> = new Set([
  'publish',
  'approvePublication',
  'withdrawPublication',
  'reinstateRelease',
  'objectToRelease',
  'recordStatement',
  'theJobsRun',
]);

class DeedCommand implements fc.AsyncCommand<Memory, World> {
  constructor(
    private readonly deed: Deed & { readonly kind: DeedKind },
    private readonly done: Done,
  ) {}

  check(): boolean {
    return true;
  }

  async run(memory: Memory, world: World): Promise<void> {
    const isDone = await attempt(world, this.deed);
    this.done.steps += 1;
    if (isDone) this.done.kinds.set(this.deed.kind, (this.done.kinds.get(this.deed.kind) ?? 0) + 1);
    if (!(await world.hasChanged())) return;
    expect(await brokenInvariants(world)).toEqual([]);
    expect(await changedNumbers(world, memory.numbers)).toEqual([]);
    if (isDone && concernsThePublic.has(this.deed.kind)) expect(await publicFaults(world)).toEqual([]);
  }

  toString(): string {
    const { kind, who, target, value } = this.deed;
    return `${who}: ${kind} #${target} (${value})`;
  }
}

/** Of this year and of the next. */
const CHAIRS = ['vorsitz.hh', 'vorsitz.hh', 'vorsitz.he'] as const;

/** Who is usually meant to do it; now and then it is anybody. */
const usual: Readonly<Partial<Record<DeedKind, readonly string[]>>> = {
  compileAgenda: ['geschaeftsstelle'],
  circulateAgenda: ['geschaeftsstelle'],
  circulateSupplement: ['geschaeftsstelle'],
  openBallot: CHAIRS,
  closeBallot: CHAIRS,
  recordTopicOutcome: CHAIRS,
  changeTextAtTable: CHAIRS,
  recordVoteOnBehalf: ['geschaeftsstelle'],
  forwardTopicToMainConference: CHAIRS,
  recordStatement: ['geschaeftsstelle'],
  requestWrittenProcedure: ['koordination.he', 'geschaeftsstelle'],
  startWrittenProcedure: CHAIRS,
  giveWrittenVote: ['koordination.he', 'koordination.by', 'koordination.bund'],
  giveWrittenVoteOnBehalf: ['geschaeftsstelle'],
  demandDiscussion: ['koordination.by', 'vorsitz.hh'],
  changeTextOfWrittenProcedure: CHAIRS,
  withdrawWrittenProcedure: CHAIRS,
  withdrawPublication: ['vorsitz.hh', 'geschaeftsstelle'],
  reinstateRelease: ['geschaeftsstelle'],
  preparePublication: ['geschaeftsstelle'],
  approvePublication: CHAIRS,
  publish: CHAIRS,
  discardPublication: ['geschaeftsstelle'],
  objectToRelease: ['koordination.he', 'koordination.bund'],
  withdrawReleaseObjection: ['koordination.he', 'koordination.bund'],
  grantRelease: ['geschaeftsstelle', 'vorsitz.hh'],
  announceStatement: ['koordination.he', 'koordination.by', 'koordination.bund'],
  draftStatement: ['koordination.he', 'koordination.by', 'koordination.bund'],
  cosignStatement: ['koordination.he', 'koordination.by', 'koordination.bund'],
  pullItemOffConsentList: ['koordination.he', 'koordination.bund'],
  forwardTopicToPreConference: ['vorsitz.ak5'],
  agreeToRelease: ['koordination.he'],
  endWrittenProcedureEarly: CHAIRS,
  reviewAgenda: ['geschaeftsstelle'],
  castVote: ['koordination.he', 'koordination.by', 'koordination.bund'],
};

/** Absurd tries are quickly refused: most are meant to get somewhere. */
const mostly = fc.integer({ min: 1, max: 5 }).map((number) => number > 1);

/** The end of the session and of the year change everything after them: they are rare. */
const rare: readonly DeedKind[] = ['theYearTurns', 'concludeSession'];
const kinds = fc.oneof(
  { weight: 80, arbitrary: fc.constantFrom(...deedKinds.filter((kind) => !rare.includes(kind))) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);

const deeds = (done: Done): fc.Arbitrary<DeedCommand> =>
  fc
    .record({
      kind: kinds,
      isUsual: mostly,
      who: fc.nat(),
      target: fc.nat({ max: 4 }),
      value: fc.nat(),
    })
    .map(({ kind, isUsual, who, target, value }) => {
      const candidates = (isUsual ? usual[kind] : undefined) ?? everybody;
      return new DeedCommand({ kind, who: candidates[who % candidates.length] ?? 'technik', target, value }, done);
    });

/** So many kinds of deeds have to succeed in all runs together: the invariants of a world where nothing happens hold. */
const ENOUGH = 25;

describe('Whatever people try in whatever order', () => {
  it(
    'the invariants of the procedure hold after every step',
    async () => {
      const done: Done = { steps: 0, kinds: new Map() };
      const commands = fc.commands([deeds(done)], { maxCommands: MOST_DEEDS, size: 'max' });
      const property = fc.asyncProperty(fc.constantFrom(...beginnings), commands, async (beginning, run) => {
        const world = await World.begin(ground, beginning);
        await fc.asyncModelRun(() => ({ model: { numbers: new Map() }, real: world }), run);
        await world.letJobsRun();
        expect(await brokenInvariants(world)).toEqual([]);
        expect(await publicFaults(world)).toEqual([]);
      });
      while (done.steps < STEPS) {
        const details = await fc.check(property, { numRuns: RUNS_AT_A_TIME });
        // Printed whether it holds or not: a run can be repeated by its seed.
        process.stdout.write(`invariants: seed ${details.seed}, ${details.numRuns} runs\n`);
        if (details.failed) throw new Error(fc.defaultReportMessage(details));
      }
      process.stdout.write(`invariants: ${done.steps} steps ${JSON.stringify(Object.fromEntries(done.kinds))}\n`);
      expect(done.kinds.size).toBeGreaterThan(ENOUGH);
    },
    (10 + STEPS / 300) * MINUTES,
  );
});
