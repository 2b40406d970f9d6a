import type { PartyCode } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import type { TopicContext, TopicEntry } from './topic.js';

/** Conditions on joining a registration, leaving it and taking it over; each act names the party it is done for. */
type TopicRequirement = Requirement<TopicEntry, TopicContext>;

const fault = (code: string, message: string): Refusal => ({ code, field: 'party', message });

const alreadyRegisters = fault('ALREADY_REGISTRANT', 'Ihre Stelle meldet dieses Thema bereits an.');
const notInThisName = fault('NOT_ENTITLED', 'Sie handeln nicht für diese Stelle.');
const isAmong = (topic: TopicEntry, party: PartyCode): boolean =>
  topic.registrant.party === party || topic.coRegistrants.includes(party);

/** Another party joins in its own name. Whoever may do so already sees the topic: there is nothing to consent to. */
export const joinsInOwnName: TopicRequirement = (topic, { input, coordinates }) => {
  if (input === null) return coordinates.every((party) => isAmong(topic, party)) ? alreadyRegisters : null;
  const { party } = input;
  if (party === undefined) return fault('PARTY_REQUIRED', 'Bitte geben Sie an, für welche Stelle Sie handeln.');
  if (!coordinates.includes(party)) return notInThisName;
  return isAmong(topic, party) ? alreadyRegisters : null;
};

export const actsForCoRegistrant: TopicRequirement = (topic, { input, coordinates }) => {
  if (input === null) return null;
  const { party } = input;
  if (party === undefined) return fault('PARTY_REQUIRED', 'Bitte geben Sie an, für welche Stelle Sie handeln.');
  if (!coordinates.includes(party)) return notInThisName;
  return topic.coRegistrants.includes(party)
    ? null
    : fault('NOT_CO_REGISTRANT', 'Diese Stelle meldet das Thema nicht mit an.');
};

export const wasTakenOn: TopicRequirement = (topic) =>
  topic.acceptedAt !== null
    ? null
    : {
        code: 'NEVER_ACCEPTED',
        message: 'Die Anmeldung war noch nicht angenommen. Bitte melden Sie das Thema im eigenen Namen neu an.',
      };
