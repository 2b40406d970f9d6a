import { Injectable } from '@nestjs/common';
import type { PartyCode } from '#glossary';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import type { Actor } from '../../domain/actor.js';
import { partyOf } from '../../domain/bodies.js';
import { assignmentsInForce, registrantsFor } from '../../domain/capacities.js';
import { registrantOf } from '../../domain/registrant.js';
import { toAssignmentType, type ViewerType } from '../../organisation.graphql.js';
import { rightsInBody } from '../../persistence/party-rights.loader.js';

@Injectable()
export class ViewerQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async show(actor: Actor): Promise<ViewerType> {
    const today = berlinDay(this.clock.now());
    const mayRegister = await this.registeringParties(actor, today);
    return {
      person: { id: actor.personId ?? '', name: actor.name },
      capacities: assignmentsInForce(actor).map(toAssignmentType),
      chair: actor.chairParty === null ? null : partyOf(actor.chairParty),
      today,
      mayRegisterFor: registrantsFor(actor, mayRegister).map(registrantOf),
    };
  }

  private async registeringParties(actor: Actor, today: string): Promise<ReadonlySet<PartyCode>> {
    const rights = await this.database.read(actor, (tx) => rightsInBody(tx, 'MAIN_CONFERENCE', today));
    return new Set([...rights].filter(([, { mayRegister }]) => mayRegister).map(([party]) => party));
  }
}
