import { partyCodes } from '#glossary';
import { ALL_PARTIES_AUDIENCE, audienceOfParty, type Offices, type OfficeHolder } from '#organisation';
import type { ReadTx } from '#platform/database';

/** The coordination of every party that belongs to the audience, each person once. */
export async function coordinatorsAmong(
  tx: ReadTx,
  offices: Offices,
  audience: readonly number[],
): Promise<readonly OfficeHolder[]> {
  if (ALL_PARTIES_AUDIENCE.every((code) => audience.includes(code))) {
    return offices.membersOf(tx, { role: 'PARTY_COORDINATOR' });
  }
  const holders: OfficeHolder[] = [];
  for (const party of partyCodes.filter((code) => audience.includes(audienceOfParty(code)))) {
    holders.push(...(await offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party })));
  }
  return [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
}
