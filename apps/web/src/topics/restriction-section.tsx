import { Link } from 'react-router';
import { useQuery } from 'urql';
import { partyCodes, partyNames } from '#glossary';
import { ActPanel } from '../acts/act-panel.js';
import { type Act, listOf, send, textOf } from '../acts/act.js';
import { NeedToKnowGroupsDocument, RestrictTopicDocument, type TopicPartsFragment } from '../generated/graphql.js';
import { Section } from '../ui/page.js';

interface RestrictionSectionProps {
  readonly topic: TopicPartsFragment;
  readonly onChanged: () => void;
}

/** Who sees a restricted topic, and where that is changed. */
export function RestrictionSection({ topic, onChanged }: RestrictionSectionProps) {
  const isRestricted = topic.classification === 'RESTRICTED' || topic.classification === 'VS_NFD';
  const [{ data }] = useQuery({ query: NeedToKnowGroupsDocument, pause: !isRestricted });
  if (!isRestricted) return null;
  const named = topic.restrictedTo.map(({ name }) => name).join(', ');
  const groups = (data?.needToKnowGroups ?? []).filter(({ state }) => state === 'ACTIVE');
  return (
    <Section title="Wer dieses Thema sieht">
      <p className="kern-body">
        Die anmeldenden Stellen, die Geschäftsstelle, der Vorsitz und die befassten Gremien
        {named === '' ? '; weitere Stellen sind nicht benannt.' : `; benannt sind: ${named}.`}
      </p>
      <p className="kern-body">
        {topic.needToKnowGroup && `Die Benennung folgt der Gruppe „${topic.needToKnowGroup.name}“. `}
        <Link className="kern-link" to="/benannte-stellen">
          Gruppen benannter Stellen ansehen
        </Link>
      </p>
      <ActPanel
        actions={topic.availableActions.filter(({ action, available }) => action === 'restrictTopic' && available)}
        actOf={(action) => (action === 'restrictTopic' ? restriction(topic, groups) : null)}
        onDone={onChanged}
        onReload={onChanged}
        about="benannte Stellen"
      />
    </Section>
  );
}

function restriction(
  { id, revision, restrictedTo }: TopicPartsFragment,
  groups: readonly { readonly id: string; readonly name: string }[],
): Act {
  const group =
    groups.length === 0
      ? []
      : [
          {
            name: 'needToKnowGroupId',
            label: 'Gruppe',
            kind: 'one' as const,
            optional: true,
            hint: 'Statt einzelner Stellen; Änderungen der Gruppe wirken dann auch hier.',
            choices: [
              { value: '', label: 'Keine Gruppe' },
              ...groups.map((each) => ({ value: each.id, label: each.name })),
            ],
          },
        ];
  return {
    fields: [
      ...group,
      {
        name: 'restrictedTo',
        label: 'Benannte Stellen',
        kind: 'many',
        optional: true,
        choices: partyCodes.map((code) => ({ value: code, label: partyNames[code] })),
        initial: restrictedTo.map(({ code }) => code),
      },
    ],
    explanation:
      'Nach der Annahme sehen auch die benannten Stellen das Thema. Die Geschäftsstelle wird benachrichtigt.',
    run: (client, values) =>
      send(client, RestrictTopicDocument, {
        input: {
          topicId: id,
          expectedRevision: revision,
          needToKnowGroupId: textOf(values, 'needToKnowGroupId') || null,
          restrictedTo: listOf(values, 'restrictedTo'),
        },
      }),
  };
}
