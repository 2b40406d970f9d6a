import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AvailableActionType, CurrentActor, DayScalar, orNotFound } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import { toBodyType } from '../../body.graphql.js';
import type { Actor } from '../../domain/actor.js';
import { BodyType, PartyType } from '../../organisation.graphql.js';
import { BeginningsQuery } from './beginnings.query.js';
import { OrganisationQuery } from './organisation.query.js';

@Resolver()
export class OrganisationResolver {
  constructor(
    private readonly query: OrganisationQuery,
    private readonly beginnings: BeginningsQuery,
  ) {}

  @Query(() => [AvailableActionType], { description: 'What the viewer may begin: a body, a person, an assignment.' })
  organisationActions(@CurrentActor() actor: Actor): readonly ActionAvailability[] {
    return this.beginnings.list(actor);
  }

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

  @Query(() => BodyType, { description: 'One body, whether it still exists or not; NOT_FOUND if it never did.' })
  async body(
    @CurrentActor() actor: Actor,
    @Args('key', { type: () => ID, description: 'Its code, or the id under which the history knows it.' }) key: string,
  ): Promise<BodyType> {
    return toBodyType(orNotFound(await this.query.findBody(actor, key)));
  }
}
