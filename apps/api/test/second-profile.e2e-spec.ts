import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { landCodes } from '#glossary';
import { aProfile } from '#testing/conferences';
import { readPdf } from '#testing/pdf';
import { anApiStage, type ApiStage } from './api-stage.js';
import type { Caller } from './caller.js';

const { id: _id, code: _code, revision: _revision, names: _names, ...usual } = aProfile();

/** Another conference of ministers, told by data alone: 13 of 16 suffice, and nothing is called as usual. */
const justice = {
  ...usual,
  code: 'JUMIKO',
  name: 'Justizministerkonferenz',
  registrationWeeks: 8,
  committeesFromWeeks: 6,
  committeesToWeeks: 5,
  directRegistrationWeeks: 2,
  agendaDraftWeeks: 2,
  adoptionRule: 'MAJORITY',
  minYes: 13,
  names: {
    conference: 'Konferenz der Justizministerinnen und Justizminister',
    conferenceGenitive: 'Konferenz der Justizministerinnen und Justizminister',
    shortName: 'JuMiKo',
    office: 'Konferenzbüro',
    writtenProcedure: 'Schriftverfahren',
    writtenResolution: 'Schriftbeschluss',
    bodies: [
      { code: 'AK5', name: 'Strafrechtsausschuss' },
      { code: 'MAIN_CONFERENCE', name: 'Plenum' },
    ],
    lists: [
      { code: 'CONSENT', name: 'Teil A' },
      { code: 'DISCUSSION', name: 'Teil B' },
    ],
  },
};

