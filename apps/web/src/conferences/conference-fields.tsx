import { landCodes, partyNames, seasonNames } from '#glossary';
import type { Season } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { type Choice, RadioGroup, SelectField, TextField } from '../ui/fields.js';
import { chairOf, type ConferenceDraft, yearOf } from './conference-draft.js';

interface PartProps {
  readonly draft: ConferenceDraft;
  readonly onChange: (draft: ConferenceDraft) => void;
  readonly errorOf: (field: string) => string | undefined;
}

type TextName = Exclude<keyof ConferenceDraft, 'season' | 'year' | 'chair' | 'profileCode'>;

/** The properties shared by every field that is kept as it is typed. */
function text({ draft, onChange, errorOf }: PartProps, name: TextName) {
  return {
    id: name,
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
    error: errorOf(name),
  };
}

const seasons = Object.entries(seasonNames).map(([value, label]) => ({ value, label }));
const chairs = landCodes.map((code) => ({ value: code, label: partyNames[code] }));

interface ConferenceFieldsProps extends PartProps {
  /** By whose rules a conference can be planned here. */
  readonly profiles: readonly Choice[];
}

export function ConferenceFields(part: ConferenceFieldsProps) {
  const { draft, onChange, errorOf, profiles } = part;
  const { viewer } = useSession();
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Konferenz</legend>
      {profiles.length > 1 && (
        <SelectField
          id="profileCode"
          label="Konferenzprofil"
          hint="Namen, Regeln und Fristen der Fachministerkonferenz."
          value={draft.profileCode}
          onChange={(profileCode) => onChange({ ...draft, profileCode })}
          choices={profiles}
          empty="Wie üblich"
          error={errorOf('profileCode')}
        />
      )}
      <RadioGroup
        id="season"
        label="Art"
        value={draft.season}
        onChange={(season) => onChange({ ...draft, season: season as Season })}
        choices={seasons}
        error={errorOf('season')}
      />
      <TextField
        {...text(part, 'number')}
        label="Sitzungsnummer"
        hint="Sondersitzungen tragen nicht immer eine Nummer."
        type="number"
        optional
      />
      <div className="side-by-side">
        <TextField {...text(part, 'startsOn')} label="Erster Tag" type="date" />
        <TextField {...text(part, 'endsOn')} label="Letzter Tag" type="date" />
      </div>
      <TextField
        id="year"
        label="Jahr"
        hint="Das Jahr des ersten Tages, wie es im Namen der Konferenz steht."
        type="number"
        value={yearOf(draft, viewer)}
        onChange={(year) => onChange({ ...draft, year })}
        error={errorOf('year')}
      />
      <TextField
        {...text(part, 'name')}
        label="Eigener Name"
        hint="Steht statt der Jahreszeit im Titel, zum Beispiel „Sondersitzung zur Lage“."
        optional
      />
      <TextField {...text(part, 'place')} label="Ort" optional />
      <SelectField
        id="chair"
        label="Vorsitz"
        hint="Vorgeschlagen ist das Land, das im Jahr des ersten Tages an der Reihe ist."
        value={chairOf(draft, viewer)}
        onChange={(chair) => onChange({ ...draft, chair })}
        choices={chairs}
        empty="Bitte auswählen"
        error={errorOf('chair')}
      />
    </fieldset>
  );
}

export function DeadlineFields(part: PartProps) {
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Eigene Anmeldefristen</legend>
      <p className="kern-body">
        Ohne Angabe folgen die Fristen aus dem ersten Tag. Eine eigene Frist endet mit dem Tag, den Sie angeben.
      </p>
      <div className="side-by-side">
        <TextField
          {...text(part, 'registrationDeadline')}
          label="Anmeldung über die Arbeitskreise bis"
          type="date"
          optional
        />
        <TextField {...text(part, 'directRegistrationDeadline')} label="Direkte Anmeldung bis" type="date" optional />
      </div>
    </fieldset>
  );
}
