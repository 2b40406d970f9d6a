import { Query, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#platform/graphql';
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

  @Query(() => [BodyType], { description: 'The bodies that exist today.' })
  async bodies(@CurrentActor() actor: Actor): Promise<readonly BodyType[]> {
    return this.query.listBodies(actor);
  }
}
