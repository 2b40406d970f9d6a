import { classificationNames, partyCodes, partyNames, topicKindNames } from '#glossary';
import type { Classification, TopicKind } from '../generated/graphql.js';
import { Checkbox, CheckboxGroup, SelectField, TextArea, TextField } from '../ui/fields.js';
import type { RegistrationDraft } from './registration-draft.js';

interface PartProps {
  readonly draft: RegistrationDraft;
  readonly onChange: (draft: RegistrationDraft) => void;
  readonly errorOf: (field: string) => string | undefined;
}

type TextName = {
  [Name in keyof RegistrationDraft]: RegistrationDraft[Name] extends string ? Name : never;
}[keyof RegistrationDraft];

/** The properties shared by every text field of the draft. */
function text({ draft, onChange, errorOf }: PartProps, name: TextName) {
  return {
    id: name,
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
    error: errorOf(name),
  };
}

const LONGEST_TITLE = 200;
const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const parties = partyCodes.map((code) => ({ value: code, label: partyNames[code] }));
/** Papers of this mark do not belong in an installation that is not approved for them. */
const classifications = choicesOf(classificationNames).filter(({ value }) => value !== 'VS_NFD');

export function TopicFields(part: PartProps) {
  const { draft, onChange, errorOf } = part;
  const left = LONGEST_TITLE - draft.title.length;
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Thema</legend>
      <TextField
        {...text(part, 'title')}
        label="Titel"
        hint={`Höchstens ${LONGEST_TITLE} Zeichen, noch ${left} frei.`}
      />
      <TextField {...text(part, 'subtitle')} label="Unterzeile" optional />
      <SelectField
        id="kind"
        label="Art"
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind: kind as TopicKind })}
        choices={choicesOf(topicKindNames)}
        error={errorOf('kind')}
      />
      <CheckboxGroup
        id="coRegistrants"
        label="Mitanmeldende"
        optional
        values={draft.coRegistrants}
        onChange={(coRegistrants) => onChange({ ...draft, coRegistrants })}
        choices={parties.filter(({ value }) => value !== draft.registrant)}
        error={errorOf('coRegistrants')}
      />
    </fieldset>
  );
}

export function ContentFields(part: PartProps) {
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Inhalt</legend>
      <TextArea {...text(part, 'facts')} label="Sachverhalt" rows={8} />
      <TextArea {...text(part, 'rationale')} label="Begründung" rows={6} hint="Für einen Beschluss erforderlich." />
    </fieldset>
  );
}

export function DetailFields(part: PartProps) {
  const { draft, onChange, errorOf } = part;
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Weitere Angaben</legend>
      <TextArea
        {...text(part, 'urgencyReason')}
        label="Begründung der Dringlichkeit"
        hint="Nur nötig, wenn die Anmeldefrist abgelaufen ist. Dann muss auch der Vorsitz zustimmen."
        optional
        rows={3}
      />
      <TextArea
        {...text(part, 'rapporteurs')}
        label="Berichterstattung"
        hint="Eine Angabe je Zeile."
        optional
        rows={2}
      />
      <TextArea
        {...text(part, 'precedents')}
        label="Vorgänge"
        hint="Frühere Themen oder Beschlüsse, eine Angabe je Zeile."
        optional
        rows={2}
      />
      <SelectField
        id="classification"
        label="Einstufung"
        hint="Verschlusssachen gehören nicht hierher; melden Sie sie mit dem Hinweis „liegt gesondert vor“ an."
        value={draft.classification}
        onChange={(value) => onChange({ ...draft, classification: value as Classification })}
        choices={classifications}
        error={errorOf('classification')}
      />
      {draft.classification === 'RESTRICTED' && (
        <CheckboxGroup
          id="restrictedTo"
          label="Benannte Stellen"
          hint="Sie sehen das Thema nach der Annahme neben den anmeldenden Stellen. Gruppen lassen sich beim Thema wählen."
          optional
          values={draft.restrictedTo}
          onChange={(restrictedTo) => onChange({ ...draft, restrictedTo: [...restrictedTo] })}
          choices={partyCodes.map((code) => ({ value: code, label: partyNames[code] }))}
          error={errorOf('restrictedTo')}
        />
      )}
      <div>
        <Checkbox
          id="releaseWish"
          label="Der Beschluss soll zur Veröffentlichung freigegeben werden"
          checked={draft.releaseWish}
          onChange={(releaseWish) => onChange({ ...draft, releaseWish })}
        />
        <Checkbox
          id="pendingInBundesrat"
          label="Im Bundesrat anhängig"
          checked={draft.pendingInBundesrat}
          onChange={(pendingInBundesrat) => onChange({ ...draft, pendingInBundesrat })}
        />
      </div>
      <TextArea {...text(part, 'financialImpact')} label="Finanzielle Auswirkungen" optional rows={2} />
      <TextField {...text(part, 'fileReference')} label="Aktenzeichen" optional />
      <TextField {...text(part, 'contact')} label="Ansprechperson" optional />
    </fieldset>
  );
}
