import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { ReleaseState } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, invalidCursor, pageLength } from '#platform/graphql';
import type { Release } from '../../domain/release.js';
import { Releases } from '../../persistence/release.repository.js';

export interface ReleaseListArguments {
  readonly conferenceId: string;
  readonly state: ReleaseState | null;
  readonly first: number;
  readonly after: string | null;
}

export interface ReleasePage {
  readonly nodes: readonly Release[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The releases of a conference in the order in which they were proposed. */
@Injectable()
export class ReleaseListQuery {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
  ) {}

  async execute(actor: Actor, { conferenceId, state, first, after }: ReleaseListArguments): Promise<ReleasePage> {
    const length = pageLength(first);
    const behind = after === null ? null : idOf(after);
    if (!isUuid(conferenceId)) return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const page = { conferenceId, state, behind, limit: length + 1 };
    const found = await this.database.read(actor, (tx) => this.releases.listPage(tx, page));
    const nodes = found.slice(0, length);
    const last = nodes.at(-1);
    const endCursor = last === undefined ? null : encodeCursor([last.id]);
    return { nodes, pageInfo: { hasNextPage: found.length > length, endCursor } };
  }
}

function idOf(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw invalidCursor();
}
