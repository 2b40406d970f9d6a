import type { CommentKind, PartyCode } from '#glossary';
import { SYSTEM } from '#organisation';
import {
  AnswerCommentRoundHandler,
  CommentRoundTransitionHandler,
  EndCommentRoundHandler,
  ProposalRepository,
} from '#proposals';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';

interface Said {
  readonly party: PartyCode;
  readonly kind: CommentKind;
  readonly text?: string;
  /** Wanted in place of the last clause. */
  readonly wording?: string;
}

interface RoundCourse {
  readonly title: string;
  readonly by: string;
  readonly workingDays: number;
  readonly question: string;
  readonly said: readonly Said[];
}

const ended: RoundCourse = {
  title: 'Ausbildung kommunaler Ordnungsdienste',
  by: 'geschaeftsfuehrung.ak3',
  workingDays: 5,
  question: 'Welche Ausbildungsgänge gibt es in Ihrem Land bereits?',
  said: [
    { party: 'BW', kind: 'NO_OBJECTION' },
    { party: 'NW', kind: 'REMARKS', text: 'In Nordrhein-Westfalen besteht ein Lehrgang von sechs Monaten.' },
    { party: 'SH', kind: 'NO_OBJECTION' },
    { party: 'BUND', kind: 'REMARKS', text: 'Der Bund regt an, die Hochschulen einzubeziehen.' },
  ],
};

const open: RoundCourse = {
  title: 'Überörtliche Hilfe bei Waldbränden',
  by: 'vorsitz.ak5',
  workingDays: 10,
  question: 'Sind die Wege der Anforderung und der Erstattung in Ihrem Land vereinbar?',
  said: [
    { party: 'BB', kind: 'NO_OBJECTION' },
    { party: 'SN', kind: 'REMARKS', text: 'Die Erstattung sollte auch Verpflegung und Unterkunft umfassen.' },
    {
      party: 'NI',
      kind: 'CHANGE_REQUEST',
      wording:
        'Sie bittet das BMI, bis zur nächsten Konferenz weitere Luftfahrzeuge für die Brandbekämpfung bereitzuhalten.',
      text: 'Ohne Termin bleibt die Bitte unbestimmt.',
    },
  ],
};

const OPENED = 17 * 60 + 10;
const BETWEEN = 11;

/** A round of a committee that ended at its deadline, and one in which some have answered. */
export function commentDeeds(stage: DemoStage, { before, ago }: DemoCalendar): readonly Deed[] {
  const over = instantOf(before(70), OPENED);
  return [
    ...roundDeeds(stage, ended, before(92), before(91)),
    { at: over, run: () => end(stage, ended, over) },
    ...roundDeeds(stage, open, ago(3), ago(1)),
  ];
}

function roundDeeds(stage: DemoStage, course: RoundCourse, openedOn: string, answeredOn: string): readonly Deed[] {
  const opened = instantOf(openedOn, OPENED);
  return [
    { at: opened, run: () => ask(stage, course, opened) },
    ...course.said.map((said, index): Deed => {
      const at = instantOf(answeredOn, OPENED + (index + 1) * BETWEEN);
      return { at, run: () => answer(stage, course, said, at) };
    }),
  ];
}

interface Found {
  readonly topicId: string;
  readonly versionId: string;
  readonly textHash: string;
  readonly roundId: string | null;
  readonly answered: readonly string[];
}

async function ask(stage: DemoStage, course: RoundCourse, at: Date): Promise<void> {
  const { topicId, textHash, roundId } = await find(stage, course);
  if (roundId !== null) return;
  const { workingDays, question } = course;
  const actor = await stage.as(course.by, at);
  const input = { topicId, textHash, workingDays, question };
  permitted(course.title, await stage.handler(CommentRoundTransitionHandler).open(actor, input));
}

async function answer(stage: DemoStage, course: RoundCourse, { wording, ...said }: Said, at: Date): Promise<void> {
  const { roundId, versionId, textHash, answered } = await find(stage, course);
  if (roundId === null || answered.includes(said.party)) return;
  const version = await stage.database.read(SYSTEM, (tx) =>
    stage.handler(ProposalRepository).findVersion(tx, versionId),
  );
  const clauseId = version?.clauses.at(-1)?.id ?? '';
  const changeRequests = wording === undefined ? [] : [{ clauseId, wording }];
  const actor = await stage.as(`koordination.${said.party.toLowerCase()}`, at);
  const input = { roundId, textHash, ...said, changeRequests };
  permitted(said.party, await stage.handler(AnswerCommentRoundHandler).execute(actor, input));
}

/** What the worker would have done at the deadline. */
async function end(stage: DemoStage, course: RoundCourse, at: Date): Promise<void> {
  const { roundId } = await find(stage, course);
  await stage.as('geschaeftsstelle', at);
  if (roundId !== null) await stage.handler(EndCommentRoundHandler).endAtDeadline(roundId);
}

async function find({ database }: DemoStage, { title }: RoundCourse): Promise<Found> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<Found>(
      `SELECT topics.id AS "topicId", topics.proposal_version_id AS "versionId", proposal_text_hash AS "textHash",
              round.id AS "roundId", ARRAY(SELECT party FROM comments WHERE round_id = round.id) AS answered
       FROM topics LEFT JOIN comment_rounds AS round ON round.topic_id = topics.id WHERE topics.title = $1`,
      [title],
    ),
  );
  if (found === undefined) throw new Error(`There is no topic „${title}“`);
  return found;
}
