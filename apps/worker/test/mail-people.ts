import type { NotificationMessage } from '#notifications';
import { newId } from '#platform/database';
import type { WorkerGround } from './worker-harness.js';

/** People whose mailboxes behave as their names say (see the mail server). */
export async function peopleCalled(ground: WorkerGround, names: readonly string[]): Promise<string[]> {
  const ids = names.map(() => newId());
  for (const [index, name] of names.entries()) {
    const mail = `${name}-${ids[index]}@konferenzmappe.example`;
    await ground.arrange('INSERT INTO people (id, name, mail) VALUES ($1, $2, $3)', [ids[index], `Frau ${name}`, mail]);
  }
  return ids;
}

export function messageTo(personIds: readonly string[]): NotificationMessage {
  const recipients = personIds.map((personId) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }));
  return { messageId: newId(), kind: 'topic-registered', recordKind: 'topic', recordId: newId(), recipients };
}

/** Mails that were given up, and why. */
export async function failedMailsOn(ground: WorkerGround): Promise<Record<string, unknown>[]> {
  return ground.arrange("SELECT split_part(address, '-', 1) AS name, fault, answer FROM failed_mails ORDER BY address");
}

/** What the workers have noted of the mail server. */
export async function mailServerOn(ground: WorkerGround): Promise<Record<string, unknown>[]> {
  return ground.arrange('SELECT state, since, fault, probes FROM mail_server');
}
