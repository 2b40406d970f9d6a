import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import {
  CreateConferenceProfileDocument,
  EditConferenceProfileDocument,
  type ConferenceProfilesQuery,
} from '../generated/graphql.js';
import { forgetDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { Failure, NotFound } from '../ui/failure.js';
import { SelectField, TextField } from '../ui/fields.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page } from '../ui/page.js';
import { errorOf, type Refusal } from '../ui/refusals.js';
import {
  dayFields,
  draftFrom,
  holidayFields,
  hourFields,
  inputFrom,
  nameFields,
  type ProfileDraft,
  ruleFields,
  scheduleFields,
  unreadableIn,
} from './profile-draft.js';
import { mayEdit, useProfiles } from './profiles-page.js';

type Profile = ConferenceProfilesQuery['conferenceProfiles'][number];

/** "neu" begins another one from what is known already. */
export function ProfilePage() {
  const { code = '' } = useParams();
  const { profiles, error, reload } = useProfiles();
  if (!profiles) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Das Profil wird geladen" />;
  }
  const isNew = code === 'neu';
  const profile = isNew ? profiles[0] : profiles.find((each) => each.code === code);
  if (profile === undefined) return <NotFound />;
  const title = isNew ? 'Konferenzprofil anlegen' : `Konferenzprofil bearbeiten: ${profile.name}`;
  if (!mayEdit(profile)) {
    return (
      <Page title={title} lead="Profile bearbeitet die Geschäftsstelle. Mit Ihrem Konto ist das nicht möglich.">
        <LinkButton to="/konferenzprofile" text="Zu den Konferenzprofilen" />
      </Page>
    );
  }
  return (
    <Page title={title} lead="Geplante Konferenzen und eröffnete Abstimmungen bleiben, wie sie sind.">
      <ProfileForm key={`${code} ${profile.revision}`} profile={profile} isNew={isNew} onReload={reload} />
    </Page>
  );
}

interface ProfileFormProps {
  readonly profile: Profile;
  readonly isNew: boolean;
  readonly onReload: () => void;
}

function ProfileForm({ profile, isNew, onReload }: ProfileFormProps) {
  const client = useClient();
  const navigate = useNavigate();
  const draftName = useDraftName(`konferenzprofil-${isNew ? 'neu' : `${profile.code}-${profile.revision}`}`);
  const { draft, change } = useKeptDraft<ProfileDraft>(draftName, draftFrom(profile, isNew));
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isSending, setSending] = useState(false);
  const save = async (): Promise<readonly Refusal[]> => {
    const unreadable = unreadableIn(draft);
    if (unreadable.length > 0) return unreadable;
    const input = inputFrom(draft, profile);
    const answer = isNew
      ? await send(client, CreateConferenceProfileDocument, { input })
      : await send(client, EditConferenceProfileDocument, { input: { ...input, expectedRevision: profile.revision } });
    if (answer.length > 0) return answer;
    forgetDraft(draftName);
    onReload();
    await navigate('/konferenzprofile');
    return [];
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setRefusals(await save());
    setSending(false);
  };
  const part = { draft, onChange: change, refusals };
  const coded = (names: Profile['names']['bodies']) =>
    names.map(({ code, name }) => ({ name: `name ${code}`, label: `Name für „${name}“` }));
  return (
    <form className="form stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary refusals={refusals} fieldId={(field) => (field in draft ? field : null)} onReload={onReload} />
      <ProfileFields
        {...part}
        title="Fachministerkonferenz"
        fields={[...(isNew ? [codeField] : []), nameField, ...nameFields]}
      />
      <ProfileFields {...part} title="Regeln" fields={ruleFields} />
      <ProfileFields {...part} title="Wochen vor dem ersten Tag" fields={scheduleFields} />
      <ProfileFields {...part} title="Arbeitstage" fields={[...dayFields, ...holidayFields, ...hourFields]} />
      <ProfileFields {...part} title="Gremien" fields={coded(profile.names.bodies)} />
      <ProfileFields {...part} title="Listen der Tagesordnung" fields={coded(profile.names.lists)} />
      <div>
        <KernButton
          text={isSending ? 'Wird gesendet …' : 'Konferenzprofil speichern'}
          type="submit"
          variant="primary"
        />
      </div>
    </form>
  );
}

const codeField = { name: 'code', label: 'Kürzel aus Großbuchstaben und Ziffern' };
const nameField = { name: 'name', label: 'Name in der Anwendung' };

interface ProfileFieldsProps {
  readonly title: string;
  readonly fields: typeof scheduleFields;
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
  readonly refusals: readonly Refusal[];
}

function ProfileFields({ title, fields, draft, onChange, refusals }: ProfileFieldsProps) {
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">{title}</legend>
      {fields.map(({ name, label, choices, isNumber }) => {
        const field = {
          id: name.replace(' ', '-'),
          label,
          value: draft[name] ?? '',
          onChange: (value: string) => onChange({ ...draft, [name]: value }),
          error: errorOf(refusals, name),
        };
        if (choices !== undefined) return <SelectField key={name} {...field} choices={choices} />;
        return <TextField key={name} {...field} type={isNumber === true ? 'number' : 'text'} />;
      })}
    </fieldset>
  );
}
