import { Injectable } from '@nestjs/common';
import { markingAbove } from '#glossary';
import { Conferences } from '#conferences';
import { Ballots } from '#decisions';
import { partyOf, registrantOf, type Actor } from '#organisation';
import { berlinDay, berlinTime } from '#platform/clock';
import { Database, type ReadTx } from '#platform/database';
import { numbered, ProposalRepository, type NumberedClause } from '#proposals';
import { TopicRepository, type Topic } from '#topics';
import type { InvitationDocument } from '../../documents/invitation-document.js';
import { printed } from '../../domain/written-procedure.js';
import { ProcedureTerms } from '../../persistence/procedure-terms.js';
import { WrittenProcedures } from '../../persistence/written-procedure.repository.js';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';

interface RoundText {
  readonly openedAt: Date;
  readonly clauses: readonly NumberedClause[];
}

/** The text of the last round, and when it went out. */
@Injectable()
export class InvitationTexts {
  constructor(
    private readonly ballots: Ballots,
    private readonly proposals: ProposalRepository,
    private readonly terms: ProcedureTerms,
  ) {}

  async textOfRound(tx: ReadTx, { id }: StoredProcedure): Promise<RoundText | null> {
    const ballot = (await this.ballots.ballotsByWrittenProcedures(tx, [id])).get(id)?.at(-1);
    if (ballot === undefined || ballot.proposalVersionId === null) return null;
    const version = await this.proposals.findVersion(tx, ballot.proposalVersionId);
    if (version === null) return null;
    return { openedAt: ballot.openedAt, clauses: numbered(version.clauses) };
  }

  async runningTimeInWords(tx: ReadTx, { conferenceId, closesAt }: StoredProcedure, openedAt: Date): Promise<string> {
    const terms = await this.terms.termsOf(tx, conferenceId, openedAt);
    return closesAt === null ? '' : terms.runningTimeInWords(openedAt, closesAt);
  }
}

/** The invitation to the last round of a procedure, as it went out. */
@Injectable()
export class PrintedInvitationQuery {
  constructor(
    private readonly database: Database,
    private readonly procedures: WrittenProcedures,
    private readonly topics: TopicRepository,
    private readonly conferences: Conferences,
    private readonly texts: InvitationTexts,
  ) {}

  /** Null when there is no such procedure, it was never opened, or the actor may not see it. */
  async execute(actor: Actor, procedureId: string): Promise<InvitationDocument | null> {
    return this.database.read(actor, async (tx): Promise<InvitationDocument | null> => {
      const procedure = await this.procedures.findProcedure(tx, procedureId);
      const topic = procedure === null ? null : await this.topics.findTopic(tx, procedure.topicId);
      if (procedure === null || topic === null) return null;
      const { number, rule, closesAt, textHash, round, urgencyReason } = procedure;
      const text = await this.texts.textOfRound(tx, procedure);
      if (number === null || rule === null || closesAt === null || textHash === null || text === null) return null;
      const { names } = await this.conferences.getConference(tx, procedure.conferenceId);
      return {
        sender: names.conference,
        office: names.office,
        shortName: names.shortName,
        name: `${names.writtenProcedure} ${printed(number)}`,
        round,
        issuedOn: berlinDay(text.openedAt),
        title: topic.title,
        marking: markingAbove(topic),
        subLine: topic.subtitle,
        registrants: registrantsOf(topic),
        deadline: { day: berlinDay(closesAt), time: berlinTime(closesAt) },
        runningTime: await this.texts.runningTimeInWords(tx, procedure, text.openedAt),
        urgencyReason,
        silence: rule.silenceRule,
        discussion: rule.mayDemandDiscussion,
        textHash,
        clauses: text.clauses,
      };
    });
  }
}

function registrantsOf({ registrant, coRegistrants }: Topic): readonly string[] {
  return [registrantOf(registrant).name, ...coRegistrants.map((code) => partyOf(code).name)];
}
