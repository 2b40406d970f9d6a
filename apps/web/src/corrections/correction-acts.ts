import { type Act, send, textOf } from '../acts/act.js';
import {
  ConfirmCorrectionDocument,
  type CorrectionPartsFragment,
  RejectCorrectionDocument,
} from '../generated/graphql.js';

type ActOf = (correction: CorrectionPartsFragment) => Act;

const seen = ({ id, revision }: CorrectionPartsFragment) => ({ correctionId: id, expectedRevision: revision });

const acts: Readonly<Record<string, ActOf>> = {
  confirmCorrection: (correction) => ({
    fields: [],
    explanation:
      'Die berichtigte Fassung steht danach neben dem Beschluss; der beschlossene Wortlaut bleibt, wie er ist.',
    run: (client) =>
      send(client, ConfirmCorrectionDocument, { input: { ...seen(correction), textHash: correction.textHash } }),
  }),
  rejectCorrection: (correction) => ({
    fields: [{ name: 'reason', label: 'Begründung', kind: 'text' }],
    run: (client, values) =>
      send(client, RejectCorrectionDocument, { input: { ...seen(correction), reason: textOf(values, 'reason') } }),
  }),
};

export function correctionActOf(correction: CorrectionPartsFragment): (action: string) => Act | null {
  return (action) => acts[action]?.(correction) ?? null;
}
