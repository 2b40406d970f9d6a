import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicPayload } from '#topics';
import { ClauseInput, ProposalVersionType, toProposalVersionType } from '../../proposal.graphql.js';
import { ReviseProposalHandler } from './revise-proposal.handler.js';

@InputType()
export class ReviseProposalInput {
  @Field(() => ID) topicId!: string;
  @Field(() => Int, { description: 'Number of the version that was read; 0 when there was none.' })
  expectedVersion!: number;
  @Field(() => [ClauseInput]) clauses!: ClauseInput[];
}

@ObjectType()
export class ReviseProposalPayload extends TopicPayload {
  @Field(() => ProposalVersionType, { nullable: true }) proposal!: ProposalVersionType | null;
}

@Resolver()
export class ReviseProposalResolver {
  constructor(private readonly handler: ReviseProposalHandler) {}

  @Mutation(() => ReviseProposalPayload, { description: 'Writes the next version of the proposed resolution.' })
  async reviseProposal(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReviseProposalInput,
  ): Promise<ReviseProposalPayload> {
    const answer = await this.handler.execute(actor, input);
    if (!answer.ok) return { topic: null, proposal: null, refusals: [...answer.refusals] };
    return { topic: answer.topic, proposal: toProposalVersionType(answer.proposal), refusals: [] };
  }
}
