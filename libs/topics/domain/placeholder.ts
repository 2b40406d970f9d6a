import type { Refusal, Requirement } from '#platform/lifecycle';
import type { TopicContext, TopicEntry, TopicRegistration } from './topic.js';

/** A record in place of classified papers (liegt gesondert vor): a neutral title, whose it is, and nothing of them. */

const fault = (code: string, field: string, message: string): Refusal => ({ code, field, message });

const texts = ['subtitle', 'facts', 'rationale', 'financialImpact'] as const;

export function placeholderFaults(registration: TopicRegistration, topic: TopicEntry): readonly Refusal[] {
  if (!registration.isPlaceholder) return [];
  const { classification, precedents, attachments } = registration;
  const holdsNothing = 'Ein Platzhalter hält nichts aus den Unterlagen fest. Bitte lassen Sie dieses Feld leer.';
  const filled = texts.filter((field) => registration[field] !== null);
  return [
    ...(classification === 'VS_NFD'
      ? []
      : [fault('PLACEHOLDER_NOT_CLASSIFIED', 'classification', 'Ein Platzhalter steht für eine Verschlusssache.')]),
    ...[...filled, ...(precedents.length === 0 ? [] : ['precedents'])].map((field) =>
      fault('PLACEHOLDER_HOLDS_NOTHING', field, holdsNothing),
    ),
    ...(attachments.every((each) => each.classification === 'VS_NFD')
      ? []
      : [
          fault(
            'PLACEHOLDER_HOLDS_NOTHING',
            'attachments',
            'Auch Anlagen eines Platzhalters liegen gesondert vor. Bitte stufen Sie sie als VS-NfD ein.',
          ),
        ]),
    ...(topic.proposalVersionId === null
      ? []
      : [
          fault(
            'PLACEHOLDER_HAS_TEXT',
            'isPlaceholder',
            'Zu diesem Entwurf gibt es schon einen Beschlussvorschlag. Bitte melden Sie den Platzhalter neu an.',
          ),
        ]),
  ];
}

export const isNoPlaceholder: Requirement<TopicEntry, TopicContext> = ({ isPlaceholder }) =>
  isPlaceholder
    ? {
        code: 'PLACEHOLDER_HAS_NO_TEXT',
        message: 'Der Beschlussvorschlag liegt gesondert vor und wird hier nicht geführt.',
      }
    : null;
