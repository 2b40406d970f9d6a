import {
  Assignments,
  AssignmentTransitionHandler,
  Bodies,
  BodyTransitionHandler,
  SYSTEM,
  type AssignmentRecord,
} from '#organisation';
import type { CommitteeCode, SubBodyCode } from '#glossary';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';

const MORNING = 9 * 60;

const subBodies: readonly (readonly [SubBodyCode, CommitteeCode, string, string])[] = [
  ['UA FEK', 'AK2', 'Führung, Einsatz und Kriminalitätsbekämpfung', 'vorsitz.ak2'],
  ['AG Warnung', 'AK5', 'Warnung der Bevölkerung', 'geschaeftsstelle'],
];

/** Who is away, who stands in, and who appointed them. */
const deputies: readonly (readonly [string, string, string])[] = [
  ['koordination.sl', 'fachreferat.sl', 'koordination.sl'],
  ['geschaeftsfuehrung.ak6', 'mitglied.ak6', 'vorsitz.ak6'],
];

/** Two bodies under committees, and two people who stand in for others until the conference is over. */
export function organisationDeeds(stage: DemoStage, calendar: DemoCalendar): readonly Deed[] {
  const day = calendar.ago(6);
  const at = (minutes: number): Date => instantOf(day, MORNING + minutes);
  return [
    ...subBodies.map((body, index) => ({ at: at(index), run: () => setUp(stage, body, day, at(index)) })),
    ...deputies.map((deputy, index) => {
      const until = calendar.current.endsOn;
      return { at: at(10 + index), run: () => appoint(stage, deputy, { on: day, until }, at(10 + index)) };
    }),
  ];
}

async function setUp(stage: DemoStage, body: (typeof subBodies)[number], on: string, at: Date): Promise<void> {
  const [code, parent, name, by] = body;
  const actor = await stage.as(by, at);
  const known = await stage.database.read(SYSTEM, (tx) => stage.handler(Bodies).listBodies(tx));
  if (known.some((each) => each.code === code)) return;
  const input = { parent, name, on };
  permitted(code, await stage.handler(BodyTransitionHandler).execute(actor, { action: 'setUpBody', code, input }));
}

async function appoint(
  stage: DemoStage,
  [away, deputy, by]: (typeof deputies)[number],
  days: { readonly on: string; readonly until: string },
  at: Date,
): Promise<void> {
  const actor = await stage.as(by, at);
  const own = await assignmentsOf(stage, await stage.as(away, at));
  const [original] = own;
  const { personId } = await stage.as(deputy, at);
  if (original === undefined || personId === null) throw new Error(`${away} has nothing to stand in for`);
  const theirs = await assignmentsOf(stage, { personId });
  if (theirs.some(({ deputyOf }) => deputyOf === original.id)) return;
  const { id: assignmentId, revision: expectedRevision } = original;
  const appointed = { action: 'appointDeputy', assignmentId, expectedRevision, input: { personId, ...days } } as const;
  permitted(deputy, await stage.handler(AssignmentTransitionHandler).execute(actor, appointed));
}

async function assignmentsOf(
  stage: DemoStage,
  { personId }: { readonly personId: string | null },
): Promise<readonly AssignmentRecord[]> {
  const ids = personId === null ? [] : [personId];
  const all = await stage.database.read(SYSTEM, (tx) => stage.handler(Assignments).listOfPeople(tx, ids));
  return [...all.values()].flat();
}
