import { Injectable } from '@nestjs/common';
import { shortNameOf, type BodyCode, type Role } from '#glossary';
import type { Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { ReadTx } from '#platform/database';
import { isOfWholeConference } from '../../domain/session.js';

const officesOfCommittee: readonly Role[] = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'GUEST'];

/**
 * Who belongs to a session today: of a committee its people and guests, of the conference as a whole the coordination
 * of every Land and of the Bund.
 */
@Injectable()
export class SessionInvitees {
  constructor(private readonly offices: Offices) {}

  /** By person, each once however many of the bodies it belongs to. */
  async ofBodies(tx: ReadTx, bodies: readonly BodyCode[]): Promise<ReadonlyMap<string, Recipient>> {
    const people = new Map<string, Recipient>();
    for (const body of bodies) {
      for (const each of await this.peopleOf(tx, body)) people.set(each.personId, each);
    }
    return people;
  }

  private async peopleOf(tx: ReadTx, body: BodyCode): Promise<readonly Recipient[]> {
    if (isOfWholeConference(body)) {
      const coordinators = await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR' });
      return coordinators.map(({ personId }) => ({ personId, because: 'Sie Ihr Land oder den Bund koordinieren' }));
    }
    const because = `Sie zu ${shortNameOf(body)} gehören`;
    const people: Recipient[] = [];
    for (const role of officesOfCommittee) {
      const holders = await this.offices.membersOf(tx, { role, body });
      people.push(...holders.map(({ personId }) => ({ personId, because })));
    }
    return people;
  }
}
