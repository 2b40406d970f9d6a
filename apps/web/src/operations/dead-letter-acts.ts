import { type Act, send } from '../acts/act.js';
import {
  type DeadLettersQuery,
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

export function runAllAgain(jobName: string, count: number): Act {
  return {
    explanation: `Alles, was von „${jobName}“ aufgegeben ist (${count}), wird noch einmal versucht, höchstens 500 auf einmal.`,
    fields: [],
    run: (client) => send(client, RunDeadLettersOfJobAgainDocument, { input: { jobName } }),
  };
}
