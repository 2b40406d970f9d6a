import { type Act, send, textOf } from '../acts/act.js';
import { type DeadlinePartsFragment, MoveDeadlineDocument } from '../generated/graphql.js';
import { endOfDay, formatInstant } from '../ui/format.js';

const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The chair gives a day; the deadline runs until the end of it. */
export function moveDeadline({ id, revision, dueAt, kindLabel }: DeadlinePartsFragment): Act {
  return {
    explanation: `${kindLabel}, bisher bis ${formatInstant(dueAt)}. Die Frist läuft bis zum Ende des neuen Tages und bleibt dort, auch wenn die Konferenz verlegt wird. Wen sie betrifft, der erhält eine Nachricht.`,
    fields: [
      { name: 'dueAt', label: 'Neuer letzter Tag', kind: 'day', initial: berlinDay.format(new Date(dueAt)) },
      { name: 'reason', label: 'Grund', kind: 'text' },
    ],
    run: (client, values) => {
      const day = textOf(values, 'dueAt');
      const input = { deadlineId: id, expectedRevision: revision, reason: textOf(values, 'reason') };
      return send(client, MoveDeadlineDocument, { input: { ...input, dueAt: endOfDay(day) } });
    },
  };
}
