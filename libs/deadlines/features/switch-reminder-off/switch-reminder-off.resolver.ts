import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { SwitchReminderInput, SwitchReminderPayload, toSwitchReminderPayload } from '../../reminder-rule.graphql.js';
import { ReminderRuleTransitionHandler } from '../../reminder-rule-transition.handler.js';

@InputType()
export class SwitchReminderOffInput extends SwitchReminderInput {}

@ObjectType()
export class SwitchReminderOffPayload extends SwitchReminderPayload {}

@Resolver()
export class SwitchReminderOffResolver {
  constructor(private readonly transition: ReminderRuleTransitionHandler) {}

  @Mutation(() => SwitchReminderOffPayload, { description: 'From now on nobody is reminded at this rung.' })
  async switchReminderOff(
    @CurrentActor() actor: Actor,
    @Args('input') input: SwitchReminderOffInput,
  ): Promise<SwitchReminderOffPayload> {
    return toSwitchReminderPayload(await this.transition.execute(actor, { ...input, action: 'switchReminderOff' }));
  }
}
