import type { BodyCode, PartyCode } from '#glossary';
import { isNeedToKnow } from './need-to-know.js';
import type { Topic } from './topic.js';

/** Audience codes the rule needs; handed in so that the rule stays free of tables. */
export interface AudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  readonly allParties: readonly number[];
  party(code: PartyCode): number;
  body(code: BodyCode): number;
  guests(code: BodyCode): number;
}

/**
 * Who may see a topic. A draft belongs to its registrant alone; from the registration on the secretariat and the chair
 * see it with the co-registrants; once accepted, all parties and the committees concerned — or, when restricted, only
 * the parties named. Guests see what the leading and the involved committees deal with, unless it is restricted.
 */
export function audienceOf(topic: Topic, codes: AudienceCodes): readonly number[] {
  const registrant =
    topic.registrant.party === undefined ? codes.body(topic.registrant.body) : codes.party(topic.registrant.party);
  const audience = new Set([codes.system, registrant]);
  if (topic.submittedAt !== null) {
    for (const code of topic.coRegistrants) audience.add(codes.party(code));
    audience.add(codes.secretariat).add(codes.chair);
  }
  if (topic.acceptedAt !== null) {
    const parties = isNeedToKnow(topic.classification) ? topic.restrictedTo.map(codes.party) : codes.allParties;
    for (const code of parties) audience.add(code);
    const bodies: readonly (BodyCode | null)[] = [
      topic.leadCommittee,
      ...topic.involvedCommittees,
      ...conferencesThatNeedToKnow(topic),
    ];
    for (const code of bodies) if (code !== null) audience.add(codes.body(code));
    for (const code of guestsOf(topic)) audience.add(codes.guests(code));
  }
  return [...audience].sort((a, b) => a - b);
}

/** What is restricted the conferences see when it has reached them, everything else from the acceptance on. */
function conferencesThatNeedToKnow({ classification, state }: Topic): readonly BodyCode[] {
  if (!isNeedToKnow(classification)) return ['PRE_CONFERENCE', 'MAIN_CONFERENCE'];
  if (state === 'IN_PRE_CONFERENCE') return ['PRE_CONFERENCE'];
  const isBeforeAll = state === 'IN_MAIN_CONFERENCE' || state === 'IN_WRITTEN_PROCEDURE' || state === 'DECIDED';
  return isBeforeAll ? ['PRE_CONFERENCE', 'MAIN_CONFERENCE'] : [];
}

/** Committees whose guests follow the topic: no guest is among the parties that a restriction names. */
function guestsOf({ classification, leadCommittee, involvedCommittees }: Topic): readonly BodyCode[] {
  if (isNeedToKnow(classification)) return [];
  return leadCommittee === null ? involvedCommittees : [leadCommittee, ...involvedCommittees];
}
