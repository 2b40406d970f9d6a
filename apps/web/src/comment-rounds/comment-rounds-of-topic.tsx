import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Act, send, textOf } from '../acts/act.js';
import { ActPanel } from '../acts/act-panel.js';
import {
  CommentRoundsOfTopicDocument,
  type CommentRoundsOfTopicQuery,
  OpenCommentRoundDocument,
} from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { Section } from '../ui/page.js';
import { CommentRoundRow } from './comment-round-row.js';

interface SectionProps {
  readonly topicId: string;
  /** Of the topic: another text, and another body, offer something else. */
  readonly revision: number;
}

/** Rounds in which Länder and Bund were asked what they think of a text, and where one can be opened. */
export function CommentRoundsOfTopic({ topicId, revision }: SectionProps) {
  const [{ data, error }, execute] = useQuery({ query: CommentRoundsOfTopicDocument, variables: { topicId } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (error) return <FailedPart error={error} onRetry={reload} />;
  if (!data) return null;
  const { commentRounds, commentRoundOpening: opening } = data.topic;
  if (commentRounds.length === 0 && !opening.available) return null;
  return (
    <Section title="Anmerkungsrunden">
      {commentRounds.length === 0 && (
        <p className="kern-body">Zu diesem Thema wurden noch keine Anmerkungen erbeten.</p>
      )}
      <ul className="plain-list card-list">
        {commentRounds.map((round) => (
          <li key={round.id}>
            <CommentRoundRow round={round} isOnTopic />
          </li>
        ))}
      </ul>
      {opening.available && (
        <ActPanel
          key={revision}
          actions={[opening]}
          actOf={() => openingOf(data.topic)}
          onDone={reload}
          onReload={reload}
        />
      )}
    </Section>
  );
}

function openingOf({ id: topicId, proposal, commentTerms }: CommentRoundsOfTopicQuery['topic']): Act {
  return {
    fields: [
      {
        name: 'workingDays',
        label: 'Frist',
        kind: 'one',
        choices: commentTerms.map(({ workingDays, inWords }) => ({ value: String(workingDays), label: inWords })),
        initial: String(commentTerms.at(-1)?.workingDays ?? ''),
      },
      {
        name: 'question',
        label: 'Frage',
        kind: 'text',
        hint: 'Worauf es Ihnen besonders ankommt.',
        optional: true,
      },
    ],
    explanation:
      `Gefragt wird nach Fassung ${proposal?.number ?? ''}. Alle, die in dem Gremium das Wort haben und das Thema sehen, ` +
      'werden benachrichtigt. Ändern Sie den Text, endet die Runde.',
    run: (client, values) => {
      const question = textOf(values, 'question');
      const input = {
        topicId,
        textHash: proposal?.textHash ?? '',
        workingDays: Number(textOf(values, 'workingDays')),
        question: question === '' ? null : question,
      };
      return send(client, OpenCommentRoundDocument, { input });
    },
  };
}
