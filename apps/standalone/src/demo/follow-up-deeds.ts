import { landCodes, type FollowUpKind, type FollowUpState, type ImplementationStatus, type LandCode } from '#glossary';
import { CreateFollowUpHandler, FollowUpTransitionHandler, type Due } from '#follow-ups';
import { SYSTEM } from '#organisation';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { adoptedInWriting } from './papers/written-papers.js';

interface DemoFollowUp {
  /** Title of a resolution of a past conference. */
  readonly resolution: string;
  readonly clause: number;
  readonly kind: FollowUpKind;
  readonly task: string;
  readonly addressee: string;
  readonly due: Due;
  /** Task of the one that was not fulfilled. */
  readonly repeats?: string;
  readonly course?: 'STARTED' | 'REPORTED' | 'EXTENDED';
}

interface Found {
  readonly resolutionId: string;
  readonly clauseIds: readonly string[];
  readonly id: string | null;
  readonly state: FollowUpState | null;
  readonly revision: number;
  readonly lands: readonly LandCode[];
}

const police = 'Analysefähigkeit der Polizeien';
const protection = 'Stärkung des Bevölkerungsschutzes';
const warning = 'Bundesweiter Warntag';
const implemented = 'Umsetzung des einheitlichen Warntags mit allen kommunalen Warnmitteln';
const late = 'Bericht über die Mittel zur Auswertung großer Datenmengen';

const MORNING = 9 * 60;
const BETWEEN = 13;
const MADE_AGO = 60;
const ANSWERED_AGO = 12;
/** After the later resolution, which was adopted in writing. */
const EXTENDED_AGO = 3;

/** Open, overdue, asked for once more, reported, extended, conditional, and one that every Land reports on. */
function followUpsOf({ current, next, ago }: DemoCalendar): readonly DemoFollowUp[] {
  const season = next.season === 'AUTUMN' ? 'AUTUMN' : 'SPRING';
  const atNext: Due = { kind: 'CONFERENCE', season, year: next.year };
  const overdue = ago(5);
  return [
    { resolution: police, clause: 0, kind: 'REPORT', task: late, addressee: 'AK2', due: { kind: 'DAY', day: overdue } },
    {
      ...{ resolution: police, clause: 0, kind: 'REPORT', addressee: 'AK2', due: atNext, repeats: late },
      task: 'Erneut: Bericht über die Mittel zur Auswertung großer Datenmengen, mit Zeitplan',
    },
    {
      ...{ resolution: protection, clause: 0, kind: 'REQUEST', addressee: 'BUND', course: 'REPORTED' },
      task: 'Übersicht über die Ausstattung des Bundes für den Bevölkerungsschutz',
      due: { kind: 'DAY', day: current.startsOn },
    },
    {
      ...{ resolution: protection, clause: 0, kind: 'MANDATE', addressee: 'AK5', course: 'EXTENDED' },
      task: 'Gemeinsames Lagebild des Bevölkerungsschutzes erarbeiten',
      due: { kind: 'DAY', day: current.startsOn },
    },
    {
      ...{ resolution: warning, clause: 0, kind: 'IMPLEMENTATION', addressee: 'ALL_LAENDER' },
      task: implemented,
      due: { kind: 'DAY', day: next.startsOn },
    },
    {
      ...{ resolution: warning, clause: 0, kind: 'MANDATE', addressee: 'CHAIR' },
      task: 'Gespräch mit den kommunalen Spitzenverbänden führen',
      due: {
        kind: 'CONDITION',
        condition: 'Das Warnsystem des Bundes ist in allen Ländern in Betrieb.',
        reviewOn: current.endsOn,
      },
    },
  ];
}

export function followUpDeeds(stage: DemoStage, calendar: DemoCalendar): readonly Deed[] {
  const followUps = followUpsOf(calendar);
  const on = (days: number, index: number): Date => instantOf(calendar.ago(days), MORNING + index * BETWEEN);
  const madeAndDone = followUps.flatMap((followUp, index): readonly Deed[] => {
    const [made, answered, extended] = [on(MADE_AGO, index), on(ANSWERED_AGO, index), on(EXTENDED_AGO, index)];
    const create = { at: made, run: () => createOne(stage, followUp, made) };
    if (followUp.course === 'REPORTED') return [create, { at: answered, run: () => report(stage, followUp, answered) }];
    if (followUp.course !== 'EXTENDED') return [create];
    return [create, { at: extended, run: () => extend(stage, followUp, calendar.next.startsOn, extended) }];
  });
  const [everywhere] = followUps.filter(({ kind }) => kind === 'IMPLEMENTATION');
  if (everywhere === undefined) return madeAndDone;
  return [
    ...madeAndDone,
    ...landCodes.map((land, index): Deed => {
      const at = on(ANSWERED_AGO, followUps.length + index);
      return { at, run: () => sayHowFar(stage, everywhere, { land, status: statusOf(index), at }) };
    }),
  ];
}

