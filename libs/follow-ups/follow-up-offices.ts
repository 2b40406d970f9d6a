import { Injectable } from '@nestjs/common';
import { landCodes } from '#glossary';
import type { Recipient } from '#notifications';
import { Offices, type Office } from '#organisation';
import type { Tx } from '#platform/database';
import type { Addressee } from './domain/addressee.js';

/** Who answers for an addressee. */
@Injectable()
export class FollowUpOffices {
  constructor(private readonly offices: Offices) {}

  async recipientsFor(tx: Tx, addressee: Addressee): Promise<readonly Recipient[]> {
    const recipients = new Map<string, Recipient>();
    for (const office of officesOf(addressee)) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        recipients.set(personId, { personId, because: 'Ihre Stelle um etwas gebeten ist' });
      }
    }
    return [...recipients.values()];
  }

  async secretariat(tx: Tx): Promise<readonly Recipient[]> {
    const members = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    return members.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
  }
}

function officesOf(addressee: Addressee): readonly Office[] {
  switch (addressee.kind) {
    case 'BODY':
      return [
        { role: 'COMMITTEE_CHAIR', body: addressee.code },
        { role: 'COMMITTEE_SECRETARY', body: addressee.code },
      ];
    case 'PARTY':
      return [{ role: 'PARTY_COORDINATOR', party: addressee.code }];
    case 'CHAIR':
      return [{ role: 'CHAIR' }];
    case 'ALL_LAENDER':
      // The Bund is no Land.
      return landCodes.map((party) => ({ role: 'PARTY_COORDINATOR', party }));
  }
}
