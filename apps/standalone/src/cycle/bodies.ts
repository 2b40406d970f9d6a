import { z } from 'zod';
import type { CycleConference } from './conference.js';
import type { Registered } from './registrations.js';
import type { CycleTopic, Stage } from './stage.js';

const agendaShape = z.object({
  agenda: z.object({
    id: z.string(),
    revision: z.number(),
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string().nullable(),
        state: z.string(),
        topic: z.object({ id: z.string(), revision: z.number(), state: z.string(), title: z.string() }).nullable(),
      }),
    ),
  }),
});
type CycleAgenda = z.infer<typeof agendaShape>['agenda'];
const AGENDA = 'agenda { id revision items { id number state topic { id revision state title } } }';

/** An item of the agenda that comes to the vote. */
export interface CycleItem {
  readonly itemId: string;
  readonly number: string;
  readonly chair: string;
  readonly topic: CycleTopic;
  readonly clauses: number;
}

export interface Prepared {
  readonly agendaId: string;
  readonly items: readonly CycleItem[];
}

const WITHDRAWN = 1;
const RETURNED_TO_COMMITTEE = 4;
const DIRECT = 12;

/** Committees, preparatory conference and agenda; one topic is withdrawn on the way, one goes back to its committee. */
export async function passTheBodies(
  stage: Stage,
  conference: CycleConference,
  registered: readonly Registered[],
  late: Registered,
): Promise<Prepared> {
  const inPreConference: CycleTopic[] = [];
  for (const [index, { paper, topic }] of registered.entries()) {
    const isDirect = index === DIRECT;
    inPreConference.push(
      isDirect ? await direct(stage, topic) : await throughCommittee(stage, paper.committees, topic),
    );
  }
  await circulate(stage, conference);
  const lateTopic = await throughCommittee(stage, late.paper.committees, late.topic);
  const forwarded = await throughPreConference(stage, conference, inPreConference, registered);
  const lateForwarded = await stage.topicAct(conference.chair, 'forwardTopicToMainConference', lateTopic, {
    recommendation: 'OPEN',
  });
  const agenda = await addTheLateItem(stage, conference, lateForwarded);
  return {
    agendaId: agenda.id,
    items: itemsOf(agenda, conference, [...forwarded, lateForwarded], [...registered, late]),
  };
}

async function throughCommittee(stage: Stage, committees: readonly string[], topic: CycleTopic): Promise<CycleTopic> {
  const [leadCommittee = 'AK1', ...involvedCommittees] = committees;
  const assigned = await stage.topicAct('geschaeftsstelle', 'assignTopicToCommittee', topic, {
    leadCommittee,
    involvedCommittees,
  });
  const name = leadCommittee.toLowerCase();
  await stage.refused(`geschaeftsfuehrung.${name}`, 'forwardTopicToPreConference', assigned, 'NOT_ENTITLED', {
    recommendation: 'AGREED',
  });
  const recommended = await stage.topicAct(`vorsitz.${name}`, 'forwardTopicToPreConference', assigned, {
    recommendation: 'AGREED',
  });
  stage.report(`vom ${leadCommittee} empfohlen: ${topic.title}`);
  return recommended;
}

/** The direct route past the committees. */
async function direct(stage: Stage, topic: CycleTopic): Promise<CycleTopic> {
  const forwarded = await stage.topicAct('geschaeftsstelle', 'forwardTopicToPreConference', topic, {
    recommendation: 'OPEN',
  });
  stage.report(`auf direktem Weg in der Vorkonferenz: ${topic.title}`);
  return forwarded;
}

async function compile(stage: Stage, conference: CycleConference): Promise<CycleAgenda> {
  const compiled = await stage.act('geschaeftsstelle', 'compileAgenda', { conferenceId: conference.id }, AGENDA);
  return agendaShape.parse(compiled).agenda;
}

async function circulate(stage: Stage, conference: CycleConference): Promise<void> {
  const { id: agendaId, revision: expectedRevision } = await compile(stage, conference);
  const circulated = await stage.act('geschaeftsstelle', 'circulateAgenda', { agendaId, expectedRevision }, AGENDA);
  const { items } = agendaShape.parse(circulated).agenda;
  stage.expect(
    items.every(({ number }) => number !== null),
    'Mit dem Versand hat jeder Punkt der Tagesordnung eine feste Nummer.',
  );
  stage.report(`Tagesordnung mit ${items.length} Punkten versandt`);
}

async function throughPreConference(
  stage: Stage,
  conference: CycleConference,
  topics: readonly CycleTopic[],
  registered: readonly Registered[],
): Promise<readonly CycleTopic[]> {
  const forwarded: CycleTopic[] = [];
  for (const [index, topic] of topics.entries()) {
    const registrant = registered[index]?.paper.registrants[0].toLowerCase() ?? '';
    if (index === WITHDRAWN) {
      await stage.topicAct(`koordination.${registrant}`, 'withdrawTopic', topic, {
        reason: 'Das Vorhaben hat sich durch Bundesrecht erledigt.',
      });
      stage.report(`zurückgezogen: ${topic.title}`);
    } else if (index === RETURNED_TO_COMMITTEE) {
      await stage.topicAct(conference.chair, 'returnTopicToCommittee', topic, {
        reason: 'Die Folgen für die Länder sind zu klären.',
      });
      stage.report(`an den Arbeitskreis zurückverwiesen: ${topic.title}`);
    } else {
      const next = { recommendation: index % 5 === 0 ? 'OPEN' : 'AGREED' };
      forwarded.push(await stage.topicAct(conference.chair, 'forwardTopicToMainConference', topic, next));
    }
  }
  stage.report(`${forwarded.length} Themen gehen von der Vorkonferenz in die Hauptkonferenz`);
  return forwarded;
}

/** A supplement: what was numbered keeps its number, the late topic gets one with a suffix. */
async function addTheLateItem(stage: Stage, conference: CycleConference, late: CycleTopic): Promise<CycleAgenda> {
  const { id: agendaId, revision: expectedRevision } = await compile(stage, conference);
  const sent = await stage.act('geschaeftsstelle', 'circulateSupplement', { agendaId, expectedRevision }, AGENDA);
  const { agenda } = agendaShape.parse(sent);
  const item = agenda.items.find(({ topic }) => topic?.id === late.id);
  stage.expect(
    /^\d+[a-z]$/.test(item?.number ?? ''),
    `Das verspätete Thema hat eine Nummer mit Zusatz, nicht „${item?.number}“.`,
  );
  stage.report(`TOP ${item?.number} nachgereicht: ${late.title}`);
  return agenda;
}

function itemsOf(
  agenda: CycleAgenda,
  { chair }: CycleConference,
  topics: readonly CycleTopic[],
  registered: readonly Registered[],
): readonly CycleItem[] {
  return agenda.items.flatMap(({ id, number, topic: placed }) => {
    const topic = topics.find((each) => each.id === placed?.id);
    const clauses = registered.find((each) => each.topic.id === placed?.id)?.paper.clauses.length ?? 0;
    return topic === undefined || number === null ? [] : [{ itemId: id, number, chair, topic, clauses }];
  });
}