describe('another conference of ministers', () => {
  let stage: ApiStage;
  let secretariat: Caller;
  let chair: Caller;
  let conferenceId: string;

  const act = async (caller: Caller, operation: string, input: object, selection: string) => {
    const answer = await caller.mutate(operation, { ...input }, selection);
    if (answer.refused.length > 0) throw new Error(`${operation}: ${answer.text}`);
    return answer.payload;
  };

  beforeAll(async () => {
    stage = await anApiStage();
    secretariat = await stage.as('geschaeftsstelle');
    chair = await stage.as('vorsitz.hh');
    await act(secretariat, 'createConferenceProfile', justice, 'profile { code }');
    const days = {
      season: 'AUTUMN',
      year: 2026,
      startsOn: '2026-12-09',
      endsOn: '2026-12-10',
      chair: 'HH',
      number: 224,
    };
    const asked = { ...days, profileCode: justice.code };
    conferenceId = (await act(secretariat, 'planConference', asked, 'conference { id }')).conference.id;
    await stage.holdMainSession(conferenceId);
  });
  afterAll(() => stage.close());

  /** Two topics in its main conference, on a circulated agenda. */
  async function agendaWith(titles: readonly string[]): Promise<{ agendaId: string; items: Map<string, string> }> {
    for (const title of titles) {
      await stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE', title }, 'Die JuMiKo bittet um Prüfung.');
    }
    const selection = 'agenda { id revision items { id topic { title } } }';
    const { agenda } = await act(secretariat, 'compileAgenda', { conferenceId }, selection);
    const input = { agendaId: agenda.id, expectedRevision: agenda.revision };
    await act(secretariat, 'circulateAgenda', input, 'agenda { id }');
    const items: readonly { id: string; topic: { title: string } }[] = agenda.items;
    return { agendaId: agenda.id, items: new Map(items.map(({ id, topic }) => [topic.title, id])) };
  }

  async function ballotWith(agendaItemId: string | undefined, yes: number): Promise<{ id: string; topicId: string }> {
    const selection = 'ballot { id textHash topic { id } }';
    const { ballot } = await act(chair, 'openBallot', { agendaItemId }, selection);
    for (const [index, party] of landCodes.entries()) {
      const coordinator = await stage.as(`koordination.${party.toLowerCase()}`);
      const vote = { ballotId: ballot.id, party, choice: index < yes ? 'YES' : 'NO', textHash: ballot.textHash };
      await act(coordinator, 'castVote', vote, 'ballot { id }');
    }
    const { data } = await chair.graphql('query ($id: ID!) { ballot(id: $id) { revision } }', { id: ballot.id });
    const closing = { ballotId: ballot.id, expectedRevision: data.ballot.revision };
    await act(chair, 'closeBallot', closing, 'ballot { id }');
    return { id: ballot.id, topicId: ballot.topic.id };
  }

  async function outcomeOf(topicId: string, outcome: string): Promise<readonly string[]> {
    const { data } = await chair.graphql('query ($id: ID!) { topic(id: $id) { revision } }', { id: topicId });
    const input = { topicId, expectedRevision: data.topic.revision, outcome };
    return (await chair.mutate('recordTopicOutcome', input)).refused;
  }

  it('plans under a number and by weeks of its own, beside the conference of the same half-year', async () => {
    const { data } = await secretariat.graphql(
      `query ($id: ID!) { conference(id: $id) { title registrationDeadline profile { code minYes }
         names { shortName bodies { code name } lists { code name } } } }`,
      { id: conferenceId },
    );
    const { title, registrationDeadline, profile, names } = data.conference;
    expect(title).toBe('JuMiKo, 224. Sitzung, Herbst 2026');
    expect(registrationDeadline).toBe('2026-10-14T21:59:59.000Z');
    expect(profile).toEqual({ code: 'JUMIKO', minYes: 13 });
    expect(names.bodies).toContainEqual({ code: 'AK5', name: 'Strafrechtsausschuss' });
    expect(names.lists).toContainEqual({ code: 'CONSENT', name: 'Teil A' });
  });

  it('is what the installation itself is called once its profile says so, and no page knows another name', async () => {
    const { data } = await secretariat.graphql(`{ conferenceProfile(code: "IMK") { revision } }`);
    const own = { ...justice, code: 'IMK', expectedRevision: data.conferenceProfile.revision };
    await act(secretariat, 'editConferenceProfile', own, 'profile { code }');
    const reader = await stage.as('leser.he');
    const answer = await reader.graphql(
      `{ installation { name names { conference shortName office } availableActions { action available } } }`,
    );
    const { conference, shortName, office } = justice.names;
    expect(answer.data.installation).toEqual({
      ...{ name: justice.name, names: { conference, shortName, office } },
      availableActions: [{ action: 'planConference', available: false }],
    });
    const pages = ['apps/web/src', 'apps/api/src/public'].flatMap(sourcesBelow);
    expect(pages.filter((path) => /\bIMK\b|Innenminister/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('adopts with 13 Yes against 3 No, and not with 12 against 4', async () => {
    const { agendaId, items } = await agendaWith(['Digitale Gerichtsakte', 'Video im Gerichtssaal']);
    const enough = await ballotWith(items.get('Digitale Gerichtsakte'), 13);
    const tooFew = await ballotWith(items.get('Video im Gerichtssaal'), 12);
    const asked = 'query ($id: ID!) { ballot(id: $id) { allowedOutcomes tally { yes no } } }';
    const [first, second] = await Promise.all([enough, tooFew].map(({ id }) => chair.graphql(asked, { id })));
    expect(first?.data.ballot.tally).toEqual({ yes: 13, no: 3 });
    expect(first?.data.ballot.allowedOutcomes).toContain('ADOPTED');
    expect(second?.data.ballot.tally).toEqual({ yes: 12, no: 4 });
    expect(second?.data.ballot.allowedOutcomes).not.toContain('ADOPTED');
    expect(await outcomeOf(enough.topicId, 'ADOPTED')).toEqual([]);
    expect(await outcomeOf(tooFew.topicId, 'ADOPTED')).toEqual(['OUTCOME_NOT_ALLOWED']);
    expect(await outcomeOf(tooFew.topicId, 'NOT_ADOPTED')).toEqual([]);

    for (const path of [`agendas/${agendaId}.pdf`, `conferences/${conferenceId}/collection.pdf`]) {
      const text = await printed(secretariat, `/documents/${path}`);
      expect(text).toContain('Konferenz der Justizministerinnen und Justizminister');
      expect(text).toContain('– Konferenzbüro –');
      expect(text).toContain('Digitale Gerichtsakte');
      expect(text).not.toMatch(/IMK|Innenminister|Grüne Liste|Katastrophenschutz/);
    }
    expect(await printed(secretariat, `/documents/agendas/${agendaId}.pdf`)).toContain('Strafrechtsausschuss');
  });
});

function sourcesBelow(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => /\.(tsx?|css|html)$/.test(path)).map((path) => join(folder, path));
}

async function printed(caller: Caller, path: string): Promise<string> {
  const response = await caller.send(path);
  expect(response.status).toBe(200);
  return (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages.join('\n');
}
