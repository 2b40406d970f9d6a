import { isCirculated, type Agenda, type AgendaItem } from './agenda.js';

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

/** Even the title of a restricted topic is for those alone who may see the topic. */
export function audienceOfItem(
  audience: readonly number[],
  { restrictedTo }: Pick<AgendaItem, 'restrictedTo'>,
): readonly number[] {
  return restrictedTo === null ? audience : audience.filter((code) => restrictedTo.includes(code));
}
