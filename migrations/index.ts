import type { MigrationClass } from '#platform/database';
import { LayTheGround1767225600000 } from './1767225600000-lay-the-ground.js';

/** In the order in which they are applied. */
export const migrations: readonly MigrationClass[] = [LayTheGround1767225600000];
