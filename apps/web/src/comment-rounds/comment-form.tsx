import { commentKindNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import { AnswerCommentRoundDocument, type CommentKind, type CommentRoundPartsFragment } from '../generated/graphql.js';
import { forgetDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import type { ClauseNode } from '../ui/clauses.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { RadioGroup, TextArea } from '../ui/fields.js';
import { shortHash } from '../ui/format.js';
import { Notice } from '../ui/notice.js';
import { Section } from '../ui/page.js';
import { errorOf, type Refusal } from '../ui/refusals.js';
import { ChangeRequestFields } from './change-request-fields.js';

interface CommentFormsProps {
  readonly round: CommentRoundPartsFragment;
  readonly onDone: () => void;
}

/** One form for each party the person speaks for; what was begun stays, whatever happens to the round meanwhile. */
export function CommentForms({ round, onDone }: CommentFormsProps) {
  const known = round.availableActions.find(({ action }) => action === 'answerCommentRound');
  const [wasOffered] = useState(known?.available === true);
  if (known?.available !== true && !wasOffered) return null;
  return round.myParties.map((party) => (
    <Section key={party.code} title={party.kind === 'BUND' ? 'Für den Bund äußern' : `Für ${party.name} äußern`}>
      <CommentForm round={round} party={party} onDone={onDone} />
    </Section>
  ));
}

interface CommentFormProps extends CommentFormsProps {
  readonly party: CommentRoundPartsFragment['myParties'][number];
}

export interface CommentDraft {
  readonly kind: CommentKind | null;
  readonly text: string;
  /** Wordings by the clauses they are proposed for. */
  readonly wordings: Readonly<Record<string, string>>;
}

const kinds = (Object.keys(commentKindNames) as CommentKind[]).map((value) => ({
  value,
  label: commentKindNames[value],
}));

/** What the party said last, to be changed rather than written anew. */
function standing({ round, party }: CommentFormProps): CommentDraft {
  const comment = round.asked.find((each) => each.party.code === party.code)?.comment;
  if (!comment) return { kind: null, text: '', wordings: {} };
  const wordings = Object.fromEntries(comment.changeRequests.map(({ clauseId, wording }) => [clauseId, wording]));
  return { kind: comment.kind, text: comment.text ?? '', wordings };
}

function CommentForm(props: CommentFormProps) {
  const { round, party, onDone } = props;
  const client = useClient();
  const said = standing(props);
  const draftName = useDraftName(`anmerkungsrunde-${round.id}-${party.code}`);
  const { draft, change } = useKeptDraft<CommentDraft>(draftName, said);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [given, setGiven] = useState<CommentKind | null>(null);
  const fieldIds: Readonly<Record<string, string>> = {
    kind: `art-${party.code}`,
    text: `text-${party.code}`,
    changeRequests: `ziffern-${party.code}`,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setGiven(null);
    const { kind } = draft;
    if (kind === null) return setRefusals([nothingChosen]);
    const answer = await send(client, AnswerCommentRoundDocument, { input: inputOf(props, draft, kind) });
    setRefusals(answer);
    if (answer.length > 0) return;
    forgetDraft(draftName);
    setGiven(kind);
    onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary refusals={refusals} fieldId={(field) => fieldIds[field] ?? null} onReload={onDone} />
      <div role="status">
        {given !== null && (
          <Notice variant="success" title={`Abgegeben: ${commentKindNames[given]}`} takesFocus>
            <p className="kern-body">Bis zum Ende der Frist können Sie die Äußerung ändern.</p>
          </Notice>
        )}
      </div>
      <RadioGroup
        id={fieldIds.kind ?? ''}
        label="Ihre Äußerung"
        hint={`Sie äußern sich zu Fassung ${round.text.number} mit dem Prüfwert ${shortHash(round.textHash)}. Alle, die das Thema sehen, lesen mit, Gäste nicht.`}
        value={draft.kind ?? ''}
        onChange={(kind) => change({ ...draft, kind: kind as CommentKind })}
        choices={kinds}
        error={errorOf(refusals, 'kind')}
      />
      {draft.kind === 'CHANGE_REQUEST' && (
        <ChangeRequestFields
          id={fieldIds.changeRequests ?? ''}
          clauses={inOrder(round.text.clauses)}
          wordings={draft.wordings}
          onChange={(wordings) => change({ ...draft, wordings })}
          error={errorOf(refusals, 'changeRequests')}
        />
      )}
      {(draft.kind === 'REMARKS' || draft.kind === 'CHANGE_REQUEST') && (
        <TextArea
          id={fieldIds.text ?? ''}
          label={draft.kind === 'REMARKS' ? 'Anmerkungen' : 'Begründung'}
          optional={draft.kind === 'CHANGE_REQUEST'}
          rows={6}
          value={draft.text}
          onChange={(text) => change({ ...draft, text })}
          error={errorOf(refusals, 'text')}
        />
      )}
      <KernButton text={said.kind === null ? 'Abgeben' : 'Äußerung ändern'} type="submit" variant="primary" />
    </form>
  );
}

function inputOf({ round, party }: CommentFormProps, { text, wordings }: CommentDraft, kind: CommentKind) {
  const changeRequests = Object.entries(wordings).map(([clauseId, wording]) => ({ clauseId, wording }));
  return { roundId: round.id, party: party.code, textHash: round.textHash, kind, text, changeRequests };
}

/** Every clause in the order of reading. */
function inOrder(clauses: readonly ClauseNode[]): readonly ClauseNode[] {
  return clauses.flatMap((clause) => [clause, ...inOrder(clause.children ?? [])]);
}

const nothingChosen: Refusal = {
  code: 'MISSING',
  message: 'Bitte wählen Sie, wie Sie sich äußern.',
  field: 'kind',
  details: null,
};
