import { Injectable } from '@nestjs/common';
import { berlinDay, Clock } from '#platform/clock';
import { Database, newId, type RecordEvent, type Tx } from '#platform/database';
import { permit, refused, type Refused } from '#platform/lifecycle';
import { SYSTEM, type Actor, type Assignment } from '../../domain/actor.js';
import { capacitiesOn, WHOLE_CONFERENCE } from '../../domain/capacities.js';
import { checkNameAndMail, checkNewPerson, type NewPerson, type SoundPerson } from '../../domain/new-person.js';
import { personLifecycle } from '../../domain/person-lifecycle.js';
import { bodiesMissingBetween } from '../../persistence/body-existence.js';
import { keeperFor } from '../../persistence/keeper.js';
import { People, type StoredPerson } from '../../persistence/person.repository.js';

/** Without a first day the assignment is valid from today on. */
export interface AddPerson extends Omit<NewPerson, 'validFrom'> {
  readonly validFrom: string | null;
}

export type AddPersonAnswer =
  | {
      readonly ok: true;
      readonly person: StoredPerson;
      readonly assignment: Assignment;
      /** What was not there before. */
      readonly added: 'PERSON' | 'ASSIGNMENT' | 'NOTHING';
    }
  | Refused;

/**
 * Entrusts somebody with a role; adds the person when nobody has this mail address. Asking again changes nothing.
 * For administrators at the server; who is signed in adds people without any role (`addKnown`).
 */
@Injectable()
export class AddPersonHandler {
  private readonly people = new People();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(input: AddPerson): Promise<AddPersonAnswer> {
    const now = this.clock.now();
    const checked = checkNewPerson({ ...input, validFrom: input.validFrom ?? berlinDay(now) });
    if (!('name' in checked)) return refused(...checked);
    return this.database.write(SYSTEM, (tx) => this.add(tx, checked, now));
  }

  /** Adds a person who is entrusted with nothing yet. Of two who add the same address at once one is refused. */
  async addKnown(actor: Actor, given: { readonly name: string; readonly mail: string }): Promise<KnownPersonAnswer> {
    const now = this.clock.now();
    const checked = checkNameAndMail(given);
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    const problems = 'name' in checked ? [] : checked;
    return this.database.write(keeperFor(actor), async (tx): Promise<KnownPersonAnswer> => {
      const isMailTaken = 'name' in checked && (await this.people.lockPersonByMail(tx, checked.mail)) !== null;
      const context = { now, capacities, problems, isMailTaken };
      const verdict = permit(personLifecycle, { state: 'NEW' }, 'addPerson', context);
      if (!verdict.ok) return verdict;
      if (!('name' in checked)) return refused(...checked);
      const person = { id: newId(), ...checked };
      const by = { actorName: actor.name, capacity: verdict.capacity };
      const event = { ...eventOf(person, verdict.emits, now, {}), ...by };
      return (await this.people.savePerson(tx, person, [event])) ? { ok: true, person } : mailTaken;
    });
  }

  private async add(tx: Tx, { name, mail, assignment }: SoundPerson, now: Date): Promise<AddPersonAnswer> {
    const { body, validFrom, validTo } = assignment;
    if (body !== null && (await bodiesMissingBetween(tx, [body], validFrom, validTo ?? validFrom)).length > 0)
      return noBody;
    const newcomer = { id: newId(), name, mail };
    const isNew = await this.people.savePerson(tx, newcomer, [eventOf(newcomer, 'person.added', now, {})]);
    const person = await this.people.lockPersonByMail(tx, mail);
    if (person === null) throw new Error('A person is neither new nor known');
    if (person.name !== name) return differentName(person);
    const [overlapping] = await this.people.listOverlapping(tx, person.id, assignment);
    if (overlapping === undefined) {
      const event = eventOf(person, 'person.assigned', now, { ...assignment });
      await this.people.saveAssignment(tx, person.id, assignment, [event]);
      return { ok: true, person, assignment, added: isNew ? 'PERSON' : 'ASSIGNMENT' };
    }
    return isWithin(assignment, overlapping)
      ? { ok: true, person, assignment: overlapping, added: 'NOTHING' }
      : overlaps(overlapping);
  }
}

export type KnownPersonAnswer = { readonly ok: true; readonly person: StoredPerson } | Refused;

const mailTaken = refused({
  code: 'MAIL_TAKEN',
  message: 'Diese E-Mail-Adresse gehört schon zu einer erfassten Person.',
  field: 'mail',
});

const noBody = refused({
  code: 'UNKNOWN_BODY',
  message: 'Dieses Gremium gibt es zu dieser Zeit nicht.',
  field: 'body',
});

function isWithin(wanted: Assignment, given: Assignment): boolean {
  const endsInTime = given.validTo === null || (wanted.validTo !== null && wanted.validTo <= given.validTo);
  return given.validFrom <= wanted.validFrom && endsInTime;
}

/** A mistyped address must not give one person's rights to another. */
function differentName({ name, mail }: StoredPerson): Refused {
  return refused({ code: 'DIFFERENT_NAME', message: `Die Adresse ${mail} gehört zu „${name}“.`, field: 'mail' });
}

function overlaps({ validFrom, validTo }: Assignment): Refused {
  const until = validTo === null ? 'auf Dauer' : `bis ${validTo}`;
  const message = `Dieselbe Aufgabe ist schon ab ${validFrom} ${until} vergeben; die Zeiträume überschneiden sich.`;
  return refused({ code: 'ASSIGNED_ALREADY', message, field: 'validFrom' });
}

/** Neither name nor mail address: what is in the history stays there for ever. */
function eventOf({ id }: StoredPerson, type: string, occurredAt: Date, data: RecordEvent['data']): RecordEvent {
  const by = { actorName: SYSTEM.name, capacity: 'SYSTEM', reason: null };
  return { type, recordKind: 'person', recordId: id, ...by, occurredAt, data };
}
