import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { partyCodes, partyNames } from '#glossary';
import { ActDialog } from '../acts/act-dialog.js';
import { ActPanel } from '../acts/act-panel.js';
import { type Act, type ActField, listOf, send, textOf } from '../acts/act.js';
import {
  ChangeNeedToKnowGroupDocument,
  CreateNeedToKnowGroupDocument,
  DissolveNeedToKnowGroupDocument,
  type GroupPartsFragment,
  NeedToKnowGroupsDocument,
} from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { Loading, Page, Section } from '../ui/page.js';

/** Groups of parties that restricted topics are opened to; the secretariat looks after them. */
export function NeedToKnowPage() {
  const { viewer } = useSession();
  const [{ data, error }, execute] = useQuery({ query: NeedToKnowGroupsDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const [isCreating, setCreating] = useState(false);
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Die Gruppen werden geladen" />;
  }
  const isSecretariat = viewer.capacities.some(({ role }) => role === 'SECRETARIAT');
  const close = () => setCreating(false);
  return (
    <Page
      title="Gruppen benannter Stellen"
      lead="Ein beschränktes Thema sehen nur benannte Stellen. Eine Gruppe gibt ihnen einen Namen; ändert sie sich, folgen die Themen sofort."
    >
      {isSecretariat && (
        <KernButton text="Gruppe anlegen" variant="primary" icon="add" onClick={() => setCreating(true)} />
      )}
      {isCreating && (
        <ActDialog
          title="Gruppe anlegen"
          act={creation}
          onClose={close}
          onReload={reload}
          onDone={() => {
            close();
            reload();
          }}
        />
      )}
      <Section title="Gruppen">
        {data.needToKnowGroups.length === 0 && (
          <p className="kern-body">
            Es gibt noch keine Gruppe. Bis dahin werden die Stellen bei jedem beschränkten Thema einzeln benannt.
          </p>
        )}
        <ul className="plain-list stack">
          {data.needToKnowGroups.map((group) => (
            <li key={group.id} className="boxed">
              <p className="kern-body kern-body--bold">
                {group.name}
                {group.state === 'DISSOLVED' && ` (${group.stateLabel})`}
              </p>
              <p className="kern-body">{group.parties.map(({ name }) => name).join(', ')}</p>
              {isSecretariat && group.state === 'ACTIVE' && (
                <ActPanel
                  actions={group.availableActions}
                  actOf={groupActOf(group)}
                  onDone={reload}
                  onReload={reload}
                  about={group.name}
                />
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function fieldsOf(group?: GroupPartsFragment): readonly ActField[] {
  const parties = group === undefined ? {} : { initial: group.parties.map(({ code }) => code) };
  return [
    { name: 'name', label: 'Name', kind: 'line', initial: group?.name ?? '' },
    {
      name: 'parties',
      label: 'Stellen',
      kind: 'many',
      choices: partyCodes.map((code) => ({ value: code, label: partyNames[code] })),
      ...parties,
    },
  ];
}

const creation: Act = {
  fields: fieldsOf(),
  run: (client, values) =>
    send(client, CreateNeedToKnowGroupDocument, {
      input: { name: textOf(values, 'name'), parties: listOf(values, 'parties') },
    }),
};

function groupActOf(group: GroupPartsFragment): (action: string) => Act | null {
  const base = { groupId: group.id, expectedRevision: group.revision };
  const acts: Readonly<Record<string, Act>> = {
    changeNeedToKnowGroup: {
      fields: fieldsOf(group),
      explanation:
        'Themen, die dieser Gruppe folgen, sind sofort für die neuen Stellen sichtbar und für frühere nicht mehr.',
      run: (client, values) =>
        send(client, ChangeNeedToKnowGroupDocument, {
          input: { ...base, name: textOf(values, 'name'), parties: listOf(values, 'parties') },
        }),
    },
    dissolveNeedToKnowGroup: {
      fields: [],
      explanation: 'Die Gruppe wird nicht mehr angeboten. Themen behalten die Stellen, die sie benennen.',
      run: (client) => send(client, DissolveNeedToKnowGroupDocument, { input: base }),
    },
  };
  return (action) => acts[action] ?? null;
}
