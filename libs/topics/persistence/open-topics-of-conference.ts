import { Injectable } from '@nestjs/common';
import { topicStateNames, type TopicState } from '#glossary';
import { PapersOfConferences, type ConferencePaper, type PapersSource } from '#conferences';
import type { ReadTx } from '#platform/database';

/** In a written procedure a topic needs no conference; what is decided stays with the one that decided it. */
const open: readonly TopicState[] = [
  'DRAFT',
  'RETURNED',
  'SUBMITTED',
  'ACCEPTED',
  'IN_COMMITTEE',
  'IN_PRE_CONFERENCE',
  'IN_MAIN_CONFERENCE',
];

interface OpenTopicRow {
  readonly id: string;
  readonly title: string;
  readonly state: TopicState;
  readonly revision: number;
  readonly isVotedOn: boolean;
}

/** Tells the conferences which topics they hold that are not decided yet. */
@Injectable()
export class OpenTopicsOfConference implements PapersSource {
  constructor(papers: PapersOfConferences) {
    papers.add(this);
  }

  async papersOf(tx: ReadTx, conferenceId: string): Promise<readonly ConferencePaper[]> {
    const rows = await this.list(tx, conferenceId);
    return rows.map(({ id, title, state, isVotedOn }) => {
      const stateLabel = isVotedOn ? 'Es läuft eine Abstimmung' : topicStateNames[state];
      return { kind: 'topic', id, title, stateLabel, movesOn: !isVotedOn };
    });
  }

  /** Those that can go on elsewhere now. */
  async listMovable(tx: ReadTx, conferenceId: string): Promise<readonly Pick<OpenTopicRow, 'id' | 'revision'>[]> {
    return (await this.list(tx, conferenceId)).filter(({ isVotedOn }) => !isVotedOn);
  }

  private async list(tx: ReadTx, conferenceId: string): Promise<readonly OpenTopicRow[]> {
    return tx.query<OpenTopicRow>(
      `SELECT id, title, state, revision, open_ballot_id IS NOT NULL AS "isVotedOn" FROM topics
       WHERE conference_id = $1 AND state = ANY ($2::text[]) ORDER BY created_at, id`,
      [conferenceId, open],
    );
  }
}
