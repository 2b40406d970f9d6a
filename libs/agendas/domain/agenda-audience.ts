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
  officers(code: BodyCode): number;
}

type AgendaSeen = Pick<Agenda, 'circulatedAt' | 'bodies' | 'above'>;

/**
 * A draft is seen by those who prepare it: of the conference by the secretariat and the chair, of a committee by its
 * officers, those of the committee above it, and the secretariat. What has been circulated is seen by every party; that
 * of the conference by every body, that of a committee by its members and its guests.
 */
export function audienceOf(agenda: AgendaSeen, codes: AgendaAudienceCodes): readonly number[] {
  const { system, secretariat, chair, parties, bodies } = codes;
  const committees = committeesOf(agenda);
  if (committees.length === 0) {
    return isCirculated(agenda) ? [system, ...parties, ...bodies, secretariat, chair] : [system, secretariat, chair];
  }
  const officers = [...committees, ...agenda.above].map((code) => codes.officers(code));
  if (!isCirculated(agenda)) return [system, ...officers, secretariat];
  const people = [...committees.map((code) => codes.body(code)), ...committees.map((code) => codes.guests(code))];
  return [system, ...parties, ...people, ...officers, secretariat, chair];
}

/**
 * What has been added since the agenda was circulated is a draft until the next supplement. Even the title of a
 * restricted topic is for those alone who may see the topic: the officers of a body are people of the body.
 */
export function audienceOfItem(
  agenda: AgendaSeen,
  item: Pick<AgendaItem, 'restrictedTo' | 'number'>,
  codes: AgendaAudienceCodes,
): readonly number[] {
  const audience = audienceOf(isItemCirculated(item) ? agenda : { ...agenda, circulatedAt: null }, codes);
  const { restrictedTo } = item;
  if (restrictedTo === null) return audience;
  const bodies = [...committeesOf(agenda), ...agenda.above].filter((code) => restrictedTo.includes(codes.body(code)));
  const named = new Set([...restrictedTo, ...bodies.map((code) => codes.officers(code))]);
  return audience.filter((code) => named.has(code));
}
