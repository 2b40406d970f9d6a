import { voteChoiceNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import { GiveWrittenVoteDocument, type VoteChoice, type WrittenProcedurePartsFragment } from '../generated/graphql.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { Checkbox, RadioGroup, TextArea } from '../ui/fields.js';
import { shortHash } from '../ui/format.js';
import { Notice } from '../ui/notice.js';
import { Section } from '../ui/page.js';
import { errorOf, type Refusal } from '../ui/refusals.js';

interface WrittenFormsProps {
  readonly procedure: WrittenProcedurePartsFragment;
  readonly onDone: () => void;
}

/** One form for each party the person speaks for: vote and release vote together. */
export function WrittenForms({ procedure, onDone }: WrittenFormsProps) {
  const mayGive = procedure.availableActions.some(({ action, available }) => action === 'giveWrittenVote' && available);
  if (!mayGive) return null;
  return procedure.myParties.map((party) => (
    <Section
      key={party.code}
      title={party.kind === 'BUND' ? 'Haltung des Bundes angeben' : `Für ${party.name} abstimmen`}
    >
      <WrittenForm key={procedure.round} procedure={procedure} party={party} onDone={onDone} />
    </Section>
  ));
}

interface WrittenFormProps extends WrittenFormsProps {
  readonly party: WrittenProcedurePartsFragment['myParties'][number];
}

const choices = (Object.keys(voteChoiceNames) as VoteChoice[]).map((value) => ({
  value,
  label: voteChoiceNames[value],
}));

/** What stands for this party in the round that runs. */
function standingChoice({ procedure, party }: WrittenFormProps): VoteChoice | null {
  const ballot = procedure.rounds.at(-1)?.ballot;
  if (party.kind === 'BUND') return ballot?.bundPosition ?? null;
  return ballot?.votes.find((vote) => vote.party.code === party.code)?.choice ?? null;
}

function WrittenForm(props: WrittenFormProps) {
  const { procedure, party, onDone } = props;
  const client = useClient();
  const standing = standingChoice(props);
  const known = procedure.releaseVotes.find((vote) => vote.party.code === party.code);
  const [choice, setChoice] = useState<VoteChoice | null>(null);
  const [objects, setObjects] = useState(known?.objects ?? false);
  const [statement, setStatement] = useState('');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [given, setGiven] = useState<VoteChoice | null>(null);
  const chosen = choice ?? standing;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setGiven(null);
    if (chosen === null) return setRefusals([nothingChosen]);
    const vote = { party: party.code, choice: chosen, textHash: procedure.textHash ?? '' };
    const statementText = statement.trim() === '' ? null : statement;
    const input = { procedureId: procedure.id, ...vote, releaseObjection: objects, statementText };
    const answer = await send(client, GiveWrittenVoteDocument, { input });
    setRefusals(answer);
    if (answer.length > 0) return;
    setGiven(chosen);
    onDone();
  };
  const id = `stimme-${party.code}`;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        refusals={refusals}
        fieldId={(field) => (field === 'choice' ? id : field === 'text' ? `erklaerung-${party.code}` : null)}
        onReload={onDone}
      />
      <div role="status">
        {given !== null && (
          <Notice variant="success" title={`Abgegeben: ${voteChoiceNames[given]}`} takesFocus>
            <p className="kern-body">
              {objects ? 'Der Freigabe wird widersprochen.' : 'Der Freigabe wird nicht widersprochen.'} Bis zum Ablauf
              der Frist können Sie beides ändern.
            </p>
          </Notice>
        )}
      </div>
      <RadioGroup
        id={id}
        label={party.kind === 'BUND' ? 'Haltung' : 'Ihre Stimme'}
        hint={`Sie stimmen über die Fassung mit dem Prüfwert ${shortHash(procedure.textHash ?? '')} ab.`}
        value={chosen ?? ''}
        onChange={(value) => setChoice(value as VoteChoice)}
        choices={choices}
        error={errorOf(refusals, 'choice')}
      />
      <Checkbox
        id={`freigabe-${party.code}`}
        label="Wir widersprechen der Freigabe zur Veröffentlichung"
        checked={objects}
        onChange={setObjects}
      />
      <p className="kern-hint">
        Ein Widerspruch braucht keine Begründung. Außer Ihnen erfährt niemand, wer widerspricht.
      </p>
      <TextArea
        id={`erklaerung-${party.code}`}
        label="Erklärung zu Protokoll"
        hint="Wird mit der Abgabe angekündigt und ist dann für alle sichtbar. Bleibt das Feld leer, ändert sich nichts."
        optional
        value={statement}
        onChange={setStatement}
        error={errorOf(refusals, 'text')}
      />
      <KernButton text={standing === null ? 'Abgeben' : 'Abgabe ändern'} type="submit" variant="primary" />
    </form>
  );
}

const nothingChosen: Refusal = {
  code: 'MISSING',
  message: 'Bitte wählen Sie Ja, Nein oder Enthaltung.',
  field: 'choice',
  details: null,
};
