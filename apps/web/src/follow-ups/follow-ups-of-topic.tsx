import { followUpKindNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { type Act, oneOf, send, textOf } from '../acts/act.js';
import { ActDialog } from '../acts/act-dialog.js';
import {
  type ClausePartsFragment,
  CreateFollowUpDocument,
  type FollowUpKind,
  FollowUpsOfTopicDocument,
} from '../generated/graphql.js';
import { Section } from '../ui/page.js';
import { dueFields, dueInput } from './due-fields.js';
import { addressees } from './follow-up-view.js';
import { FollowUpRow } from './follow-up-row.js';

/** What the resolution on a topic asks for; shown once there is a resolution. */
export function FollowUpsOfTopic({ topicId }: { readonly topicId: string }) {
  const [{ data }, execute] = useQuery({ query: FollowUpsOfTopicDocument, variables: { id: topicId } });
  const [isAsking, setAsking] = useState(false);
  const resolution = data?.topic.resolution;
  if (!resolution) return null;
  const reload = () => execute({ requestPolicy: 'network-only' });
  return (
    <Section title="Aufträge">
      {resolution.followUps.length === 0 && <p className="kern-body">Zu diesem Beschluss ist kein Auftrag angelegt.</p>}
      <ul className="plain-list card-list">
        {resolution.followUps.map((followUp) => (
          <li key={followUp.id}>
            <FollowUpRow followUp={followUp} />
          </li>
        ))}
      </ul>
      {resolution.mayCreateFollowUp && (
        <KernButton text="Auftrag anlegen" variant="secondary" icon="add" onClick={() => setAsking(true)} />
      )}
      {isAsking && (
        <ActDialog
          title="Auftrag anlegen"
          about={resolution.id}
          act={createFollowUp(resolution)}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            reload();
          }}
          onReload={reload}
        />
      )}
    </Section>
  );
}

interface AskingResolution {
  readonly id: string;
  readonly clauses: readonly ClausePartsFragment[];
  readonly followUps: readonly { readonly id: string; readonly task: string; readonly state: string }[];
}

const unfulfilled = new Set(['OPEN', 'IN_PROGRESS', 'EXTENDED']);

function createFollowUp({ id: resolutionId, clauses, followUps }: AskingResolution): Act {
  const repeatable = followUps.filter(({ state }) => unfulfilled.has(state));
  return {
    fields: [
      { name: 'clauseId', label: 'Aus Ziffer', kind: 'one', choices: choicesOf(clauses) },
      {
        name: 'kind',
        label: 'Art',
        kind: 'one',
        hint: 'Der Bund wird nur gebeten, nicht beauftragt.',
        choices: Object.entries(followUpKindNames).map(([value, label]) => ({ value, label })),
      },
      { name: 'addressee', label: 'Adressat', kind: 'one', choices: addressees },
      { name: 'task', label: 'Auftrag', kind: 'text' },
      ...dueFields,
      ...(repeatable.length === 0
        ? []
        : [
            {
              name: 'repeatsId',
              label: 'Wiederholt den unerfüllten Auftrag',
              kind: 'one' as const,
              optional: true,
              choices: repeatable.map(({ id, task }) => ({ value: id, label: task })),
            },
          ]),
    ],
    run: (client, values) => {
      const repeatsId = textOf(values, 'repeatsId');
      const input = {
        resolutionId,
        clauseId: textOf(values, 'clauseId'),
        kind: oneOf<FollowUpKind>(values, 'kind'),
        addressee: textOf(values, 'addressee'),
        task: textOf(values, 'task'),
        due: dueInput(values),
        ...(repeatsId === '' ? {} : { repeatsId }),
      };
      return send(client, CreateFollowUpDocument, { input });
    },
  };
}

const LONGEST = 80;

/** Every clause, sub-points too, in the order of the text. */
function choicesOf(clauses: readonly Clause[]): { value: string; label: string }[] {
  return clauses.flatMap(({ id, number, text, children }) => {
    const start = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
    return [{ value: id, label: number ? `${number} ${start}` : start }, ...choicesOf(children ?? [])];
  });
}

interface Clause {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly children?: readonly Clause[];
}
