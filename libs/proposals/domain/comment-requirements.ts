import type { Refusal, Requirement } from '#platform/lifecycle';
import { LONGEST_CLAUSE } from './clause.js';
import type { ChangeRequest, Comment, CommentRound, CommentRoundContext } from './comment-round.js';

type RoundRequirement = Requirement<CommentRound, CommentRoundContext>;
type Given = Pick<Comment, 'kind' | 'text' | 'changeRequests'>;

const LONGEST_COMMENT = 20_000;

/** What each kind of answer has to say, all at once. */
export const saysWhatItsKindSays: RoundRequirement = (_round, { input, clauseIds }) => {
  if (input === null) return null;
  const { comment } = input;
  if (comment === undefined) {
    return [{ code: 'FIELD_REQUIRED', field: 'kind', message: 'Bitte wählen Sie, wie Sie sich äußern.' }];
  }
  return [...faultsOfText(comment), ...faultsOfRequests(comment, clauseIds ?? [])];
};

function faultsOfText({ kind, text }: Given): readonly Refusal[] {
  const length = (text ?? '').trim().length;
  if (kind === 'REMARKS' && length === 0) {
    return [{ code: 'FIELD_REQUIRED', field: 'text', message: 'Bitte schreiben Sie Ihre Anmerkungen.' }];
  }
  const message = `Eine Äußerung hat höchstens ${LONGEST_COMMENT} Zeichen.`;
  return length <= LONGEST_COMMENT ? [] : [{ code: 'FIELD_TOO_LONG', field: 'text', message }];
}

function faultsOfRequests({ kind, changeRequests }: Given, clauseIds: readonly string[]): readonly Refusal[] {
  if (kind !== 'CHANGE_REQUEST') return [];
  const fault = (code: string, message: string): Refusal => ({ code, field: 'changeRequests', message });
  const named = changeRequests.map(({ clauseId }) => clauseId);
  return [
    ...(named.length === 0
      ? [fault('CHANGE_REQUEST_REQUIRED', 'Bitte schlagen Sie für mindestens eine Ziffer einen Wortlaut vor.')]
      : []),
    ...(named.every((id) => clauseIds.includes(id))
      ? []
      : [fault('CLAUSE_UNKNOWN', 'Diese Ziffer gibt es in der Fassung der Runde nicht.')]),
    ...(new Set(named).size === named.length
      ? []
      : [fault('CLAUSE_TWICE', 'Für jede Ziffer ist ein Wortlaut möglich.')]),
    ...(changeRequests.every(isWorded)
      ? []
      : [fault('WORDING_REQUIRED', 'Bitte schreiben Sie den gewünschten Wortlaut.')]),
    ...(changeRequests.every(fits)
      ? []
      : [fault('CLAUSE_TOO_LONG', `Eine Ziffer ist länger als ${LONGEST_CLAUSE} Zeichen.`)]),
  ];
}

function isWorded({ wording }: ChangeRequest): boolean {
  return wording.trim() !== '';
}

function fits({ wording }: ChangeRequest): boolean {
  return wording.trim().length <= LONGEST_CLAUSE;
}

/** The answer as it is kept: what its kind does not say is left out. */
export function asKept({ kind, text, changeRequests }: Given): Given {
  const words = (text ?? '').trim();
  return {
    kind,
    text: kind === 'NO_OBJECTION' || words === '' ? null : words,
    changeRequests:
      kind === 'CHANGE_REQUEST'
        ? changeRequests.map(({ clauseId, wording }) => ({ clauseId, wording: wording.trim() }))
        : [],
  };
}
