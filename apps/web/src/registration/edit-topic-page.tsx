import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { RegistrationFormDocument, type RegistrationFormQuery } from '../generated/graphql.js';
import { forgetDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page } from '../ui/page.js';
import type { Refusal } from '../ui/refusals.js';
import { inputOf, sameTexts } from './clause-tree.js';
import { draftOfTopic, fieldsOf, type RegistrationDraft } from './registration-draft.js';
import { RegistrationForm } from './registration-form.js';
import { editTopic, reviseProposal } from './save-registration.js';
import { TextConflict, type TextsInConflict, textsInConflict } from './text-conflict.js';

type Topic = RegistrationFormQuery['topic'];

/**
 * What is being edited, and the state of the topic it started from: who has not seen a change must not overwrite it,
 * even when this page has meanwhile read the topic again. Null: whatever is current.
 */
export interface EditedDraft {
  readonly revision: number | null;
  readonly version: number;
  readonly draft: RegistrationDraft;
}

export function EditTopicPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({
    query: RegistrationFormDocument,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (data) return <EditTopic key={data.topic.id} topic={data.topic} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Das Thema wird geladen" />;
}

interface EditTopicProps {
  readonly topic: Topic;
  readonly onReload: () => void;
}

const editedFrom = (topic: Topic): EditedDraft => ({
  revision: topic.revision,
  version: topic.proposal?.number ?? 0,
  draft: draftOfTopic(topic),
});

function EditTopic({ topic, onReload }: EditTopicProps) {
  const draftName = useDraftName(topic.id);
  const navigate = useNavigate();
  const client = useClient();
  const { state } = useLocation() as { readonly state: { readonly refusals?: readonly Refusal[] } | null };
  const { draft: edited, change, wasRestored, discard } = useKeptDraft<EditedDraft>(draftName, editedFrom(topic));
  const [conflict, setConflict] = useState<TextsInConflict | null>(null);
  const may = (action: string) => topic.availableActions.some((known) => known.action === action && known.available);
  const saveFields = async (): Promise<readonly Refusal[]> => {
    if (!may('editTopic')) return [];
    if (JSON.stringify(fieldsOf(edited.draft)) === JSON.stringify(fieldsOf(draftOfTopic(topic)))) return [];
    const expectedRevision = edited.revision ?? topic.revision;
    const answer = await editTopic(client, { topicId: topic.id, expectedRevision, fields: fieldsOf(edited.draft) });
    if (!answer.ok) return answer.refusals;
    change({ ...edited, revision: answer.value.revision });
    return [];
  };
  const saveText = async (): Promise<readonly Refusal[]> => {
    const clauses = edited.draft.clauses;
    if (
      edited.draft.kind === 'FIRESIDE' ||
      edited.draft.isPlaceholder ||
      sameTexts(clauses, draftOfTopic(topic).clauses)
    )
      return [];
    const input = { topicId: topic.id, expectedVersion: edited.version, clauses: inputOf(clauses) };
    const answer = await reviseProposal(client, input);
    if (answer.ok) return [];
    setConflict(textsInConflict(answer.refusals));
    return answer.refusals;
  };
  const save = async (): Promise<readonly Refusal[]> => {
    setConflict(null);
    const refusals = await saveFields();
    if (refusals.length > 0) return refusals;
    const textRefusals = await saveText();
    if (textRefusals.length > 0) return textRefusals;
    forgetDraft(draftName);
    await navigate(`/themen/${topic.id}`);
    return [];
  };
  const reload = () => {
    change({ ...edited, revision: null });
    onReload();
  };
  if (!may('editTopic') && !may('reviseProposal')) return <NotEditable topic={topic} />;
  return (
    <Page title={`Bearbeiten: ${topic.title}`} lead={<p>Stand: {topic.stateLabel}</p>}>
      <RegistrationForm
        draft={edited.draft}
        onChange={(draft) => change({ ...edited, draft })}
        wasRestored={wasRestored}
        onDiscard={discard}
        onSave={save}
        initialRefusals={state?.refusals ?? []}
        onReload={reload}
        isTextOnly={!may('editTopic')}
        conflict={
          conflict && (
            <TextConflict
              conflict={conflict}
              onKeepMine={() => {
                change({ ...edited, version: conflict.theirVersion });
                setConflict(null);
              }}
              onTakeTheirs={() => {
                change({
                  ...edited,
                  version: conflict.theirVersion,
                  draft: { ...edited.draft, clauses: conflict.theirs },
                });
                setConflict(null);
              }}
            />
          )
        }
        origin={() => (
          <Facts
            facts={[
              { term: 'Anmeldende Stelle', value: topic.registrant.name },
              { term: 'Konferenz', value: topic.conference.title },
            ]}
          />
        )}
      />
    </Page>
  );
}

function NotEditable({ topic }: { readonly topic: Topic }) {
  const reasons = topic.availableActions.find(({ action }) => action === 'editTopic')?.refusals ?? [];
  return (
    <Page title={`Bearbeiten: ${topic.title}`} lead="Diese Anmeldung kann zurzeit nicht bearbeitet werden.">
      <ul className="kern-list kern-list--bullet">
        {reasons.map(({ code, message }) => (
          <li key={code} className="kern-body">
            {message}
          </li>
        ))}
      </ul>
      <LinkButton to={`/themen/${topic.id}`} text="Zum Thema" />
    </Page>
  );
}
