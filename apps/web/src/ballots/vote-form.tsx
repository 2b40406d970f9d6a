import { voteChoiceNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import { type BallotPartsFragment, CastVoteDocument, type VoteChoice } from '../generated/graphql.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { RadioGroup } from '../ui/fields.js';
import { shortHash } from '../ui/format.js';
import { Notice } from '../ui/notice.js';
import { Section } from '../ui/page.js';
import { errorOf, type Refusal } from '../ui/refusals.js';

interface VoteFormsProps {
  readonly ballot: BallotPartsFragment;
  readonly onDone: () => void;
}

/** One form for each party the person votes for. */
export function VoteForms({ ballot, onDone }: VoteFormsProps) {
  if (ballot.state !== 'OPEN') return null;
  return ballot.myVotes.map((party) => (
    <Section
      key={party.code}
      title={party.kind === 'BUND' ? 'Haltung des Bundes angeben' : `Für ${party.name} abstimmen`}
    >
      <VoteForm ballot={ballot} party={party} onDone={onDone} />
    </Section>
  ));
}

const choices = (Object.keys(voteChoiceNames) as VoteChoice[]).map((value) => ({
  value,
  label: voteChoiceNames[value],
}));

interface VoteFormProps extends VoteFormsProps {
  readonly party: BallotPartsFragment['myVotes'][number];
}

function standingChoice({ ballot, party }: VoteFormProps): VoteChoice | null {
  if (party.kind === 'BUND') return ballot.bundPosition;
  return ballot.votes.find((vote) => vote.party.code === party.code)?.choice ?? null;
}

function VoteForm(props: VoteFormProps) {
  const { ballot, party, onDone } = props;
  const client = useClient();
  const standing = standingChoice(props);
  const [choice, setChoice] = useState<VoteChoice | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [cast, setCast] = useState<VoteChoice | null>(null);
  const chosen = choice ?? standing;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setCast(null);
    if (chosen === null) return setRefusals([nothingChosen]);
    const input = { ballotId: ballot.id, party: party.code, choice: chosen, textHash: ballot.textHash };
    const answer = await send(client, CastVoteDocument, { input });
    setRefusals(answer);
    if (answer.length > 0) return;
    setCast(chosen);
    onDone();
  };
  const id = `stimme-${party.code}`;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary refusals={refusals} fieldId={(field) => (field === 'choice' ? id : null)} onReload={onDone} />
      <div role="status">
        {cast !== null && <Notice variant="success" title={`Abgegeben: ${voteChoiceNames[cast]}`} takesFocus />}
      </div>
      <RadioGroup
        id={id}
        label="Ihre Stimme"
        hint={hintOf(ballot)}
        value={chosen ?? ''}
        onChange={(value) => setChoice(value as VoteChoice)}
        choices={choices}
        error={errorOf(refusals, 'choice')}
      />
      <KernButton text={standing === null ? 'Stimme abgeben' : 'Stimme ändern'} type="submit" variant="primary" />
    </form>
  );
}

function hintOf({ kind, items, textHash }: BallotPartsFragment): string {
  const what = kind === 'BLOCK' ? `alle ${items.length} Texte des Blocks gemeinsam` : 'die Fassung';
  return `Sie stimmen über ${what} mit dem Prüfwert ${shortHash(textHash)} ab.`;
}

const nothingChosen: Refusal = {
  code: 'MISSING',
  message: 'Bitte wählen Sie Ja, Nein oder Enthaltung.',
  field: 'choice',
  details: null,
};
