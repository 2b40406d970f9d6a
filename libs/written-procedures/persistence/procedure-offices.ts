import { Injectable } from '@nestjs/common';
import { partyCodes } from '#glossary';
import type { Recipient } from '#notifications';
import { Offices, type Office } from '#organisation';
import type { ReadTx } from '#platform/database';

type Told = Office & Pick<Recipient, 'because'>;

const voters: readonly Told[] = partyCodes.map((party) => ({
  role: 'PARTY_COORDINATOR',
  party,
  because: 'Sie Ihr Land oder den Bund koordinieren',
}));
const chair: readonly Told[] = [{ role: 'CHAIR', because: 'Sie den Vorsitz führen' }];
const secretariat: readonly Told[] = [{ role: 'SECRETARIAT', because: 'Sie zur Geschäftsstelle gehören' }];

/** Who hears of a written procedure; each person once, whatever hats they wear. */
@Injectable()
export class ProcedureOffices {
  constructor(private readonly offices: Offices) {}

  /** Who opens it. */
  async whoOpen(tx: ReadTx): Promise<readonly Recipient[]> {
    return this.membersOf(tx, chair);
  }

  /** Who votes in it, the Bund with its position. */
  async whoVote(tx: ReadTx): Promise<readonly Recipient[]> {
    return this.membersOf(tx, voters);
  }

  /** Everybody to whom its end matters. */
  async whoTakePart(tx: ReadTx): Promise<readonly Recipient[]> {
    return this.membersOf(tx, [...chair, ...voters, ...secretariat]);
  }

  private async membersOf(tx: ReadTx, offices: readonly Told[]): Promise<readonly Recipient[]> {
    const told = new Map<string, Recipient>();
    for (const { because, ...office } of offices) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        if (!told.has(personId)) told.set(personId, { personId, because });
      }
    }
    return [...told.values()];
  }
}
