import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, RefusalType } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { PersonType } from '../../organisation.graphql.js';
import { AddPersonHandler } from './add-person.handler.js';

@InputType()
export class AddPersonInput {
  @Field(() => String) name!: string;
  @Field(() => String) mail!: string;
}

@ObjectType()
export class AddPersonPayload {
  @Field(() => PersonType, { nullable: true }) person!: PersonType | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@Resolver()
export class AddPersonResolver {
  constructor(private readonly handler: AddPersonHandler) {}

  @Mutation(() => AddPersonPayload, { description: 'Adds a person who is entrusted with nothing yet.' })
  async addPerson(@CurrentActor() actor: Actor, @Args('input') input: AddPersonInput): Promise<AddPersonPayload> {
    const answer = await this.handler.addKnown(actor, input);
    return answer.ok
      ? { person: { id: answer.person.id, name: answer.person.name }, refusals: [] }
      : { person: null, refusals: answer.refusals };
  }
}
