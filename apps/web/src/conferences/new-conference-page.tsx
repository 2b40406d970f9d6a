import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient, useQuery } from 'urql';
import { PlanConferenceDocument, PlanningProfilesDocument } from '../generated/graphql.js';
import { forgetDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import { useInstallation, useSession } from '../session/session.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { LinkButton } from '../ui/link-button.js';
import { Notice } from '../ui/notice.js';
import { Loading, Page } from '../ui/page.js';
import { errorOf, refusalOfFailure, type Refusal } from '../ui/refusals.js';
import { mayPlan } from './conference-acts.js';
import { type ConferenceDraft, emptyConference, inputOf, unreadableIn } from './conference-draft.js';
import { ConferenceFields, DeadlineFields } from './conference-fields.js';

export function NewConferencePage() {
  const installation = useInstallation();
  if (installation === null) return <Loading what="Es wird nachgesehen, wer hier planen kann" />;
  if (!mayPlan(installation)) {
    return (
      <Page
        title="Konferenz planen"
        lead="Konferenzen planen die Geschäftsstelle und das Land, das den Vorsitz hat. Mit Ihrem Konto ist das nicht möglich."
      >
        <LinkButton to="/konferenzen" text="Zu den Konferenzen" />
      </Page>
    );
  }
  return (
    <Page
      title="Konferenz planen"
      lead="Die geplante Konferenz sehen sofort alle Beteiligten. Die Sitzungen der Gremien planen Sie danach auf der Seite der Konferenzen."
    >
      <NewConference />
    </Page>
  );
}

const fields = new Set(Object.keys(emptyConference));

function NewConference() {
  const { viewer } = useSession();
  const client = useClient();
  const navigate = useNavigate();
  const draftName = useDraftName('neue-konferenz');
  const { draft, change, wasRestored, discard } = useKeptDraft<ConferenceDraft>(draftName, emptyConference);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isSending, setSending] = useState(false);
  const [{ data: known }] = useQuery({ query: PlanningProfilesDocument });
  const profiles = (known?.conferenceProfiles ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const plan = async (): Promise<readonly Refusal[]> => {
    const unreadable = unreadableIn(draft, viewer);
    if (unreadable.length > 0) return unreadable;
    const { data, error } = await client
      .mutation(PlanConferenceDocument, { input: inputOf(draft, viewer) })
      .toPromise();
    if (error) return [refusalOfFailure(error)];
    const planned = data?.planConference.conference;
    if (!planned) return data?.planConference.refusals ?? [];
    forgetDraft(draftName);
    await navigate('/konferenzen', { replace: true, state: { planned: planned.id } });
    return [];
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setRefusals(await plan());
    setSending(false);
  };
  const part = { draft, onChange: change, errorOf: (field: string) => errorOf(refusals, field) };
  return (
    <form className="form stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary refusals={refusals} fieldId={(field) => (fields.has(field) ? field : null)} />
      {wasRestored && (
        <Notice variant="info" title="Ihr ungespeicherter Entwurf wurde wiederhergestellt">
          <KernButton text="Entwurf verwerfen" variant="secondary" icon="delete" onClick={discard} />
        </Notice>
      )}
      <ConferenceFields {...part} profiles={profiles} />
      <DeadlineFields {...part} />
      <div>
        <KernButton text={isSending ? 'Wird gesendet …' : 'Konferenz planen'} type="submit" variant="primary" />
      </div>
    </form>
  );
}
