import { Injectable } from '@nestjs/common';
import { shortNameOf } from '#glossary';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import type { Actor } from '../../domain/actor.js';
import { nameOn } from '../../domain/body-record.js';
import type { Party } from '../../domain/bodies.js';
import { stateOfHead } from '../../domain/office-head.js';
import { isValidOn } from '../../domain/validity.js';
import type { OfficeType } from '../../office-head.graphql.js';
import { Bodies } from '../../persistence/body.repository.js';
import { OfficeHeads, type NamedOfficeHead } from '../../persistence/office-head.repository.js';

/** The secretariat keeps the business of the conference of ministers. */
const SECRETARIAT_OF = 'MAIN_CONFERENCE';

/** A closed set: the Länder, the Bund and the bodies that exist today. */
@Injectable()
export class OfficesQuery {
  constructor(
    private readonly database: Database,
    private readonly bodies: Bodies,
    private readonly heads: OfficeHeads,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<readonly OfficeType[]> {
    const today = berlinDay(this.clock.now());
    const { parties, bodies, heads } = await this.database.read(actor, async (tx) => ({
      parties: await tx.prepared<Party>('list-parties', 'SELECT code, name, kind FROM parties ORDER BY audience_code'),
      bodies: await this.bodies.listBodies(tx),
      heads: await this.heads.listSince(tx, today),
    }));
    const existing = bodies.filter((body) => isValidOn(body, today));
    const offices = [
      ...parties.map(({ code, name }) => ({ code: String(code), name })),
      ...existing.map((body) => ({
        code: String(body.code),
        name: body.code === SECRETARIAT_OF ? 'Geschäftsstelle' : `${shortNameOf(body.code)} – ${nameOn(body, today)}`,
      })),
    ];
    return offices.map((office) => ({
      ...office,
      heads: heads.filter(({ party, body }) => (party ?? body) === office.code).map((head) => shown(head, today)),
    }));
  }
}

function shown({ personName, ...record }: NamedOfficeHead, today: string): OfficeType['heads'][number] {
  const { id, personId, validFrom, validTo, revision } = record;
  return { id, personId, personName, validFrom, validTo, state: stateOfHead(record, today), revision, record };
}
