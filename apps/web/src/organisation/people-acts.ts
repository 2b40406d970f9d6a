import { roleNames } from '#glossary';
import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import {
  AddPersonDocument,
  AppointDeputyDocument,
  type AssignmentCardPartsFragment,
  EndAssignmentDocument,
  GrantAssignmentDocument,
  HandOverAssignmentDocument,
  type OrganisationChoicesQuery,
  type Role,
} from '../generated/graphql.js';
import { choicesOf, partyChoices } from './body-acts.js';

type Choices = OrganisationChoicesQuery;

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };
const firstDay: ActField = { name: 'on', label: 'Erster Tag', kind: 'day' };
const lastDay: ActField = { name: 'until', label: 'Letzter Tag', kind: 'day', optional: true };

function personField(label: string): ActField {
  return { name: 'personId', label, kind: 'person' };
}

const orNull = (values: ActValues, name: string): string | null => textOf(values, name) || null;

export function beginningActOf(choices: Choices): (action: string) => Act | null {
  return (action) => {
    switch (action) {
      case 'addPerson':
        return {
          explanation: 'Die Person sieht nichts, bis ihr eine Aufgabe übertragen wird.',
          fields: [
            { name: 'name', label: 'Name', kind: 'line' },
            {
              name: 'mail',
              label: 'E-Mail-Adresse',
              kind: 'line',
              hint: 'An ihr wird die Person bei der Anmeldung erkannt.',
            },
          ],
          run: (client, values) =>
            send(client, AddPersonDocument, { input: { name: textOf(values, 'name'), mail: textOf(values, 'mail') } }),
        };
      case 'grantAssignment':
        return grantAssignment(choices);
      default:
        return null;
    }
  };
}

function grantAssignment(choices: Choices): Act {
  const bodies = choices.bodies.map(({ code, shortName }) => ({ value: code, label: shortName }));
  return {
    fields: [
      personField('Person'),
      { name: 'role', label: 'Aufgabe', kind: 'one', choices: choicesOf(roleNames) },
      { name: 'party', label: 'Land oder Bund', kind: 'one', choices: partyChoices, optional: true },
      { name: 'body', label: 'Gremium', kind: 'one', choices: bodies, optional: true },
      firstDay,
      lastDay,
    ],
    run: (client, values) =>
      send(client, GrantAssignmentDocument, {
        input: {
          personId: textOf(values, 'personId'),
          role: oneOf<Role>(values, 'role'),
          party: orNull(values, 'party'),
          body: orNull(values, 'body'),
          on: textOf(values, 'on'),
          until: orNull(values, 'until'),
        },
      }),
  };
}

export function assignmentActOf({
  id: assignmentId,
  revision: expectedRevision,
}: AssignmentCardPartsFragment): (action: string) => Act | null {
  const about = { assignmentId, expectedRevision };
  const whoAndWhen = (values: ActValues) => ({ personId: textOf(values, 'personId'), on: textOf(values, 'on') });
  return (action) => {
    switch (action) {
      case 'appointDeputy':
        return {
          fields: [personField('Vertretung durch'), firstDay, lastDay],
          run: (client, values) => {
            const input = { ...about, ...whoAndWhen(values), until: orNull(values, 'until') };
            return send(client, AppointDeputyDocument, { input });
          },
        };
      case 'handOverAssignment':
        return {
          explanation:
            'Die Aufgabe endet am Tag davor für die eine und beginnt für die andere Person, in einem Schritt.',
          fields: [personField('Nachfolge'), { ...firstDay, label: 'Erster Tag der Nachfolge' }, reason],
          run: (client, values) => {
            const input = { ...about, ...whoAndWhen(values), reason: textOf(values, 'reason') };
            return send(client, HandOverAssignmentDocument, { input });
          },
        };
      case 'endAssignment':
        return {
          explanation: 'Mit gestern als letztem Tag endet die Aufgabe sofort. Vertretungen enden mit.',
          fields: [{ name: 'on', label: 'Letzter Tag', kind: 'day' }, reason],
          run: (client, values) => {
            const input = { ...about, on: textOf(values, 'on'), reason: textOf(values, 'reason') };
            return send(client, EndAssignmentDocument, { input });
          },
        };
      default:
        return null;
    }
  };
}
