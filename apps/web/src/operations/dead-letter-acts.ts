import { type Act, send, textOf } from '../acts/act.js';
import {
  type DeadLettersQuery,
  DiscardDeadLetterDocument,
  RunDeadLetterAgainDocument,
  RunDeadLettersOfJobAgainDocument,
} from '../generated/graphql.js';

export type DeadLetter = DeadLettersQuery['deadLetters']['nodes'][number];

export function runAgain({ id, revision, jobName }: DeadLetter): Act {
  return {
    explanation: `Die Arbeit „${jobName}“ wird für diese eine Nachricht noch einmal versucht. Ihre Wirkung tritt genau einmal ein.`,
    fields: [],
    run: (client) =>
      send(client, RunDeadLetterAgainDocument, { input: { deadLetterId: id, expectedRevision: revision } }),
  };
}

export function discard({ id, revision, jobName }: DeadLetter): Act {
  return {
    explanation: `Die Arbeit „${jobName}“ wird für diese Nachricht nicht mehr versucht, und nichts wartet mehr auf sie. Das lässt sich nicht zurücknehmen. Die Nachricht bleibt erhalten; Ihr Name und der Grund stehen im Verlauf.`,
    fields: [{ name: 'reason', label: 'Grund', kind: 'text', hint: 'Ohne Inhalte aus Vorgängen.' }],
    run: (client, values) =>
      send(client, DiscardDeadLetterDocument, {
        input: { deadLetterId: id, expectedRevision: revision, reason: textOf(values, 'reason') },
      }),
  };
}

export function runAllAgain(jobName: string, count: number): Act {
  return {
    explanation: `Alles, was von „${jobName}“ aufgegeben ist (${count}), wird noch einmal versucht, höchstens 500 auf einmal.`,
    fields: [],
    run: (client) => send(client, RunDeadLettersOfJobAgainDocument, { input: { jobName } }),
  };
}
