import { landCodes, type PartyCode, type VoteChoice } from '#glossary';
import { SYSTEM } from '#organisation';
import {
  ConcludeWrittenProceduresHandler,
  GiveWrittenFormHandler,
  RequestWrittenProcedureHandler,
  StartWrittenProcedureHandler,
} from '#written-procedures';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { CHAIR } from './paper-acts.js';

/** Who gives what in a written procedure of the demo. */
export interface WrittenCourse {
  readonly title: string;
  readonly requestedBy: PartyCode;
  /** Days before the demo begins on which it was asked for; the chair opens it on the same day. */
  readonly openedAgo: number;
  readonly forms: readonly (readonly [PartyCode, VoteChoice])[];
}

export const everybodySaysYes: WrittenCourse['forms'] = [
  ...landCodes.map((land) => [land, land === 'SN' ? 'ABSTAIN' : 'YES'] as const),
  ['BUND', 'YES'],
];

const REQUESTED = 9 * 60;
const OPENED = 11 * 60;
const BETWEEN = 13;

interface Found {
  readonly topicId: string;
  readonly textHash: string;
  readonly procedureId: string | null;
  readonly state: string | null;
  readonly revision: number;
  readonly given: readonly string[];
}

/** Asked for, opened by the chair, and voted on by some or by all. */
export function writtenDeeds(stage: DemoStage, course: WrittenCourse, calendar: DemoCalendar): readonly Deed[] {
  const day = calendar.ago(course.openedAgo);
  const [requested, opened] = [instantOf(day, REQUESTED), instantOf(day, OPENED)];
  return [
    { at: requested, run: () => request(stage, course, requested) },
    { at: opened, run: () => start(stage, course, opened) },
    ...course.forms.map(([party, choice], index): Deed => {
      const at = instantOf(day, OPENED + (index + 1) * BETWEEN);
      return { at, run: () => give(stage, course.title, at, { party, choice }) };
    }),
  ];
}

/** What the worker would have done at the end of each deadline. */
export function concludingDeed(stage: DemoStage, at: Date): Deed {
  return {
    at,
    run: async () => {
      await stage.as('geschaeftsstelle', at);
      await stage.handler(ConcludeWrittenProceduresHandler).concludeDue();
    },
  };
}

async function request(stage: DemoStage, { title, requestedBy }: WrittenCourse, at: Date): Promise<void> {
  const { topicId, procedureId } = await find(stage, title);
  if (procedureId !== null) return;
  const coordinator = await stage.as(`koordination.${requestedBy.toLowerCase()}`, at);
  const reason = 'Die Entscheidung wird vor der nächsten Sitzung gebraucht.';
  permitted(title, await stage.handler(RequestWrittenProcedureHandler).execute(coordinator, { topicId, reason }));
}

async function start(stage: DemoStage, { title }: WrittenCourse, at: Date): Promise<void> {
  const { procedureId, state, revision: expectedRevision, textHash } = await find(stage, title);
  if (procedureId === null || state !== 'DRAFT') return;
  const input = { procedureId, expectedRevision, textHash, silenceRule: 'ALL_MUST_VOTE' } as const;
  permitted(title, await stage.handler(StartWrittenProcedureHandler).execute(await stage.as(CHAIR, at), input));
}

async function give(
  stage: DemoStage,
  title: string,
  at: Date,
  form: { readonly party: PartyCode; readonly choice: VoteChoice },
): Promise<void> {
  const { procedureId, state, textHash, given } = await find(stage, title);
  if (procedureId === null || state !== 'RUNNING' || given.includes(form.party)) return;
  const coordinator = await stage.as(`koordination.${form.party.toLowerCase()}`, at);
  const input = { procedureId, textHash, ...form, releaseObjection: false };
  permitted(form.party, await stage.handler(GiveWrittenFormHandler).execute(coordinator, 'giveWrittenVote', input));
}

async function find({ database }: DemoStage, title: string): Promise<Found> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<Found>(
      `SELECT topics.id AS "topicId", proposal_text_hash AS "textHash", procedure.id AS "procedureId", procedure.state,
              coalesce(procedure.revision, 0) AS revision,
              ARRAY(SELECT party FROM written_release_votes WHERE procedure_id = procedure.id) AS given
       FROM topics LEFT JOIN written_procedures procedure ON procedure.topic_id = topics.id WHERE topics.title = $1`,
      [title],
    ),
  );
  if (found === undefined) throw new Error(`There is no topic „${title}“`);
  return found;
}