const statuses: readonly ImplementationStatus[] = ['IMPLEMENTED', 'IN_PROGRESS', 'IMPLEMENTED', 'NOT_STARTED'];

const statusOf = (index: number): ImplementationStatus => statuses[index % statuses.length] ?? 'NOT_STARTED';

async function createOne(stage: DemoStage, followUp: DemoFollowUp, at: Date): Promise<void> {
  const { resolutionId, clauseIds, id } = await find(stage, followUp);
  if (id !== null) return;
  const { kind, task, addressee, due, clause, repeats } = followUp;
  const repeatsId = repeats === undefined ? null : (await find(stage, { ...followUp, task: repeats })).id;
  const input = { resolutionId, clauseId: clauseIds[clause] ?? '', kind, task, addressee, due, repeatsId };
  const secretariat = await stage.as('geschaeftsstelle', at);
  permitted(task, await stage.handler(CreateFollowUpHandler).execute(secretariat, input));
}

async function report(stage: DemoStage, followUp: DemoFollowUp, at: Date): Promise<void> {
  const { id, state, revision: expectedRevision } = await find(stage, followUp);
  if (id === null || state !== 'OPEN') return;
  const addressee = await stage.as('koordination.bund', at);
  const input = { report: 'Der Bund hält die gemeldete Ausstattung bereit; die Einzelheiten stehen in der Übersicht.' };
  const about = { followUpId: id, expectedRevision, action: 'submitFollowUpReport' } as const;
  permitted(followUp.task, await stage.handler(FollowUpTransitionHandler).execute(addressee, { ...about, input }));
}

async function extend(stage: DemoStage, followUp: DemoFollowUp, day: string, at: Date): Promise<void> {
  const { id, state, revision: expectedRevision } = await find(stage, followUp);
  if (id === null || state !== 'OPEN') return;
  const later = await find(stage, { ...followUp, resolution: adoptedInWriting.title });
  const input = { extendedById: later.resolutionId, due: { kind: 'DAY', day }, reason: 'Mehr Zeit' } as const;
  const about = { followUpId: id, expectedRevision, action: 'extendFollowUp' } as const;
  const secretariat = await stage.as('geschaeftsstelle', at);
  permitted(followUp.task, await stage.handler(FollowUpTransitionHandler).execute(secretariat, { ...about, input }));
}

async function sayHowFar(
  stage: DemoStage,
  followUp: DemoFollowUp,
  { land, status, at }: { readonly land: LandCode; readonly status: ImplementationStatus; readonly at: Date },
): Promise<void> {
  const { id, revision: expectedRevision, lands } = await find(stage, followUp);
  if (id === null || lands.includes(land)) return;
  const coordinator = await stage.as(`koordination.${land.toLowerCase()}`, at);
  const about = { followUpId: id, expectedRevision, action: 'recordImplementation' } as const;
  const input = { implementation: { party: land, status }, note: null };
  permitted(land, await stage.handler(FollowUpTransitionHandler).execute(coordinator, { ...about, input }));
}

async function find({ database }: DemoStage, { resolution, task }: DemoFollowUp): Promise<Found> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<Found>(
      `SELECT resolutions.id AS "resolutionId", follow_ups.id, follow_ups.state,
              coalesce(follow_ups.revision, 0) AS revision,
              ARRAY(SELECT clause->>'id' FROM jsonb_array_elements(clauses) AS clause) AS "clauseIds",
              ARRAY(SELECT party FROM follow_up_implementations WHERE follow_up_id = follow_ups.id) AS lands
       FROM resolutions LEFT JOIN follow_ups ON follow_ups.task = $2 WHERE resolutions.title = $1`,
      [resolution, task],
    ),
  );
  if (found === undefined) throw new Error(`No resolution „${resolution}“ for „${task}“`);
  return found;
}
