import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, notFound, pageLength } from '#platform/graphql';
import { actionsOnParticipant } from '../../domain/participant-lifecycle.js';
import { toParticipantType, type ParticipantConnectionType } from '../../participant.graphql.js';
import { Participants, type ParticipantPlace } from '../../persistence/participant.repository.js';
import { Sessions } from '../../persistence/session.repository.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

/** Who takes part: the Länder in their order, the Bund, bodies, guests. Up to two hundred people, page by page. */
@Injectable()
export class ParticipantListQuery {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly sessions: Sessions,
    private readonly transition: SessionTransitionHandler,
  ) {}

  async execute(
    actor: Actor,
    sessionId: string,
    first: number,
    after: string | null | undefined,
  ): Promise<ParticipantConnectionType> {
    const length = pageLength(first);
    const place = after === null || after === undefined ? null : placeOf(after);
    return this.database.read(actor, async (tx) => {
      const session = await this.sessions.findSession(tx, sessionId);
      if (session === null) throw notFound();
      const known = this.transition.contextOf(actor, session.bodies, await this.sessions.listParents(tx));
      const context = { ...known, announced: null, attendance: null, others: [] };
      const found = await this.participants.listPage(tx, sessionId, length, place);
      const page = found.slice(0, length);
      const last = page.at(-1);
      return {
        nodes: page.map(({ position: _position, ...participant }) => ({
          ...toParticipantType(participant),
          availableActions: actionsOnParticipant(participant, session, context),
        })),
        pageInfo: {
          hasNextPage: found.length > length,
          endCursor: last === undefined ? null : encodeCursor([last.position, last.name, last.id]),
        },
      };
    });
  }
}

function placeOf(cursor: string): ParticipantPlace {
  const [position, name, id] = decodeCursor(cursor, 3);
  if (typeof position !== 'number' || !Number.isInteger(position)) throw invalidCursor();
  if (typeof name !== 'string' || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) throw invalidCursor();
  return { position, name, id };
}
