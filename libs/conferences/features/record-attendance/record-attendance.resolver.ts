import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Attendance } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import {
  AttendanceEnum,
  ParticipantPayload,
  ParticipantTransitionInput,
  toParticipantPayload,
} from '../../participant.graphql.js';
import { ParticipantTransitionHandler } from '../../participant-transition.handler.js';

@InputType()
export class RecordAttendanceInput extends ParticipantTransitionInput {
  @Field(() => AttendanceEnum) attendance!: Attendance;
}

@ObjectType()
export class RecordAttendancePayload extends ParticipantPayload {}

@Resolver()
export class RecordAttendanceResolver {
  constructor(private readonly transition: ParticipantTransitionHandler) {}

  @Mutation(() => RecordAttendancePayload, { description: 'Notes who is there, connected, or absent.' })
  async recordAttendance(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordAttendanceInput,
  ): Promise<RecordAttendancePayload> {
    return toParticipantPayload(await this.transition.execute(actor, { ...input, action: 'recordAttendance' }));
  }
}
