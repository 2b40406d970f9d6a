import { Injectable } from '@nestjs/common';
import { StatementTransitionHandler, Statements, type StoredStatement } from '#decisions';
import type { PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import type { Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import type { StoredProcedure } from './persistence/written-procedure-rows.js';

export interface DeclaredStatement {
  readonly procedure: StoredProcedure;
  readonly party: PartyCode;
  readonly text: string;
  readonly isOnBehalf: boolean;
  readonly reason: string | null;
}

/** Statements for the record that come with a form: announced at once, or changed where the party's stands already. */
@Injectable()
export class WrittenStatements {
  constructor(
    private readonly statements: Statements,
    private readonly transition: StatementTransitionHandler,
  ) {}

  /** With the topic locked. Null when it stands as said. */
  async declare(tx: Tx, actor: Actor, declared: DeclaredStatement): Promise<Refused | null> {
    const { procedure, party, text, isOnBehalf, reason } = declared;
    const given = { writtenProcedureId: procedure.id, party, text, reason };
    const standing = await this.standingOf(tx, procedure, party);
    if (standing !== undefined) return this.change(tx, actor, standing, text);
    if (isOnBehalf) return refusalOf(await this.transition.beginInTx(tx, actor, 'announceStatementOnBehalf', given));
    const drafted = await this.transition.beginInTx(tx, actor, 'draftStatement', given);
    if (!drafted.ok) return drafted;
    const announced = { statementId: drafted.statement.id, action: 'announceStatement' } as const;
    return refusalOf(await this.transition.executeInTx(tx, actor, announced));
  }

  private async change(tx: Tx, actor: Actor, standing: StoredStatement, text: string): Promise<Refused | null> {
    if (standing.text === text) return null;
    const edited = { statementId: standing.id, action: 'editStatement', input: { text } } as const;
    return refusalOf(await this.transition.executeInTx(tx, actor, edited));
  }

  private async standingOf(
    tx: Tx,
    { id, topicId }: StoredProcedure,
    party: PartyCode,
  ): Promise<StoredStatement | undefined> {
    const ofTopic = (await this.statements.statementsByTopics(tx, [topicId])).get(topicId) ?? [];
    return ofTopic.find(
      (statement) =>
        statement.writtenProcedureId === id &&
        statement.party === party &&
        (statement.state === 'ANNOUNCED' || statement.state === 'COSIGNED'),
    );
  }
}

function refusalOf(answer: { readonly ok: true } | Refused): Refused | null {
  return answer.ok ? null : answer;
}
