import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { DeadlineKind } from '#glossary';
import { DEADLINE_KEEPER, type DeadlineKeeperHandler, type DeadlineKeeperOptions } from './deadline-keeper.js';
import type { Deadline } from './domain/deadline.js';

interface KnownKeeper extends DeadlineKeeperOptions {
  readonly name: string;
  readonly handler: DeadlineKeeperHandler;
}

const NOBODY = 'SELECT NULL::uuid AS deadline_id, NULL AS role, NULL AS party, NULL AS body WHERE false';

/** Finds the keepers of all kinds among the providers of the process; a keeper needs no registration besides its module. */
@Injectable()
export class DeadlineKeepers implements OnModuleInit {
  private found: readonly KnownKeeper[] | null = null;

  constructor(private readonly providers: DiscoveryService) {}

  /** Two keepers would close one thing twice, or remind of it twice: then the process does not start. */
  onModuleInit(): void {
    const problems = problemsOf(this.keepers());
    if (problems.length > 0) throw new Error(problems.join('; '));
  }

  /** What closes what a deadline of this kind closes; null where nothing has to be closed. */
  closerOf(kind: DeadlineKind): ((deadline: Deadline) => Promise<void>) | null {
    const handler = this.keepers().find(({ kinds }) => kinds.includes(kind))?.handler;
    return handler?.close === undefined ? null : (deadline) => handler.close?.(deadline) ?? Promise.resolve();
  }

  /** One statement for all kinds; it reads a table or query named `asked`, which has the columns of `deadlines`. */
  openDutiesSql(): string {
    const parts = this.keepers().flatMap(({ kinds, handler: { openDuties } }) => {
      if (openDuties === undefined) return [];
      const own = kinds.map((kind) => `'${kind}'`).join(', ');
      return [
        `SELECT deadline_id, role, party, body FROM (WITH asked AS (SELECT * FROM asked WHERE kind IN (${own}))
           SELECT * FROM (${openDuties}) AS answered) AS duties`,
      ];
    });
    return parts.length === 0 ? NOBODY : parts.join('\nUNION ALL\n');
  }

  private keepers(): readonly KnownKeeper[] {
    this.found ??= this.discover();
    return this.found;
  }

  private discover(): readonly KnownKeeper[] {
    const found = new Map<unknown, KnownKeeper>();
    for (const { metatype, instance } of this.providers.getProviders()) {
      if (typeof metatype !== 'function' || found.has(metatype)) continue;
      const options = Reflect.getMetadata(DEADLINE_KEEPER, metatype) as DeadlineKeeperOptions | undefined;
      if (options === undefined) continue;
      found.set(metatype, { ...options, name: metatype.name, handler: instance as DeadlineKeeperHandler });
    }
    return [...found.values()];
  }
}

function problemsOf(keepers: readonly KnownKeeper[]): readonly string[] {
  const byKind = new Map<DeadlineKind, string[]>();
  for (const { name, kinds } of keepers) {
    for (const kind of kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  }
  return [...byKind].flatMap(([kind, names]) =>
    names.length === 1 ? [] : [`Two keepers for the deadlines ${kind}: ${names.join(', ')}`],
  );
}
