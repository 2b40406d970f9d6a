import { partyNames } from '#glossary';
import type { Requirement } from '#platform/lifecycle';
import { isClassified } from './release.js';
import type { ReleaseObjectionContext, ReleaseObjectionEntry } from './release-objection.js';

type ObjectionRequirement = Requirement<ReleaseObjectionEntry, ReleaseObjectionContext>;

/** Only in the party's own name (domain.md §5, invariant 7). */
export const actsForOwnParty: ObjectionRequirement = ({ party }, { ownParties, isAsking }) => {
  if (isAsking && party === null) return null;
  if (party !== null && ownParties.includes(party)) return null;
  return {
    code: 'NOT_ENTITLED',
    field: 'party',
    message: 'Einer Freigabe widerspricht nur die Koordination des Landes oder des Bundes selbst.',
  };
};

export const partyMayObject: ObjectionRequirement = ({ party }, context) =>
  party === null || context.partyMayObject
    ? null
    : {
        code: 'PARTY_MAY_NOT_OBJECT',
        field: 'party',
        message: `${partyNames[party]} hat hier kein Widerspruchsrecht.`,
      };

/** Two objections of two parties look the same from outside as one. */
export const releaseIsNotDecided: ObjectionRequirement = (_objection, { release }) =>
  release.state === 'PROPOSED' || release.state === 'BLOCKED'
    ? null
    : { code: 'RELEASE_DECIDED', message: 'Über die Freigabe ist bereits entschieden.' };

export const isNotClassified: ObjectionRequirement = (_objection, { release }) =>
  isClassified(release)
    ? { code: 'CLASSIFIED', message: 'Eingestufte Unterlagen werden nie freigegeben; ein Widerspruch ist nicht nötig.' }
    : null;

/** The instant itself ends it, whatever any queue did (invariant 11). */
export const isBeforeEndOfObjections: ObjectionRequirement = (_objection, { now, release: { objectionsUntil } }) =>
  now.getTime() < objectionsUntil.getTime()
    ? null
    : {
        code: 'DEADLINE_PASSED',
        message: 'Die Frist für Widersprüche ist abgelaufen.',
        details: { deadline: objectionsUntil.toISOString() },
      };

export const hasNotObjectedYet: ObjectionRequirement = ({ party }, { standingOwnParties, ownParties }) => {
  const left = party === null ? ownParties : [party];
  return left.length === 0 || left.some((own) => !standingOwnParties.includes(own))
    ? null
    : { code: 'ALREADY_OBJECTED', message: 'Ihr Widerspruch besteht bereits.' };
};

/** Once published, there is nothing left to be taken back by an objection's end. */
export const isStillOfUse: ObjectionRequirement = (_objection, { release }) =>
  release.state === 'BLOCKED'
    ? null
    : { code: 'RELEASE_DECIDED', message: 'Über die Freigabe ist bereits entschieden.' };
