import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { toBodyType } from '../../body.graphql.js';
import type { Actor } from '../../domain/actor.js';
import { BodyType, PartyType } from '../../organisation.graphql.js';
import { OrganisationQuery } from './organisation.query.js';

@Resolver()
export class OrganisationResolver {
  constructor(private readonly query: OrganisationQuery) {}

  @Query(() => [PartyType], { description: 'The 16 Länder in the order of the rotation, then the Bund.' })
  async parties(@CurrentActor() actor: Actor): Promise<readonly PartyType[]> {
    return this.query.listParties(actor);
  }

  @Query(() => [BodyType], { description: 'The bodies that exist today or on a day, standing bodies first.' })
  async bodies(
    @CurrentActor() actor: Actor,
    @Args('on', { type: () => DayScalar, nullable: true }) on?: string | null,
    @Args('dissolved', { type: () => Boolean, defaultValue: false, description: 'With those that existed once.' })
    dissolved = false,
  ): Promise<readonly BodyType[]> {
    return (await this.query.listBodies(actor, on ?? null, dissolved)).map(toBodyType);
  }
}
