import { partyCodes, type Capacity, type Classification, type NeedToKnowGroupState, type PartyCode } from '#glossary';
import type { DecisionContext, Refusal, Requirement } from '#platform/lifecycle';
import type { TopicContext, TopicEntry } from './topic.js';

/** Parties that are told of a kind of matter, under a name, so that topics need not list them each time. */
export interface NeedToKnowGroup {
  readonly id: string;
  readonly state: NeedToKnowGroupState;
  readonly name: string;
  readonly parties: readonly PartyCode[];
  readonly updatedAt: Date;
  readonly revision: number;
}

export type NeedToKnowGroupEntry = Omit<NeedToKnowGroup, 'state'> & { readonly state: NeedToKnowGroupState | 'NEW' };

export interface NeedToKnowContext extends DecisionContext<Capacity> {
  readonly isNameTaken: boolean;
  /** Null while only asking which actions are available. */
  readonly input: { readonly name?: string | undefined; readonly parties?: readonly PartyCode[] | undefined } | null;
}

/** Only those named see such a paper: what is marked VS-NfD is shared as narrowly as what is restricted. */
export function isNeedToKnow(classification: Classification): boolean {
  return classification === 'RESTRICTED' || classification === 'VS_NFD';
}

const fault = (code: string, field: string, message: string): Refusal => ({ code, field, message });
type GroupRequirement = Requirement<NeedToKnowGroupEntry, NeedToKnowContext>;

const LONGEST_NAME = 120;

export const hasGroupName: GroupRequirement = (_group, { input, isNameTaken }) => {
  const name = input?.name?.trim();
  if (input === null || name === undefined) return null;
  if (name === '') return fault('FIELD_REQUIRED', 'name', 'Die Gruppe braucht einen Namen.');
  if (name.length > LONGEST_NAME) {
    return fault('FIELD_TOO_LONG', 'name', `Der Name ist zu lang; erlaubt sind ${LONGEST_NAME} Zeichen.`);
  }
  return isNameTaken ? fault('NAME_TAKEN', 'name', 'Eine Gruppe mit diesem Namen gibt es bereits.') : null;
};

export const hasGroupParties: GroupRequirement = (_group, { input }) => {
  const parties = input?.parties;
  if (input === null || parties === undefined) return null;
  if (parties.length === 0) return fault('PARTIES_REQUIRED', 'parties', 'Bitte wählen Sie mindestens eine Stelle.');
  return areKnown(parties) ? null : unknownParty('parties');
};

function areKnown(parties: readonly PartyCode[]): boolean {
  return parties.every((code) => partyCodes.includes(code));
}

const unknownParty = (field: string): Refusal =>
  fault('PARTY_UNKNOWN', field, 'Eine der Stellen gibt es nicht: Es sind Länder oder der Bund.');

type TopicRequirement = Requirement<TopicEntry, TopicContext>;

export const isRestricted: TopicRequirement = ({ classification }) =>
  isNeedToKnow(classification)
    ? null
    : {
        code: 'NOT_RESTRICTED',
        message: 'Dieses Thema ist nicht beschränkt: Nach der Annahme sehen es alle Länder und der Bund.',
      };

export const namesKnownParties: TopicRequirement = (_topic, { input }) => {
  if (input === null) return null;
  const restriction = input.restriction ?? null;
  if (restriction === null) {
    return fault('GROUP_UNKNOWN', 'needToKnowGroupId', 'Diese Gruppe gibt es nicht, oder sie ist aufgelöst.');
  }
  return areKnown(restriction.parties) ? null : unknownParty('restrictedTo');
};

/** Faults of the parties named in a registration. */
export function restrictionFaults(restrictedTo: readonly PartyCode[]): readonly Refusal[] {
  return areKnown(restrictedTo) ? [] : [unknownParty('restrictedTo')];
}
