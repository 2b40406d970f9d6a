import type { BodyCode } from '#glossary';
import { committeesOf, isCirculated, isItemCirculated, type Agenda, type AgendaItem } from './agenda.js';

/** Audience codes of the organisation, as far as an agenda needs them. */
export interface AgendaAudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  readonly parties: readonly number[];
  readonly bodies: readonly number[];
  body(code: BodyCode): number;
  guests(code: BodyCode): number;
}

type AgendaSeen = Pick<Agenda, 'circulatedAt' | 'bodies'>;

/**
 * A draft is seen by those who work on it; what has been circulated, by every party and body. The agenda of a committee
 * is worked on within the committee, and its guests get it with the others.
 */
export function audienceOf(agenda: AgendaSeen, codes: AgendaAudienceCodes): readonly number[] {
  const { system, secretariat, chair, parties, bodies } = codes;
  const committees = committeesOf(agenda);
  if (committees.length === 0) {
    return isCirculated(agenda) ? [system, ...parties, ...bodies, secretariat, chair] : [system, secretariat, chair];
  }
  const members = committees.map((code) => codes.body(code));
  if (!isCirculated(agenda)) return [system, ...members];
  return [system, ...parties, ...members, ...committees.map((code) => codes.guests(code)), secretariat, chair];
}

/**
 * What has been added since the agenda was circulated is a draft until the next supplement. Even the title of a
 * restricted topic is for those alone who may see the topic.
 */
export function audienceOfItem(
  agenda: AgendaSeen,
  item: Pick<AgendaItem, 'restrictedTo' | 'number'>,
  codes: AgendaAudienceCodes,
): readonly number[] {
  const audience = audienceOf(isItemCirculated(item) ? agenda : { ...agenda, circulatedAt: null }, codes);
  const { restrictedTo } = item;
  return restrictedTo === null ? audience : audience.filter((code) => restrictedTo.includes(code));
}
