import { membershipKindNames, partyCodes, partyNames } from '#glossary';
import { type Act, type ActField, listOf, oneOf, send, textOf } from '../acts/act.js';
import {
  type BodyPagePartsFragment,
  type BodyRowPartsFragment,
  ChangeMembershipDocument,
  DissolveBodyDocument,
  type MembershipKind,
  RenameBodyDocument,
  SetUpBodyDocument,
} from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };
const rightNames = {
  mayRegister: 'Themen anmelden',
  mayVote: 'abstimmen',
  mayDeclare: 'Erklärungen zu Protokoll geben',
  mayObjectToRelease: 'der Freigabe widersprechen',
} as const;

export const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const partyChoices: readonly Choice[] = partyCodes.map((code) => ({ value: code, label: partyNames[code] }));

/** The four rights, as columns of a table. */
export const rightColumns = [
  { right: 'mayRegister', label: 'Anmelden' },
  { right: 'mayVote', label: 'Abstimmen' },
  { right: 'mayDeclare', label: 'Erklären' },
  { right: 'mayObjectToRelease', label: 'Freigabe widersprechen' },
] as const;

export function setUpBody(bodies: readonly BodyRowPartsFragment[]): Act {
  const parents = bodies.filter(({ state }) => state === 'ACTIVE');
  return {
    explanation:
      'Das Gremium beginnt mit den Mitgliedern und Rechten des übergeordneten. Das Kürzel bleibt auf Dauer, der Name kann sich ändern.',
    fields: [
      { name: 'code', label: 'Kürzel', kind: 'line', hint: 'Beginnt mit „UA “ oder „AG “, zum Beispiel UA FEK.' },
      { name: 'name', label: 'Voller Name', kind: 'line' },
      {
        name: 'parent',
        label: 'Übergeordnetes Gremium',
        kind: 'one',
        choices: parents.map(({ code, shortName }) => ({ value: code, label: shortName })),
      },
      { name: 'on', label: 'Erster Tag', kind: 'day' },
    ],
    run: (client, values) =>
      send(client, SetUpBodyDocument, {
        input: {
          code: textOf(values, 'code'),
          name: textOf(values, 'name'),
          parent: textOf(values, 'parent'),
          on: textOf(values, 'on'),
        },
      }),
  };
}

export function bodyActOf(body: BodyPagePartsFragment): (action: string) => Act | null {
  const { code, revision: expectedRevision } = body;
  return (action) => {
    switch (action) {
      case 'renameBody':
        return {
          explanation: 'Der bisherige Name bleibt für die Zeit davor erhalten.',
          fields: [
            { name: 'name', label: 'Neuer Name', kind: 'line', initial: body.name },
            { name: 'on', label: 'Erster Tag des neuen Namens', kind: 'day' },
          ],
          run: (client, values) => {
            const input = { code, expectedRevision, name: textOf(values, 'name'), on: textOf(values, 'on') };
            return send(client, RenameBodyDocument, { input });
          },
        };
      case 'dissolveBody':
        return {
          explanation: 'Mit dem Gremium enden alle Aufgaben in ihm. Was es beraten hat, bleibt erhalten.',
          fields: [{ name: 'on', label: 'Letzter Tag', kind: 'day' }, reason],
          run: (client, values) => {
            const input = { code, expectedRevision, on: textOf(values, 'on'), reason: textOf(values, 'reason') };
            return send(client, DissolveBodyDocument, { input });
          },
        };
      case 'changeMembership':
        return changeMembership(body);
      default:
        return null;
    }
  };
}

const endOfMembership = 'ENDS';

function changeMembership({ code, revision: expectedRevision }: BodyPagePartsFragment): Act {
  return {
    explanation: 'Was bis dahin galt, bleibt für die Zeit davor erhalten.',
    fields: [
      { name: 'party', label: 'Land oder Bund', kind: 'one', choices: partyChoices },
      {
        name: 'kind',
        label: 'Zugehörigkeit',
        kind: 'one',
        choices: [...choicesOf(membershipKindNames), { value: endOfMembership, label: 'endet' }],
      },
      { name: 'rights', label: 'Rechte', kind: 'many', choices: choicesOf(rightNames), optional: true },
      { name: 'on', label: 'Erster Tag der Änderung, letzter Tag bei Ende', kind: 'day' },
      reason,
    ],
    run: (client, values) => {
      const rights = listOf(values, 'rights');
      const kind = textOf(values, 'kind') === endOfMembership ? null : oneOf<MembershipKind>(values, 'kind');
      const given = { party: textOf(values, 'party'), on: textOf(values, 'on'), reason: textOf(values, 'reason') };
      const may = (right: keyof typeof rightNames): boolean => rights.includes(right);
      return send(client, ChangeMembershipDocument, {
        input: {
          code,
          expectedRevision,
          kind,
          ...given,
          mayRegister: may('mayRegister'),
          mayVote: may('mayVote'),
          mayDeclare: may('mayDeclare'),
          mayObjectToRelease: may('mayObjectToRelease'),
        },
      });
    },
  };
}
