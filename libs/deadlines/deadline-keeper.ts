import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { DeadlineKind, Role } from '#glossary';
import type { Deadline } from './domain/deadline.js';

export const DEADLINE_KEEPER = 'deadlines:keeper';

export interface DeadlineKeeperOptions {
  /** Each kind has one keeper at most. */
  readonly kinds: readonly DeadlineKind[];
}

/** Somebody who is still expected to act until then, and can. */
export interface OpenDuty {
  readonly deadlineId: string;
  readonly role: Role;
  readonly party: string | null;
  readonly body: string | null;
}

/** What a library knows of its kinds of deadlines. */
export interface DeadlineKeeperHandler {
  /**
   * SQL without parameters that answers rows (deadline_id uuid, role text, party text, body text): who is still expected
   * to act by which open deadline, and can. It reads `asked`, which has the columns of `deadlines` and of them alone those
   * of the keeper's own kinds, and sees what the person sees who asks. Absent: nobody in particular.
   */
  readonly openDuties?: string;
  /**
   * Closes what the deadline closes, as the system and by the library's own handler; called in the order of the instants,
   * after which the deadline passes. It must change nothing when it runs twice; as long as it throws, the deadline does
   * not pass and it is called again. Absent: each act looks at the instant itself, and nothing has to be closed.
   */
  close?(deadline: Deadline): Promise<void>;
}

/** Makes the class, a provider of its library's module, the one that knows these kinds of deadlines. */
export function DeadlineKeeper(
  options: DeadlineKeeperOptions,
): <Keeper extends new (...dependencies: never[]) => DeadlineKeeperHandler>(target: Keeper) => void {
  return applyDecorators(Injectable(), SetMetadata(DEADLINE_KEEPER, options));
}
