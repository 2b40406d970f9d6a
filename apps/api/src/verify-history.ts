import { SYSTEM } from '#organisation';
import { parseConfig, processEnvironment } from '#platform/config';
import { countHistory, Database, verifyHistory, type BrokenHistory } from '#platform/database';
import { ProgramRefused, runProgram } from '#platform/process';

const faults: Readonly<Record<BrokenHistory['fault'], string>> = {
  CHANGED: 'wurde nachträglich verändert',
  REMOVED_OR_REORDERED: 'fehlt oder steht an falscher Stelle',
};

function describe({ recordKind, recordId, sequence, fault }: BrokenHistory): string {
  return `  - ${recordKind} ${recordId}: Eintrag ${sequence} ${faults[fault]}`;
}

/** Checks the hash chain of every history. Exits 1 and names the records when one is not what was written. */
await runProgram(async () => {
  const { databaseUrl } = parseConfig(processEnvironment());
  const database = await Database.open({ url: databaseUrl, entities: [], poolSize: 1 });
  try {
    const { records, entries, broken } = await database.read(SYSTEM, async (tx) => {
      return { ...(await countHistory(tx)), broken: await verifyHistory(tx) };
    });
    const checked = `Geprüft: ${entries} Einträge in ${records} Verläufen.`;
    if (broken.length > 0) {
      throw new ProgramRefused([`${checked} ${broken.length} sind verletzt:`, ...broken.map(describe)].join('\n'));
    }
    process.stdout.write(`${checked} Alle sind unversehrt.\n`);
  } finally {
    await database.close();
  }
});
