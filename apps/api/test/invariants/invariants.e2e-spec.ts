import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anApiStage, type ApiStage } from '../api-stage.js';
import { attempt, deedKinds, type DeedKind } from './deeds.js';
import { brokenInvariants, changedNumbers } from './invariants.js';
import type { Deed } from './targets.js';
import { beginnings, everybody, World } from './world.js';

const RUNS = 30;
const MOST_DEEDS = 100;
const MINUTES = 60_000;

let stage: ApiStage;

beforeAll(async () => {
  stage = await anApiStage();
});

afterAll(async () => {
  await stage?.close();
});

/** What a careful observer remembers of a run. */
interface Memory {
  readonly numbers: Map<string, string>;
}

class DeedCommand implements fc.AsyncCommand<Memory, World> {
  constructor(
    private readonly deed: Deed & { readonly kind: DeedKind },
    private readonly tried: Map<DeedKind, number>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(memory: Memory, world: World): Promise<void> {
    const isDone = await attempt(world, this.deed);
    if (isDone) this.tried.set(this.deed.kind, (this.tried.get(this.deed.kind) ?? 0) + 1);
    expect(await brokenInvariants(world)).toEqual([]);
    expect(await changedNumbers(world, memory.numbers)).toEqual([]);
  }

  toString(): string {
    const { kind, who, target, value } = this.deed;
    return `${who}: ${kind} #${target} (${value})`;
  }
}

/** Who is usually meant to do it; now and then it is anybody. */
const usual: Readonly<Partial<Record<DeedKind, readonly string[]>>> = {
  compileAgenda: ['geschaeftsstelle'],
  circulateAgenda: ['geschaeftsstelle'],
  circulateSupplement: ['geschaeftsstelle'],
  openBallot: ['vorsitz.hh'],
  closeBallot: ['vorsitz.hh'],
  recordTopicOutcome: ['vorsitz.hh'],
  changeTextAtTable: ['vorsitz.hh'],
  recordVoteOnBehalf: ['geschaeftsstelle'],
  forwardTopicToMainConference: ['vorsitz.hh'],
  recordStatement: ['geschaeftsstelle'],
  requestWrittenProcedure: ['koordination.he', 'geschaeftsstelle'],
  startWrittenProcedure: ['vorsitz.hh'],
  giveWrittenVote: ['koordination.he', 'koordination.by', 'koordination.bund'],
  giveWrittenVoteOnBehalf: ['geschaeftsstelle'],
  demandDiscussion: ['koordination.by', 'vorsitz.hh'],
  changeTextOfWrittenProcedure: ['vorsitz.hh'],
  withdrawWrittenProcedure: ['vorsitz.hh'],
  objectToRelease: ['koordination.he', 'koordination.bund'],
  withdrawReleaseObjection: ['koordination.he', 'koordination.bund'],
  grantRelease: ['geschaeftsstelle', 'vorsitz.hh'],
  announceStatement: ['koordination.he', 'koordination.by', 'koordination.bund'],
  draftStatement: ['koordination.he', 'koordination.by', 'koordination.bund'],
  cosignStatement: ['koordination.he', 'koordination.by', 'koordination.bund'],
  pullItemOffConsentList: ['koordination.he', 'koordination.bund'],
  forwardTopicToPreConference: ['vorsitz.ak5'],
  agreeToRelease: ['koordination.he'],
  endWrittenProcedureEarly: ['vorsitz.hh'],
  reviewAgenda: ['geschaeftsstelle'],
  castVote: ['koordination.he', 'koordination.by', 'koordination.bund'],
};

/** Absurd tries are quickly refused: most are meant to get somewhere. */
const mostly = fc.integer({ min: 1, max: 5 }).map((number) => number > 1);

const deeds = (tried: Map<DeedKind, number>): fc.Arbitrary<DeedCommand> =>
  fc
    .record({
      kind: fc.constantFrom(...deedKinds),
      isUsual: mostly,
      who: fc.nat(),
      target: fc.nat({ max: 4 }),
      value: fc.nat(),
    })
    .map(({ kind, isUsual, who, target, value }) => {
      const candidates = (isUsual ? usual[kind] : undefined) ?? everybody;
      return new DeedCommand({ kind, who: candidates[who % candidates.length] ?? 'technik', target, value }, tried);
    });

/** So many kinds of deeds have to succeed in all runs together: the invariants of a world where nothing happens hold. */
const ENOUGH = 15;

describe('Whatever people try in whatever order', () => {
  it(
    'the invariants of the procedure hold after every step',
    async () => {
      const tried = new Map<DeedKind, number>();
      const commands = fc.commands([deeds(tried)], { maxCommands: MOST_DEEDS, size: 'max' });
      const details = await fc.check(
        fc.asyncProperty(fc.constantFrom(...beginnings), commands, async (beginning, run) => {
          const world = await World.begin(stage, beginning);
          try {
            await fc.asyncModelRun(() => ({ model: { numbers: new Map() }, real: world }), run);
          } finally {
            await world.end();
          }
        }),
        { numRuns: RUNS },
      );
      // Printed whether it holds or not: a run can be repeated by its seed.
      process.stdout.write(`invariants: seed ${details.seed}, ${details.numRuns} runs\n`);
      process.stdout.write(`invariants: done ${JSON.stringify(Object.fromEntries(tried))}\n`);
      if (details.failed) throw new Error(fc.defaultReportMessage(details));
      expect(tried.size).toBeGreaterThan(ENOUGH);
    },
    10 * MINUTES,
  );
});
