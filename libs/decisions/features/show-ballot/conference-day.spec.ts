import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgendasModule } from '#agendas';
import { DecisionsModule } from '#decisions';
import { aBallotStage, listening, type BallotStage, type ListeningStage } from '#testing/agendas';
import { readPdf } from '#testing/pdf';

const ballotFields = `id state stateLabel textHash revision outcome proposedOutcome allowedOutcomes bundPosition
  topic { id title } text { number clauses { number text } } tally { yes no abstain notCast }
  votes { party { code } choice castBy onBehalfBy counts } myVotes { code }
  availableActions { action available refusals { code } } history { sequence event label actorName capacityLabel }`;

const textOf = async (response: Response): Promise<string> =>
  (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages.join('\n');

const refusals = 'refusals { code message field details }';

describe('A day of the conference through GraphQL', () => {
  let stage: BallotStage;
  let http: ListeningStage;

  beforeAll(async () => {
    stage = await aBallotStage();
    http = await listening(stage, [AgendasModule, DecisionsModule]);
  });

  afterAll(async () => {
    await http.close();
    await stage.close();
  });

  const act = async (mail: string, mutation: string, fields: string, input: Readonly<Record<string, unknown>>) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} ${refusals} } }`;
    const { data, errors } = await http.graphql(mail, query, { input });
    expect(errors).toBeUndefined();
    return data[mutation];
  };

  it('leads from the agenda to the resolution, and prints both', async () => {
    const { conferenceId } = stage;
    const topic = await stage.placeTopic(
      { state: 'IN_MAIN_CONFERENCE', title: 'Warnung der Bevölkerung' },
      'Die IMK begrüßt den Warntag.',
    );
    const agendaFields =
      'agenda { id revision state stateLabel items { id number groupLabel clauses { number text } topic { title } } availableActions { action available } }';
    const compiled = await act('geschaeftsstelle', 'compileAgenda', agendaFields, { conferenceId });
    expect(compiled).toMatchObject({
      refusals: [],
      agenda: { state: 'COLLECTING', items: [{ number: null, clauses: [{ number: null }] }] },
    });
    const agendaId = compiled.agenda.id;
    const circulated = await act('geschaeftsstelle', 'circulateAgenda', agendaFields, {
      agendaId,
      expectedRevision: 1,
    });
    expect(circulated.agenda).toMatchObject({
      state: 'CIRCULATED',
      stateLabel: 'Versandt',
      items: [{ number: '1', groupLabel: expect.stringMatching(/^AK V – Feuerwehr/) }],
    });

    const agendaItemId = circulated.agenda.items[0].id;
    const opened = await act('vorsitz.hh', 'openBallot', `ballot { ${ballotFields} }`, { agendaItemId });
    expect(opened).toMatchObject({
      refusals: [],
      ballot: { state: 'OPEN', tally: { notCast: 16 }, proposedOutcome: null, allowedOutcomes: [] },
    });
    const { id: ballotId, textHash } = opened.ballot;
    const vote = (party: string, choice: string) =>
      act(`koordination.${party.toLowerCase()}`, 'castVote', `ballot { ${ballotFields} }`, {
        ballotId,
        party,
        choice,
        textHash,
      });
    expect(await vote('HE', 'YES')).toMatchObject({
      ballot: { tally: { yes: 1, notCast: 15 }, myVotes: [{ code: 'HE' }] },
    });
    await vote('BUND', 'NO');
    const behalf = { ballotId, party: 'BY', choice: 'ABSTAIN', textHash, reason: 'Telefonisch' };
    await act('geschaeftsstelle', 'recordVoteOnBehalf', 'ballot { id }', behalf);
    const closed = await act('vorsitz.hh', 'closeBallot', `ballot { ${ballotFields} }`, {
      ballotId,
      expectedRevision: 1,
    });
    expect(closed.ballot).toMatchObject({
      state: 'CLOSED',
      proposedOutcome: 'ADOPTED',
      bundPosition: 'NO',
      tally: { yes: 1, no: 0, abstain: 1, notCast: 14 },
    });
    expect(closed.ballot.votes).toHaveLength(16);
    expect(closed.ballot.history.map(({ event }: { event: string }) => event)).toEqual([
      'ballot.opened',
      'vote.cast',
      'bundPosition.stated',
      'vote.recordedOnBehalf',
      'ballot.closed',
    ]);

    const outcome = await act(
      'vorsitz.hh',
      'recordTopicOutcome',
      'topic { state outcomeLabel } resolution { id itemNumber outcomeLabel clauses { text } topic { title } }',
      {
        topicId: topic.id,
        expectedRevision: topic.revision,
        outcome: 'ADOPTED',
      },
    );
    expect(outcome).toMatchObject({
      refusals: [],
      topic: { state: 'DECIDED', outcomeLabel: 'Beschlossen' },
      resolution: { itemNumber: '1', outcomeLabel: 'Beschlossen', clauses: [{ text: 'Die IMK begrüßt den Warntag.' }] },
    });

    const agendaPdf = await http.get('koordination.he', `/documents/agendas/${agendaId}.pdf`);
    expect([agendaPdf.status, agendaPdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(await textOf(agendaPdf)).toContain('Warnung der Bevölkerung');
    const collection = await http.get('vorsitz.ak1', `/documents/conferences/${conferenceId}/collection.pdf`);
    expect(collection.status).toBe(200);
    expect(await textOf(collection)).toContain('Die IMK begrüßt den Warntag.');
  });

  it('answers NOT_FOUND for what there is not and for what the reader may not see', async () => {
    const agenda = (await http.graphql('koordination.he', '{ conferences { agenda { id } } }')).data.conferences[0]
      .agenda;
    for (const [mail, id] of [
      ['technik', agenda.id],
      ['koordination.he', stage.conferenceId],
      ['koordination.he', 'x'],
    ]) {
      const { errors } = await http.graphql(String(mail), `{ agenda(id: "${id}") { id } }`);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await http.get(String(mail), `/documents/agendas/${id}.pdf`)).status).toBe(404);
      expect((await http.graphql(String(mail), `{ ballot(id: "${id}") { id } }`)).errors?.[0]?.extensions.code).toBe(
        'NOT_FOUND',
      );
    }
    expect((await http.get('technik', `/documents/conferences/${stage.conferenceId}/collection.pdf`)).status).toBe(404);
  });

  it('leads from topic and conference to item, ballot and resolution and back', async () => {
    const query = `{ conferences { agenda { items { number ballot { state } topic { agendaItem { number }
      ballot { state outcome } resolution { itemNumber outcome } } } } } }`;
    const { data } = await http.graphql('koordination.nw', query);
    expect(data.conferences[0].agenda.items[0]).toEqual({
      number: '1',
      ballot: { state: 'DETERMINED' },
      topic: {
        agendaItem: { number: '1' },
        ballot: { state: 'DETERMINED', outcome: 'ADOPTED' },
        resolution: { itemNumber: '1', outcome: 'ADOPTED' },
      },
    });
  });

  it('asks the database as often for many items as for one', async () => {
    const query = `{ conferences { agenda { items { number clauses { text } ballot { state tally { yes } votes { choice } }
      topic { title conference { id } agendaItem { id } ballot { id } resolution { id } } } availableActions { action } } } }`;
    const countReads = async (): Promise<number> => {
      const { read } = stage.database;
      let reads = 0;
      stage.database.read = ((...work: Parameters<typeof read>) => {
        reads += 1;
        return read.apply(stage.database, work);
      }) as typeof read;
      const { errors } = await http.graphql('koordination.nw', query);
      stage.database.read = read;
      expect(errors).toBeUndefined();
      return reads;
    };
    const before = await countReads();
    for (let count = 0; count < 4; count += 1) await stage.placeItem();
    expect(await countReads()).toBe(before);
  });
});
