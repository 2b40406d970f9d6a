import type { Database } from '#platform/database';
import { SYSTEM } from '#organisation';
import { insertDemoPeople } from './people.js';

/** Fills an empty database with people, past conferences and open work for every role; leaves any other as it is. */
export async function createDemoData(database: Database, onProgress: (message: string) => void): Promise<void> {
  const isEmpty = await database.read(
    SYSTEM,
    async (tx) => (await tx.query('SELECT 1 FROM people LIMIT 1')).length === 0,
  );
  if (!isEmpty) return;
  onProgress('Vorführdaten werden angelegt');
  await database.write(SYSTEM, (tx) => insertDemoPeople(tx));
}
