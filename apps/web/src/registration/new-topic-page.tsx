import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient, useQuery } from 'urql';
import { ConferenceChoicesDocument } from '../generated/graphql.js';
import { forgetDraft, storeDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import { useSession, type Viewer } from '../session/session.js';
import { SelectField } from '../ui/fields.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';
import type { Refusal } from '../ui/refusals.js';
import { inputOf } from './clause-tree.js';
import type { EditedDraft } from './edit-topic-page.js';
import { emptyDraft, fieldsOf, type RegistrationDraft } from './registration-draft.js';
import { RegistrationForm } from './registration-form.js';
import { createTopic, reviseProposal } from './save-registration.js';

type Registrant = Viewer['mayRegisterFor'][number];

const codeOfRegistrant = ({ party, body }: Registrant) => party?.code ?? body?.code ?? '';

export function NewTopicPage() {
  const { viewer } = useSession();
  const [{ data, error }, execute] = useQuery({ query: ConferenceChoicesDocument });
  if (viewer.mayRegisterFor.length === 0) {
    return (
      <Page
        title="Thema anmelden"
        lead="Themen melden die Koordination und die Fachreferate der Länder und des Bundes sowie die Arbeitskreise an. Mit Ihrem Konto ist das nicht möglich."
      />
    );
  }
  if (data) return <NewTopic conferences={data.conferences} />;
  if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  return <Loading what="Das Formular wird geladen" />;
}

interface ConferenceChoice {
  readonly id: string;
  readonly title: string;
  readonly endsOn: string;
  readonly directRegistrationDeadline: string;
}

/** The next conference that takes registrations without urgency; else the next one of all. */
function usualChoice(open: readonly ConferenceChoice[]): ConferenceChoice | undefined {
  const inOrder = [...open].sort((a, b) => a.endsOn.localeCompare(b.endsOn));
  return inOrder.find((each) => new Date(each.directRegistrationDeadline) > new Date()) ?? inOrder[0];
}

function NewTopic({ conferences }: { readonly conferences: readonly ConferenceChoice[] }) {
  const { viewer } = useSession();
  const draftName = useDraftName('neu');
  const client = useClient();
  const navigate = useNavigate();
  const [open] = useState(() => conferences.filter(({ endsOn }) => endsOn >= viewer.today));
  const [initial] = useState<RegistrationDraft>(() => ({
    ...emptyDraft,
    registrant: viewer.mayRegisterFor.map(codeOfRegistrant)[0] ?? '',
    conferenceId: usualChoice(open)?.id ?? '',
  }));
  const { draft, change, wasRestored, discard } = useKeptDraft(draftName, initial);
  const save = async (): Promise<readonly Refusal[]> => {
    const registrant = viewer.mayRegisterFor.find((known) => codeOfRegistrant(known) === draft.registrant);
    const created = await createTopic(client, {
      fields: fieldsOf(draft),
      conferenceId: draft.conferenceId,
      ...(registrant?.body ? { registrantBody: registrant.body.code } : { registrantParty: draft.registrant }),
    });
    if (!created.ok) return created.refusals;
    forgetDraft(draftName);
    const { id } = created.value;
    if (draft.clauses.length === 0 || draft.kind === 'FIRESIDE' || draft.isPlaceholder) return leaveTo(`/themen/${id}`);
    const revised = await reviseProposal(client, { topicId: id, expectedVersion: 0, clauses: inputOf(draft.clauses) });
    if (revised.ok) return leaveTo(`/themen/${id}`);
    // The topic exists, its text was refused: go on where it can be put right, with everything entered.
    storeDraft<EditedDraft>(`${viewer.person.id}:${id}`, { revision: null, version: 0, draft });
    await navigate(`/themen/${id}/bearbeiten`, { replace: true, state: { refusals: revised.refusals } });
    return revised.refusals;
  };
  const leaveTo = async (path: string): Promise<readonly Refusal[]> => {
    await navigate(path, { replace: true });
    return [];
  };
  const chosen = open.find(({ id }) => id === draft.conferenceId);
  return (
    <Page
      title="Thema anmelden"
      lead="Gespeichert wird zunächst ein Entwurf, den nur Ihre Stelle sieht. Eingereicht wird er danach auf der Seite des Themas."
    >
      <RegistrationForm
        draft={draft}
        onChange={change}
        wasRestored={wasRestored}
        onDiscard={discard}
        onSave={save}
        origin={(errorOf) => (
          <fieldset className="form-part stack">
            <legend className="kern-heading-medium">Anmeldung</legend>
            <SelectField
              id="registrant"
              label="Anmeldende Stelle"
              value={draft.registrant}
              onChange={(registrant) => change({ ...draft, registrant })}
              choices={viewer.mayRegisterFor.map((known) => ({ value: codeOfRegistrant(known), label: known.name }))}
              error={errorOf('registrant') ?? errorOf('registrantParty') ?? errorOf('registrantBody')}
            />
            <SelectField
              id="conferenceId"
              label="Konferenz"
              hint={chosen && `Direkte Anmeldung bis ${formatInstant(chosen.directRegistrationDeadline)}`}
              value={draft.conferenceId}
              onChange={(conferenceId) => change({ ...draft, conferenceId })}
              choices={open.map(({ id, title }) => ({ value: id, label: title }))}
              error={errorOf('conferenceId')}
            />
          </fieldset>
        )}
      />
    </Page>
  );
}
