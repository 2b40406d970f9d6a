import { isCirculated, isItemCirculated, type Agenda, type AgendaItem } from './agenda.js';

/** Audience codes of the organisation, as far as an agenda needs them. */
export interface AgendaAudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  readonly parties: readonly number[];
  readonly bodies: readonly number[];
}

/** A draft is seen by those who work on it; what has been circulated, by every party and body. */
export function audienceOf(agenda: Pick<Agenda, 'circulatedAt'>, codes: AgendaAudienceCodes): readonly number[] {
  const { system, secretariat, chair, parties, bodies } = codes;
  return isCirculated(agenda) ? [system, ...parties, ...bodies, secretariat, chair] : [system, secretariat, chair];
}

/**
 * What has been added since the agenda was circulated is a draft until the next supplement. Even the title of a
 * restricted topic is for those alone who may see the topic.
 */
export function audienceOfItem(
  agenda: Pick<Agenda, 'circulatedAt'>,
  item: Pick<AgendaItem, 'restrictedTo' | 'number'>,
  codes: AgendaAudienceCodes,
): readonly number[] {
  const audience = audienceOf(isItemCirculated(item) ? agenda : { circulatedAt: null }, codes);
  const { restrictedTo } = item;
  return restrictedTo === null ? audience : audience.filter((code) => restrictedTo.includes(code));
}
