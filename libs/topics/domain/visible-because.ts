import { shortNameOf, partyNames } from '#glossary';
import type { Actor } from '#organisation';
import type { Topic } from './topic.js';

/** Tells the reader why the topic can be seen: the closest relation first. */
export function visibleBecause(topic: Topic, actor: Actor): string {
  const parties = new Set(actor.assignments.flatMap(({ party }) => party ?? []));
  const bodies = new Set(actor.assignments.flatMap(({ body }) => body ?? []));
  const { party, body } = topic.registrant;
  if (party !== undefined && parties.has(party))
    return `Sie sehen das Thema, weil ${partyNames[party]} es angemeldet hat.`;
  if (body !== undefined && bodies.has(body))
    return `Sie sehen das Thema, weil ${shortNameOf(body)} es angemeldet hat.`;
  const coRegistrant = topic.coRegistrants.find((code) => parties.has(code));
  if (coRegistrant !== undefined) return `Sie sehen das Thema, weil ${partyNames[coRegistrant]} es mit angemeldet hat.`;
  const committee = [topic.leadCommittee, ...topic.involvedCommittees].find(
    (code) => code !== null && bodies.has(code),
  );
  if (committee !== undefined && committee !== null) {
    return `Sie sehen das Thema, weil ${shortNameOf(committee)} damit befasst ist.`;
  }
  const roles = new Set(actor.assignments.map(({ role }) => role));
  if (roles.has('SECRETARIAT')) return 'Sie sehen das Thema als Geschäftsstelle.';
  if (roles.has('CHAIR')) return 'Sie sehen das Thema als Vorsitz.';
  return 'Sie sehen das Thema, weil angenommene Themen allen Ländern und dem Bund offenstehen.';
}
