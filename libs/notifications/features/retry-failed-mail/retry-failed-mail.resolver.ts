import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor, RefusalType } from '#platform/graphql';
import { FailedMailType, toFailedMailType } from '../../failed-mail.graphql.js';
import { RetryFailedMailHandler } from './retry-failed-mail.handler.js';

@InputType()
export class RetryFailedMailInput {
  @Field(() => ID) mailId!: string;
}

@ObjectType()
export class RetryFailedMailPayload {
  @Field(() => FailedMailType, { nullable: true }) mail!: FailedMailType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class RetryFailedMailResolver {
  constructor(private readonly handler: RetryFailedMailHandler) {}

  @Mutation(() => RetryFailedMailPayload, { description: 'Sends a mail that was given up on its way once more.' })
  async retryFailedMail(
    @CurrentActor() actor: Actor,
    @Args('input') { mailId }: RetryFailedMailInput,
  ): Promise<RetryFailedMailPayload> {
    const { mail, refusals } = await this.handler.execute(actor, mailId);
    return { mail: mail === null ? null : toFailedMailType(mail), refusals };
  }
}
