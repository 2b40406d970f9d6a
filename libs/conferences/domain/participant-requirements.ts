import type { Capacity, PartyCode, SessionState } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import type { AnnouncedParticipant, Participant } from './participant.js';
import type { Session } from './session.js';

interface Entry {
  readonly participant: Participant | null;
  readonly session: Session;
}

interface Asking {
  readonly capacities: ReadonlySet<Capacity>;
  readonly ownParties: readonly PartyCode[];
  readonly announced: AnnouncedParticipant | null;
  readonly others: readonly Participant[];
}

type ParticipantRequirement = (entry: Entry, asking: Asking) => Refusal | readonly Refusal[] | null;

const LONGEST_TEXT = 200;
const upcoming: ReadonlySet<SessionState> = new Set<SessionState>(['PLANNED', 'INVITED', 'IN_PROGRESS']);
const begun: ReadonlySet<SessionState> = new Set<SessionState>(['IN_PROGRESS', 'CONCLUDED', 'MINUTES_DRAFT']);
const forAnybody: readonly Capacity[] = ['SECRETARIAT', 'COMMITTEE_SECRETARY', 'COMMITTEE_CHAIR'];

export const sessionStillTakesPlace: ParticipantRequirement = ({ session: { state } }) =>
  upcoming.has(state)
    ? null
    : { code: 'SESSION_OVER', message: 'Die Sitzung ist beendet oder abgesagt.', details: { state } };

export const sessionHasBegun: ParticipantRequirement = ({ session: { state } }) =>
  begun.has(state)
    ? null
    : {
        code: 'SESSION_NOT_RUNNING',
        message: 'Die Anwesenheit wird ab Eröffnung der Sitzung bis zur Vereinbarung der Niederschrift festgehalten.',
        details: { state },
      };

export const namesSomebody: ParticipantRequirement = (_entry, { announced }) =>
  announced === null ? null : [...textFaults('name', 'Der Name', announced.name), ...officeFaults(announced)];

function officeFaults({ office, party, body }: AnnouncedParticipant): readonly Refusal[] {
  const tooLong = { code: 'FIELD_TOO_LONG', message: `Die Funktion hat höchstens ${LONGEST_TEXT} Zeichen.` };
  const twoPlaces = { code: 'TWO_PLACES', message: 'Wer teilnimmt, gehört zu einem Land oder zu einem Gremium.' };
  return [
    ...((office?.length ?? 0) > LONGEST_TEXT ? [{ ...tooLong, field: 'office' }] : []),
    ...(party !== null && body !== null ? [{ ...twoPlaces, field: 'body' }] : []),
  ];
}

export function textFaults(field: string, label: string, text: string): readonly Refusal[] {
  if (text.trim() === '') return [{ code: 'FIELD_REQUIRED', message: `${label} fehlt.`, field }];
  const message = `${label} hat höchstens ${LONGEST_TEXT} Zeichen.`;
  return text.length > LONGEST_TEXT ? [{ code: 'FIELD_TOO_LONG', message, field }] : [];
}

/** A coordinator speaks for the own party alone; secretariat and officers of the committee for everybody. */
export const isOfOwnParty: ParticipantRequirement = ({ participant }, { announced, capacities, ownParties }) => {
  const asked = participant ?? announced;
  if (asked === null || forAnybody.some((capacity) => capacities.has(capacity))) return null;
  if (asked.party !== null && ownParties.includes(asked.party)) return null;
  return { code: 'NOT_OWN_PARTY', message: 'Sie sprechen nur für Ihr eigenes Land oder den Bund.', field: 'party' };
};

export const isNotAnnouncedYet: ParticipantRequirement = (_entry, { announced, others }) => {
  const isSame = ({ name, party, body }: Participant): boolean =>
    name.toLowerCase() === announced?.name.trim().toLowerCase() && party === announced.party && body === announced.body;
  return others.some(isSame)
    ? { code: 'ALREADY_ANNOUNCED', message: 'Diese Person ist schon angemeldet.', field: 'name' }
    : null;
};

export const isOnlyHead: ParticipantRequirement = (_entry, { announced, others }) => {
  if (announced?.role !== 'HEAD_OF_DELEGATION') return null;
  if (announced.party === null) {
    return {
      code: 'HEAD_WITHOUT_PARTY',
      message: 'Eine Delegation leitet, wer für ein Land oder den Bund kommt.',
      field: 'role',
    };
  }
  const head = others.find(({ role, party }) => role === 'HEAD_OF_DELEGATION' && party === announced.party);
  return head === undefined
    ? null
    : { code: 'HEAD_ALREADY_NAMED', message: `Die Delegation leitet schon ${head.name}.`, field: 'role' };
};
