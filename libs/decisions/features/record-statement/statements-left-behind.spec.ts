import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas, AgendaTransitionHandler, CompileAgendaHandler } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { newId } from '#platform/database';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { StatementPlaces } from '../../persistence/statement-places.js';
import { Statements, type StoredStatement } from '../../persistence/statement.repository.js';
import { StatementTransitionHandler, type StatementAnswer } from '../../statement-transition.handler.js';

const codesOf = (answer: StatementAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

const TEXT = 'Hessen legt Wert auf die Feststellung, dass die Kosten offen sind.';

describe('A statement on an item that is not dealt with', () => {
  const topics = new TopicRepository();
  const agendas = new Agendas();
  const conferences = new Conferences();
  let stage: BallotStage;
  let laterConferenceId: string;
  let transition: StatementTransitionHandler;
  let topicTransition: TopicTransitionHandler;
  let topic: Topic;
  let itemId: string;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    transition = new StatementTransitionHandler(
      database,
      new Statements(),
      new StatementPlaces(topics, agendas, conferences),
      clock,
    );
    topicTransition = new TopicTransitionHandler(database, topics, conferences, clock);
    laterConferenceId = newId();
    await stage.arrange(`INSERT INTO conferences SELECT (jsonb_populate_record(conferences, $1)).* FROM conferences`, [
      {
        id: laterConferenceId,
        number: 225,
        season: 'SPRING',
        year: 2027,
        starts_on: '2027-06-09',
        ends_on: '2027-06-11',
      },
    ]);
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    ({ topic, itemId } = await stage.placeItem());
  });

  const given = (answer: StatementAnswer): StoredStatement => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.statement;
  };

  const announcedOn = async (agendaItemId: string): Promise<StoredStatement> => {
    const actor = stage.person('koordination.he');
    const drafted = given(await transition.begin(actor, 'draftStatement', { agendaItemId, party: 'HE', text: TEXT }));
    return given(await transition.execute(actor, { statementId: drafted.id, action: 'announceStatement' }));
  };

  const cosigned = async (): Promise<StoredStatement> => {
    const { id: statementId, textHash } = await announcedOn(itemId);
    const input = { party: 'BE', textHash };
    return given(
      await transition.execute(stage.person('koordination.be'), { statementId, action: 'cosignStatement', input }),
    );
  };

  const recorded = async ({ id: statementId }: StoredStatement): Promise<readonly string[]> =>
    codesOf(await transition.execute(stage.person('geschaeftsstelle'), { statementId, action: 'recordStatement' }));

  const topicAct = async (
    mail: string,
    action: Parameters<TopicTransitionHandler['execute']>[1]['action'],
    input: object,
  ): Promise<void> => {
    const asked = { topicId: topic.id, expectedRevision: topic.revision, action, input };
    const answer = await topicTransition.execute(stage.person(mail), asked);
    if (!answer.ok) throw new Error(answer.refusals.map(({ code }) => code).join());
  };

  /** What the agenda says a moment after the topic has left it. */
  const leaveAgenda = () =>
    stage.arrange(
      `UPDATE agenda_items SET state = 'REMOVED', reason = 'Das Thema ist fort.', topic_departed_at = now() WHERE id = $1`,
      [itemId],
    );

  const placedAgainIn = async (conferenceId: string): Promise<string> => {
    const secretariat = stage.person('geschaeftsstelle');
    const agendaTransition = new AgendaTransitionHandler(stage.database, agendas, stage.clock);
    const compile = new CompileAgendaHandler(stage.database, conferences, agendas, agendaTransition, new Sessions());
    const answer = await compile.execute(secretariat, conferenceId);
    if (!answer.ok) throw new Error('The agenda could not be compiled');
    const { id: agendaId, revision: expectedRevision, items, circulatedAt } = answer.agenda;
    const action = circulatedAt === null ? 'circulateAgenda' : 'circulateSupplement';
    await agendaTransition.execute(secretariat, { agendaId, expectedRevision, action });
    const placed = items.find((each) => each.topicId === topic.id && each.topicDepartedAt === null);
    if (placed === undefined || placed.id === itemId) throw new Error('The topic stands nowhere anew');
    return placed.id;
  };

  it('is not recorded when the topic is deferred; on the item of the later conference it is announced anew', async () => {
    const statement = await announcedOn(itemId);
    const deferral = { targetConferenceId: laterConferenceId, reason: 'Noch nicht reif.' };
    await topicAct('vorsitz.hh', 'deferTopic', deferral);
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    await leaveAgenda();
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    const anew = await announcedOn(await placedAgainIn(laterConferenceId));
    expect(await recorded(anew)).toEqual([]);
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
  });

  it('is not recorded when the topic is withdrawn, and can still be withdrawn itself', async () => {
    const statement = await cosigned();
    await topicAct('koordination.he', 'withdrawTopic', { reason: 'Erledigt.' });
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    const actor = stage.person('koordination.he');
    const withdrawing = { statementId: statement.id, action: 'withdrawStatement' } as const;
    expect(given(await transition.execute(actor, withdrawing)).state).toBe('WITHDRAWN');
  });

  it('is not recorded when the topic goes on in writing, nor after its return; on the new item it is announced anew', async () => {
    const statement = await cosigned();
    await topicAct('vorsitz.hh', 'moveTopicToWrittenProcedure', {});
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    await leaveAgenda();
    await stage.arrange(`UPDATE topics SET state = 'IN_MAIN_CONFERENCE' WHERE id = $1`, [topic.id]);
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    expect(await recorded(await announcedOn(await placedAgainIn(stage.conferenceId)))).toEqual([]);
  });

  it('is not recorded when the topic is merged into another; on the item of that topic it is announced anew', async () => {
    const statement = await cosigned();
    const survivor = await stage.placeItem({ title: 'Gemeinsames Thema' });
    await stage.arrange(`UPDATE topics SET state = 'MERGED', merged_into_id = $2 WHERE id = $1`, [
      topic.id,
      survivor.topic.id,
    ]);
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    expect(await recorded(await announcedOn(survivor.itemId))).toEqual([]);
  });

  it('is not recorded when the topic is referred back to its committee', async () => {
    const statement = await announcedOn(itemId);
    await topicAct('vorsitz.hh', 'returnTopicToCommittee', { reason: 'Bitte noch einmal beraten.' });
    expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
  });

  it('is recorded as long as the item waits, and after its decision', async () => {
    expect(await recorded(await announcedOn(itemId))).toEqual([]);
    const second = await announcedOn(itemId);
    await stage.arrange(`UPDATE topics SET state = 'DECIDED', outcome = 'NOT_ADOPTED' WHERE id = $1`, [topic.id]);
    expect(await recorded(second)).toEqual([]);
  });

  it.each(['POSTPONED', 'TO_WRITTEN_PROCEDURE', 'REMOVED'])(
    'is not recorded when the item ended as %s, whatever becomes of the topic',
    async (outcome) => {
      const statement = await announcedOn(itemId);
      await stage.arrange('UPDATE agenda_items SET outcome = $2, decided_at = now() WHERE id = $1', [itemId, outcome]);
      expect(await recorded(statement)).toEqual(['ITEM_NOT_DEALT_WITH']);
    },
  );
});
