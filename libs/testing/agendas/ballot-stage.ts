import { Agendas, agendaEntities, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { decisionEntities } from '#decisions';
import type { Topic } from '#topics';
import { aConferenceStage, type ConferenceStage } from './conference-stage.js';

/** A conference whose agenda is circulated and whose session is held, ready to be voted on. */
export interface BallotStage extends ConferenceStage {
  /** The session of the main conference that is being held. */
  readonly sessionId: string;
  /** A topic in the main conference with its item on the circulated agenda. */
  placeItem(given?: Partial<Topic>, text?: string): Promise<{ readonly topic: Topic; readonly itemId: string }>;
}

export async function aBallotStage(): Promise<BallotStage> {
  const stage = await aConferenceStage([...agendaEntities, ...decisionEntities]);
  const agendas = new Agendas();
  const transition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
  const compile = new CompileAgendaHandler(stage.database, new Conferences(), agendas, transition, new Sessions());
  const secretariat = stage.person('geschaeftsstelle');
  const sessionId = await stage.holdMainSession();

  const itemOf = async (topicId: string): Promise<string> => {
    const answer = await compile.execute(secretariat, stage.conferenceId);
    if (!answer.ok) throw new Error('The agenda could not be compiled');
    const { id: agendaId, revision: expectedRevision, items, circulatedAt } = answer.agenda;
    const action = circulatedAt === null ? 'circulateAgenda' : 'circulateSupplement';
    await transition.execute(secretariat, { agendaId, expectedRevision, action });
    return items.find((item) => item.topicId === topicId)?.id ?? '';
  };

  return {
    ...stage,
    sessionId,
    placeItem: async (given = {}, text) => {
      const topic = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE', ...given }, text);
      return { topic, itemId: await itemOf(topic.id) };
    },
  };
}
