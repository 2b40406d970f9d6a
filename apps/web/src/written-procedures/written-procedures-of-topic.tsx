import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Act, send, textOf } from '../acts/act.js';
import { ActPanel } from '../acts/act-panel.js';
import { RequestWrittenProcedureDocument, WrittenProceduresOfTopicDocument } from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { Section } from '../ui/page.js';
import { WrittenProcedureRow } from './written-procedure-row.js';

/** What was asked to be voted on in writing, and where it can be asked for. */
export function WrittenProceduresOfTopic({ topicId }: { readonly topicId: string }) {
  const [{ data, error }, execute] = useQuery({ query: WrittenProceduresOfTopicDocument, variables: { topicId } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (error) return <FailedPart error={error} onRetry={reload} />;
  if (!data) return null;
  const { writtenProcedures, writtenProcedureRequest: request } = data.topic;
  if (writtenProcedures.length === 0 && !request.available) return null;
  return (
    <Section title="Umlaufverfahren">
      <ul className="plain-list card-list">
        {writtenProcedures.map((procedure) => (
          <li key={procedure.id}>
            <WrittenProcedureRow procedure={procedure} />
          </li>
        ))}
      </ul>
      {request.available && (
        <ActPanel actions={[request]} actOf={() => requestOf(topicId)} onDone={reload} onReload={reload} />
      )}
    </Section>
  );
}

function requestOf(topicId: string): Act {
  return {
    fields: [
      {
        name: 'reason',
        label: 'Begründung',
        kind: 'text',
        hint: 'Warum nicht bis zur nächsten Sitzung gewartet wird.',
      },
    ],
    explanation: 'Der Vorsitz entscheidet, ob er das Verfahren eröffnet.',
    run: (client, values) =>
      send(client, RequestWrittenProcedureDocument, { input: { topicId, reason: textOf(values, 'reason') } }),
  };
}
