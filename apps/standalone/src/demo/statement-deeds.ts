import type { PartyCode } from '#glossary';
import { StatementTransitionHandler } from '#decisions';
import { SYSTEM } from '#organisation';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';

interface DemoStatement {
  readonly title: string;
  readonly party: PartyCode;
  readonly text: string;
  readonly joinedBy: readonly PartyCode[];
  /** How it reached the secretariat, which announced it; null when the party did so itself. */
  readonly reason: string | null;
}

const ANNOUNCED = 16 * 60;
const BETWEEN = 13;

const statements: readonly DemoStatement[] = [
  {
    title: 'Abwehr unkooperativer Drohnen über kritischer Infrastruktur',
    party: 'SN',
    text: 'Sachsen stimmt dem Beschluss zu und weist darauf hin, dass die Kosten der Abwehr nicht allein von den Ländern getragen werden können.',
    joinedBy: ['ST', 'TH'],
    reason: null,
  },
  {
    title: 'Umsetzung der europäischen Asylreform – Stand in Bund und Ländern',
    party: 'BUND',
    text: 'Der Bund wird die Länder über den weiteren Zeitplan vor der nächsten Konferenz unterrichten.',
    joinedBy: [],
    reason: 'Der Geschäftsstelle telefonisch übermittelt.',
  },
];

/** One statement of a Land that others have joined, and one that the secretariat announced for the Bund. */
export function statementDeeds(stage: DemoStage, calendar: DemoCalendar): readonly Deed[] {
  const day = calendar.ago(1);
  return statements.flatMap((statement, index) => {
    const begun = ANNOUNCED + index * 60;
    const announced = instantOf(day, begun);
    const joined = statement.joinedBy.map((party, place): Deed => {
      const at = instantOf(day, begun + (place + 1) * BETWEEN);
      return { at, run: () => join(stage, statement, { party, at }) };
    });
    return [{ at: announced, run: () => announce(stage, statement, announced) }, ...joined];
  });
}

async function announce(stage: DemoStage, statement: DemoStatement, at: Date): Promise<void> {
  const { title, party, text, reason } = statement;
  const handler = stage.handler(StatementTransitionHandler);
  const { agendaItemId, ...found } = await find(stage, statement);
  if (reason !== null) {
    if (found.statementId !== null) return;
    const secretariat = await stage.as('geschaeftsstelle', at);
    const given = { agendaItemId, party, text, reason };
    permitted(title, await handler.begin(secretariat, 'announceStatementOnBehalf', given));
    return;
  }
  const coordinator = await stage.as(mailboxOf(party), at);
  if (found.statementId === null) {
    permitted(title, await handler.begin(coordinator, 'draftStatement', { agendaItemId, party, text }));
  }
  const { statementId, revision, state } = await find(stage, statement);
  if (statementId === null || revision === null || state !== 'DRAFT') return;
  const transition = { statementId, expectedRevision: revision, action: 'announceStatement' } as const;
  permitted(title, await handler.execute(coordinator, transition));
}

async function join(
  stage: DemoStage,
  statement: DemoStatement,
  { party, at }: { readonly party: PartyCode; readonly at: Date },
): Promise<void> {
  const { statementId, textHash, joined } = await find(stage, statement);
  if (statementId === null || textHash === null || joined.includes(party)) return;
  const transition = { statementId, action: 'cosignStatement', input: { party, textHash } } as const;
  const coordinator = await stage.as(mailboxOf(party), at);
  permitted(statement.title, await stage.handler(StatementTransitionHandler).execute(coordinator, transition));
}

const mailboxOf = (party: PartyCode): string => `koordination.${party.toLowerCase()}`;

interface Found {
  readonly agendaItemId: string;
  readonly statementId: string | null;
  readonly revision: number | null;
  readonly state: string | null;
  readonly textHash: string | null;
  readonly joined: readonly string[];
}

async function find({ database }: DemoStage, { title, party }: DemoStatement): Promise<Found> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<Found>(
      `SELECT item.id AS "agendaItemId", statement.id AS "statementId", statement.revision, statement.state,
              statement.text_hash AS "textHash",
              ARRAY(SELECT party FROM statement_cosignatures WHERE statement_id = statement.id) AS joined
       FROM topics JOIN agenda_items item ON item.topic_id = topics.id
       LEFT JOIN statements statement ON statement.agenda_item_id = item.id AND statement.party = $2
       WHERE topics.title = $1`,
      [title, party],
    ),
  );
  if (found === undefined) throw new Error(`„${title}“ is on no agenda`);
  return found;
}
