import { classificationNames, partyCodes, partyNames } from '#glossary';
import { useQuery } from 'urql';
import { type Classification, OfferedClassificationsDocument } from '../generated/graphql.js';
import { Checkbox, CheckboxGroup, SelectField } from '../ui/fields.js';
import type { PartProps } from './registration-fields.js';

const NEUTRAL_TITLE = 'Eingestuftes Thema – liegt gesondert vor';

/** How confidential it is comes first: it decides whether anything may be written here at all. */
export function ClassificationFields({ draft, onChange, errorOf }: PartProps) {
  const [{ data }] = useQuery({ query: OfferedClassificationsDocument });
  const offered = data?.viewer.offeredClassifications ?? [draft.classification];
  const isApproved = offered.includes('VS_NFD');
  const choices = [...new Set([...offered, draft.classification])];
  const isNeedToKnow = draft.classification === 'RESTRICTED' || draft.classification === 'VS_NFD';
  const standIn = (isPlaceholder: boolean) =>
    onChange({
      ...draft,
      isPlaceholder,
      classification: isPlaceholder ? 'VS_NFD' : 'INTERNAL',
      title: isPlaceholder && draft.title.trim() === '' ? NEUTRAL_TITLE : draft.title,
    });
  return (
    <fieldset className="form-part stack">
      <legend className="kern-heading-medium">Einstufung</legend>
      <div id="isPlaceholder" tabIndex={-1}>
        <Checkbox
          id="platzhalter"
          label="Platzhalter: Die Unterlagen sind eingestuft und liegen gesondert vor"
          checked={draft.isPlaceholder}
          onChange={standIn}
        />
        <p className="kern-hint">
          {isApproved
            ? 'Für Unterlagen, die höher als VS-NfD eingestuft sind.'
            : 'Diese Installation ist nicht für VS-NfD zugelassen. Für eingestufte Unterlagen melden Sie einen Platzhalter an.'}{' '}
          Er hält nur fest, dass es das Thema gibt: mit neutralem Titel, ohne Texte und ohne Unterlagen.
        </p>
        {errorOf('isPlaceholder') && <p className="kern-error kern-body">{errorOf('isPlaceholder')}</p>}
      </div>
      {!draft.isPlaceholder && (
        <SelectField
          id="classification"
          label="Einstufung"
          value={draft.classification}
          onChange={(value) => onChange({ ...draft, classification: value as Classification })}
          choices={choices.map((value) => ({ value, label: classificationNames[value] }))}
          error={errorOf('classification')}
        />
      )}
      {isNeedToKnow && (
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
    </fieldset>
  );
}
