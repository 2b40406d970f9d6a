import { GiveVoteHandler, OpenBlockBallotHandler } from '#decisions';
import type { PartyCode } from '#glossary';
import { SYSTEM } from '#organisation';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { CHAIR } from './paper-acts.js';

/** Who has voted on the block when the demo begins; everybody else still can. */
const voters: readonly PartyCode[] = ['BW', 'HB', 'SN'];

const OPENED = 14 * 60;
const BETWEEN = 11;

interface Block {
  readonly agendaId: string;
  readonly revision: number;
  readonly ballotId: string | null;
  readonly textHash: string | null;
  readonly voted: readonly string[];
}

/** The chair has put the consent list of the current conference to the vote as a block, and the first Länder have voted. */
export function blockDeeds(stage: DemoStage, conferenceId: string, calendar: DemoCalendar): readonly Deed[] {
  const day = calendar.ago(1);
  const opened = instantOf(day, OPENED);
  const given = voters.map((party, index): Deed => {
    const at = instantOf(day, OPENED + (index + 1) * BETWEEN);
    return { at, run: () => vote(stage, conferenceId, at, party) };
  });
  return [{ at: opened, run: () => open(stage, conferenceId, opened) }, ...given];
}

async function open(stage: DemoStage, conferenceId: string, at: Date): Promise<void> {
  const { agendaId, revision: expectedRevision, ballotId } = await find(stage, conferenceId);
  if (ballotId !== null) return;
  const input = { agendaId, expectedRevision };
  permitted('Grüne Liste', await stage.handler(OpenBlockBallotHandler).execute(await stage.as(CHAIR, at), input));
}

async function vote(stage: DemoStage, conferenceId: string, at: Date, party: PartyCode): Promise<void> {
  const { ballotId, textHash, voted } = await find(stage, conferenceId);
  if (ballotId === null || textHash === null || voted.includes(party)) return;
  const coordinator = await stage.as(`koordination.${party.toLowerCase()}`, at);
  const input = { ballotId, textHash, party, choice: 'YES' } as const;
  permitted(party, await stage.handler(GiveVoteHandler).execute(coordinator, 'castVote', input));
}

async function find({ database }: DemoStage, conferenceId: string): Promise<Block> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<Block>(
      `SELECT agendas.id AS "agendaId", agendas.revision, ballots.id AS "ballotId", text_hash AS "textHash",
              ARRAY(SELECT party FROM votes WHERE ballot_id = ballots.id) AS voted
       FROM agendas LEFT JOIN ballots ON ballots.agenda_id = agendas.id
       WHERE conference_id = $1 AND agendas.circulated_at IS NOT NULL ORDER BY agendas.circulated_at LIMIT 1`,
      [conferenceId],
    ),
  );
  if (found === undefined) throw new Error('The current conference has no circulated agenda');
  return found;
}
