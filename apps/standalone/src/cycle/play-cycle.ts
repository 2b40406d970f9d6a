import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { concludeTheSession, openTheSession, planTheConference } from './conference.js';
import { decideAtTheMainConference } from './main-conference.js';
import { passTheBodies } from './bodies.js';
import { letAFollowUpReturn } from './follow-up.js';
import { decideInWriting, IN_WRITING } from './in-writing.js';
import { objectAndWithdraw } from './release.js';
import { beginSilence, hearTheSilence, IN_SILENCE } from './silence.js';
import { registerTheLateTopic, registerTopics } from './registrations.js';
import { Stage } from './stage.js';

export interface CycleOptions {
  readonly origin: string;
  /** Directory for both documents. */
  readonly out: string;
  readonly print: (line: string) => void;
}

/** Plays one half-year with the topics of past conferences, from the registration to the collection of resolutions. */
export async function playCycle({ origin, out, print }: CycleOptions): Promise<void> {
  const stage = new Stage(origin, print);
  const conference = await planTheConference(stage);
  const registered = await registerTopics(stage, conference);
  const late = await registerTheLateTopic(stage, conference);
  const { agendaId, items } = await passTheBodies(stage, conference, registered, late);
  const atTheTable = items.slice(0, -IN_WRITING - IN_SILENCE);
  const silent = await beginSilence(stage, items.slice(-IN_WRITING - IN_SILENCE, -IN_WRITING));
  const inWriting = await decideInWriting(stage, items.slice(-IN_WRITING));
  const [adopted] = atTheTable;
  await openTheSession(stage, conference, adopted?.itemId ?? '');
  const decided = await decideAtTheMainConference(stage, atTheTable);
  await objectAndWithdraw(stage, conference);
  const silence = await hearTheSilence(stage, silent);
  await concludeTheSession(stage, conference);
  if (adopted !== undefined) await letAFollowUpReturn(stage, adopted.topic.id);
  const summary = [...decided, ...inWriting, ...silence];
  const reader = await stage.as('koordination.hh');
  const directory = resolve(out);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'tagesordnung.pdf'), await reader.download(`/documents/agendas/${agendaId}.pdf`));
  await writeFile(
    join(directory, 'beschluesse.pdf'),
    await reader.download(`/documents/conferences/${conference.id}/collection.pdf`),
  );
  stage.report(`Tagesordnung und Beschlüsse liegen in ${directory}`);
  for (const line of summary) print(`     ${line}`);
}
