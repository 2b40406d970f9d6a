import { type Act, type ActField, send, textOf } from '../acts/act.js';
import {
  CloseCommentRoundDocument,
  type CommentRoundPartsFragment,
  ExtendCommentRoundDocument,
  WithdrawCommentRoundDocument,
} from '../generated/graphql.js';

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };

const acts: Readonly<Record<string, (round: CommentRoundPartsFragment) => Act>> = {
  extendCommentRound: ({ id: roundId, revision: expectedRevision, longestExtension }) => ({
    fields: [
      {
        name: 'workingDays',
        label: 'Zusätzliche Arbeitstage',
        kind: 'number',
        hint: `1 bis ${longestExtension}; sie zählen ab dem bisherigen Ende der Frist.`,
      },
      reason,
    ],
    explanation: 'Alle, die gefragt sind, hören davon.',
    run: (client, values) =>
      send(client, ExtendCommentRoundDocument, {
        input: {
          roundId,
          expectedRevision,
          workingDays: Number(textOf(values, 'workingDays')),
          reason: textOf(values, 'reason'),
        },
      }),
  }),
  closeCommentRound: ({ id: roundId, revision: expectedRevision, asked }) => {
    const isAwaited = asked.some((each) => each.isAwaited);
    return {
      fields: [{ ...reason, optional: !isAwaited }],
      explanation: isAwaited
        ? 'Es haben sich noch nicht alle geäußert. Danach wird keine Äußerung mehr angenommen.'
        : 'Alle haben sich geäußert. Danach kann niemand seine Äußerung mehr ändern.',
      run: (client, values) =>
        send(client, CloseCommentRoundDocument, {
          input: { roundId, expectedRevision, reason: textOf(values, 'reason') },
        }),
    };
  },
  withdrawCommentRound: ({ id: roundId, revision: expectedRevision }) => ({
    fields: [reason],
    explanation: 'Niemand braucht sich mehr zu äußern. Was geäußert wurde, bleibt zu lesen.',
    run: (client, values) =>
      send(client, WithdrawCommentRoundDocument, {
        input: { roundId, expectedRevision, reason: textOf(values, 'reason') },
      }),
  }),
};

/** Null for what has its own form on the page: the own answer. */
export function commentRoundActOf(round: CommentRoundPartsFragment): (action: string) => Act | null {
  return (action) => acts[action]?.(round) ?? null;
}
