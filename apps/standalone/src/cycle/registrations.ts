import { setTimeout as sleep } from 'node:timers/promises';
import { SystemClock } from '#platform/clock';
import { historicTopics, type HistoricTopic } from '../demo/historic-topics.js';
import type { CycleConference } from './conference.js';
import type { CycleTopic, Stage } from './stage.js';

export interface Registered {
  readonly paper: HistoricTopic;
  readonly topic: CycleTopic;
}

const clock = new SystemClock();

const LATE = historicTopics.length - 1;
const RETURNED = 3;

const coordinationOf = ({ registrants: [first] }: HistoricTopic): string => `koordination.${first.toLowerCase()}`;
const expertsOf = ({ registrants: [first] }: HistoricTopic): string => `fachreferat.${first.toLowerCase()}`;

async function draft(stage: Stage, conferenceId: string, paper: HistoricTopic): Promise<CycleTopic> {
  const [registrantParty, ...coRegistrants] = paper.registrants;
  const { title, subtitle, facts, rationale, released: releaseWish } = paper;
  const fields = { title, subtitle, kind: 'RESOLUTION', coRegistrants, facts, rationale, releaseWish };
  const topic = await stage.create(expertsOf(paper), { conferenceId, registrantParty, fields });
  return stage.write(expertsOf(paper), topic, 0, paper.clauses);
}

/** The Länder register; the secretariat returns one registration for a formal defect and accepts it the second time. */
export async function registerTopics(stage: Stage, conference: CycleConference): Promise<readonly Registered[]> {
  const registered: Registered[] = [];
  for (const [index, paper] of historicTopics.slice(0, LATE).entries()) {
    const topic = await draft(stage, conference.id, paper);
    await stage.refused(expertsOf(paper), 'submitTopicRegistration', topic, 'NOT_ENTITLED');
    let submitted = await stage.topicAct(coordinationOf(paper), 'submitTopicRegistration', topic);
    if (index === RETURNED) submitted = await returnOnce(stage, paper, submitted);
    const accepted = await stage.topicAct('geschaeftsstelle', 'acceptTopicRegistration', submitted);
    registered.push({ paper, topic: accepted });
    stage.report(`angemeldet und angenommen: ${paper.title}`);
  }
  return registered;
}

async function returnOnce(stage: Stage, paper: HistoricTopic, topic: CycleTopic): Promise<CycleTopic> {
  await stage.refused('geschaeftsstelle', 'returnTopicRegistration', topic, 'REASON_REQUIRED', { reason: ' ' });
  const returned = await stage.topicAct('geschaeftsstelle', 'returnTopicRegistration', topic, {
    reason: 'Das Aktenzeichen fehlt.',
  });
  stage.report(`zurückgegeben: ${paper.title}`);
  const edited = await stage.topicAct(expertsOf(paper), 'editTopic', returned, {
    fields: { fileReference: 'I A 2 – 0203/7' },
  });
  return stage.topicAct(coordinationOf(paper), 'submitTopicRegistration', edited);
}

/** One topic comes after the deadline: refused without urgency, and then only with the consent of the chair. */
export async function registerTheLateTopic(stage: Stage, conference: CycleConference): Promise<Registered> {
  const paper = historicTopics[LATE];
  if (paper === undefined) throw new Error('There is no topic to be late');
  const topic = await draft(stage, conference.id, paper);
  const wait = conference.registrationEndsAt.getTime() - clock.now().getTime();
  if (wait > 0) {
    stage.report(`wartet ${Math.ceil(wait / 1000)} s auf das Ende der Anmeldefrist`);
    await sleep(wait + 250);
  }
  await stage.refused(coordinationOf(paper), 'submitTopicRegistration', topic, 'DEADLINE_PASSED');
  const urgent = await stage.topicAct(coordinationOf(paper), 'editTopic', topic, {
    fields: { urgencyReason: 'Das Gericht hat am Vortag entschieden; ohne Beschluss läuft die Übergangsfrist ab.' },
  });
  const late = await stage.topicAct(coordinationOf(paper), 'submitTopicRegistration', urgent);
  await stage.refused('geschaeftsstelle', 'acceptTopicRegistration', late, 'CHAIR_CONSENT_MISSING');
  const consented = await stage.topicAct(conference.chair, 'consentToLateTopic', late);
  const accepted = await stage.topicAct('geschaeftsstelle', 'acceptTopicRegistration', consented);
  stage.report(`verspätet mit Dringlichkeit angenommen: ${paper.title}`);
  return { paper, topic: accepted };
}
