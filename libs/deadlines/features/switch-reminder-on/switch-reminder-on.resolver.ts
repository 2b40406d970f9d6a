import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { SwitchReminderInput, SwitchReminderPayload, toSwitchReminderPayload } from '../../reminder-rule.graphql.js';
import { ReminderRuleTransitionHandler } from '../../reminder-rule-transition.handler.js';

@InputType()
export class SwitchReminderOnInput extends SwitchReminderInput {}

@ObjectType()
export class SwitchReminderOnPayload extends SwitchReminderPayload {}

@Resolver()
export class SwitchReminderOnResolver {
  constructor(private readonly transition: ReminderRuleTransitionHandler) {}

  @Mutation(() => SwitchReminderOnPayload, { description: 'From now on people are reminded at this rung.' })
  async switchReminderOn(
    @CurrentActor() actor: Actor,
    @Args('input') input: SwitchReminderOnInput,
  ): Promise<SwitchReminderOnPayload> {
    return toSwitchReminderPayload(await this.transition.execute(actor, { ...input, action: 'switchReminderOn' }));
  }
}
