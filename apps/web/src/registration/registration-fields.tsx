import { partyCodes, partyNames, topicKindNames } from '#glossary';
import type { TopicKind } from '../generated/graphql.js';
import { Checkbox, CheckboxGroup, SelectField, TextArea, TextField } from '../ui/fields.js';
import type { RegistrationDraft } from './registration-draft.js';

export interface PartProps {
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

export function TopicFields(part: PartProps) {
  const { draft, onChange, errorOf } = part;
  const left = LONGEST_TITLE - draft.title.length;
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Thema</legend>
      <TextField
        {...text(part, 'title')}
        label="Titel"
        hint={`${draft.isPlaceholder ? 'Bitte neutral, ohne Angaben zum Inhalt. ' : ''}Höchstens ${LONGEST_TITLE} Zeichen, noch ${left} frei.`}
      />
      {!draft.isPlaceholder && <TextField {...text(part, 'subtitle')} label="Unterzeile" optional />}
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
      {!draft.isPlaceholder && (
        <TextArea
          {...text(part, 'precedents')}
          label="Vorgänge"
          hint="Was älter ist als das Archiv, in Worten, eine Angabe je Zeile. Themen und Beschlüsse lassen sich nach dem Speichern verlinken."
          optional
          rows={2}
        />
      )}
      <div>
        {!draft.isPlaceholder && (
          <Checkbox
            id="releaseWish"
            label="Der Beschluss soll zur Veröffentlichung freigegeben werden"
            checked={draft.releaseWish}
            onChange={(releaseWish) => onChange({ ...draft, releaseWish })}
          />
        )}
        <Checkbox
          id="pendingInBundesrat"
          label="Im Bundesrat anhängig"
          checked={draft.pendingInBundesrat}
          onChange={(pendingInBundesrat) => onChange({ ...draft, pendingInBundesrat })}
        />
      </div>
      {!draft.isPlaceholder && (
        <TextArea {...text(part, 'financialImpact')} label="Finanzielle Auswirkungen" optional rows={2} />
      )}
      <TextField {...text(part, 'fileReference')} label="Aktenzeichen" optional />
      <TextField {...text(part, 'contact')} label="Ansprechperson" optional />
    </fieldset>
  );
}
