import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ballotKindNames,
  ballotStateNames,
  voteChoiceNames,
  type BallotKind,
  type BallotState,
  type Outcome,
  type VoteChoice,
} from '#glossary';
import { PartyType } from '#organisation';
import { closedSet, RefusalType } from '#platform/graphql';
import { OutcomeEnum } from '#topics';
import type { BlockItem } from './domain/block.js';
import type { BallotRule, Tally } from './domain/unanimity.js';
import type { BallotAnswer } from './give-vote.handler.js';
import type { StoredBallot } from './persistence/ballot.repository.js';

const BallotKindEnum = closedSet('BallotKind', ballotKindNames);
const BallotStateEnum = closedSet('BallotState', ballotStateNames);
export const VoteChoiceEnum = closedSet('VoteChoice', voteChoiceNames);

/** Plain fields only; what needs a query or a rule is added by `BallotFieldsResolver`. */
@ObjectType('Ballot', { description: 'The vote on one item, taken on one text.' })
export class BallotType implements StoredBallot {
  @Field(() => ID) id!: string;
  @Field(() => BallotKindEnum) kind!: BallotKind;
  @Field(() => BallotStateEnum) state!: BallotState;
  @Field(() => String, { description: 'Hash of the text that is voted on; every vote names it.' }) textHash!: string;
  @Field(() => GraphQLISODateTime) openedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'No vote is accepted then or later.' })
  closesAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) determinedAt!: Date | null;
  @Field(() => OutcomeEnum, { nullable: true, description: 'As the chair determined it.' }) outcome!: Outcome | null;
  @Field(() => Int, { description: 'Votes do not change it. Send it back as expectedRevision.' }) revision!: number;

  @Field(() => ID, { nullable: true, description: 'Votes in writing are given in the form of this procedure.' })
  writtenProcedureId!: string | null;

  topicId!: string | null;
  agendaId!: string | null;
  agendaItemId!: string | null;
  sessionId!: string | null;
  supersedesId!: string | null;
  proposalVersionId!: string | null;
  rule!: BallotRule;
  closedAt!: Date | null;
  audience!: readonly number[];
}

@ObjectType('BallotItem', { description: 'One item of a block, in the text that is voted on.' })
export class BallotItemType implements BlockItem {
  @Field(() => Int) position!: number;

  agendaItemId!: string;
  topicId!: string;
  proposalVersionId!: string;
  textHash!: string;
}

@ObjectType('EarlierVote', {
  description: 'A vote that its Land has changed since; all are kept, the last one counts.',
})
export class EarlierVoteType {
  @Field(() => Int) version!: number;
  @Field(() => VoteChoiceEnum) choice!: VoteChoice;
  @Field(() => GraphQLISODateTime) castAt!: Date;
  @Field(() => String) castBy!: string;
  @Field(() => String, { nullable: true }) onBehalfBy!: string | null;
  @Field(() => String, { nullable: true }) representedBy!: string | null;
}

@ObjectType('PartyVote', { description: 'The last vote of a Land.' })
export class PartyVoteType {
  @Field(() => PartyType) party!: PartyType;
  @Field(() => VoteChoiceEnum, { nullable: true, description: 'Null as long as none was cast.' })
  choice!: VoteChoice | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) castAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who voted; the Land when it was recorded on its behalf.' })
  castBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it on behalf of the Land.' })
  onBehalfBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Who sat for the Land at the table.' })
  representedBy!: string | null;

  @Field(() => [EarlierVoteType], { description: 'Votes this one has replaced, in the order they were given.' })
  earlier!: readonly EarlierVoteType[];

  @Field(() => Boolean, { description: 'True when it was given for the text of this ballot.' }) counts!: boolean;
}

@ObjectType('Tally', { description: 'Of the 16 Länder. The Bund is never counted.' })
export class TallyType implements Tally {
  @Field(() => Int) yes!: number;
  @Field(() => Int) no!: number;
  @Field(() => Int) abstain!: number;
  @Field(() => Int) notCast!: number;
}

@ObjectType({ description: 'The ballot as it is now, or why nothing was changed.' })
export class BallotPayload {
  @Field(() => BallotType, { nullable: true }) ballot!: StoredBallot | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toBallotPayload(answer: BallotAnswer): BallotPayload {
  return answer.ok ? { ballot: answer.ballot, refusals: [] } : { ballot: null, refusals: answer.refusals };
}
