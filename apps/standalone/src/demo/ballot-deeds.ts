import type { PartyCode, VoteChoice } from '#glossary';
import { GiveVoteHandler, OpenBallotHandler } from '#decisions';
import { SYSTEM } from '#organisation';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { CHAIR } from './paper-acts.js';

/** So many have voted when the demo begins; everybody else still can. The Bund has stated its position. */
const votes: readonly (readonly [PartyCode, VoteChoice])[] = [
  ['BE', 'YES'],
  ['BB', 'YES'],
  ['SH', 'YES'],
  ['TH', 'ABSTAIN'],
  ['BUND', 'YES'],
];

const OPENED = 10 * 60;
const BETWEEN = 17;

interface OpenBallot {
  readonly itemId: string;
  readonly ballotId: string | null;
  readonly textHash: string;
  /** Parties that have voted, the Bund among them. */
  readonly voted: readonly string[];
}

/** The chair has opened the ballot on a paper ahead of the conference, and the first Länder have voted. */
export function ballotDeeds(stage: DemoStage, title: string, calendar: DemoCalendar): readonly Deed[] {
  const day = calendar.ago(1);
  const opened = instantOf(day, OPENED);
  const given = votes.map(([party, choice], index): Deed => {
    const at = instantOf(day, OPENED + (index + 1) * BETWEEN);
    return { at, run: () => vote(stage, title, at, { party, choice }) };
  });
  return [{ at: opened, run: () => open(stage, title, opened) }, ...given];
}

async function open(stage: DemoStage, title: string, at: Date): Promise<void> {
  const { itemId, ballotId } = await find(stage, title);
  if (ballotId !== null) return;
  permitted(title, await stage.handler(OpenBallotHandler).execute(await stage.as(CHAIR, at), itemId));
}

async function vote(
  stage: DemoStage,
  title: string,
  at: Date,
  given: { readonly party: PartyCode; readonly choice: VoteChoice },
): Promise<void> {
  const { ballotId, textHash, voted } = await find(stage, title);
  if (ballotId === null || voted.includes(given.party)) return;
  const coordinator = await stage.as(`koordination.${given.party.toLowerCase()}`, at);
  const input = { ballotId, textHash, ...given };
  permitted(given.party, await stage.handler(GiveVoteHandler).execute(coordinator, 'castVote', input));
}

async function find({ database }: DemoStage, title: string): Promise<OpenBallot> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<OpenBallot>(
      `SELECT item.id AS "itemId", open_ballot_id AS "ballotId", proposal_text_hash AS "textHash",
              ARRAY(SELECT party FROM votes WHERE ballot_id = open_ballot_id
                    UNION SELECT 'BUND' FROM bund_positions WHERE ballot_id = open_ballot_id) AS voted
       FROM topics JOIN agenda_items item ON topic_id = topics.id WHERE topics.title = $1`,
      [title],
    ),
  );
  if (found === undefined) throw new Error(`„${title}“ is on no agenda`);
  return found;
}
