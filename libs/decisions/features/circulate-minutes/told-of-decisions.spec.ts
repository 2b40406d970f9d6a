import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partyCodes } from '#glossary';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { EventJobHandler, OutboxMessage } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { NotifyPartyOfRecordedVoteJob } from '../cast-vote/notify-party-of-recorded-vote.job.js';
import { NotifyOfMinutesJob } from './notify-of-minutes.job.js';

let stage: ConferenceStage;
let votes: NotifyPartyOfRecordedVoteJob;
let minutes: NotifyOfMinutesJob;

beforeAll(async () => {
  stage = await aConferenceStage();
  votes = new NotifyPartyOfRecordedVoteJob(new Offices(stage.clock), new Notifications(stage.clock));
  minutes = new NotifyOfMinutesJob(new Offices(stage.clock), new Notifications(stage.clock));
});

afterAll(() => stage?.close());

/** Runs the job twice for one event; answers who is told of what. */
async function told(job: EventJobHandler, event: string, data: object): Promise<readonly string[]> {
  const id = newId();
  const at = { occurredAt: stage.clock.now(), actorPersonId: null, requestId: null };
  const message: OutboxMessage = { id, event, recordKind: 'minutes', recordId: newId(), data: { ...data }, ...at };
  for (const _turn of [1, 2]) await stage.database.write(SYSTEM, (tx) => job.run(tx, message));
  const rows = await stage.arrange<{ line: string }>(
    `SELECT kind || ' ' || split_part(mail::text, '@', 1) AS line
     FROM notifications JOIN people ON people.id = recipient_id WHERE message_id = $1 ORDER BY 1`,
    [id],
  );
  return rows.map(({ line }) => line);
}

describe('A vote', () => {
  const given = (party: string, isOnBehalf: boolean): object => ({ ballotId: newId(), party, isOnBehalf });

  it('that was recorded in the name of a party is told to the party, and to no other', async () => {
    expect(await told(votes, 'vote.recordedOnBehalf', given('HE', true))).toEqual(['vote-recorded koordination.he']);
    expect(await told(votes, 'bundPosition.stated', given('BUND', true))).toEqual(['vote-recorded koordination.bund']);
  });

  it('of the party itself is told to nobody', async () => {
    expect(await told(votes, 'bundPosition.stated', given('BUND', false))).toEqual([]);
  });
});

describe('Minutes', () => {
  const coordinations = (kind: string): readonly string[] =>
    partyCodes.map((party) => `${kind} koordination.${party.toLowerCase()}`).sort();

  it('of the conference reach the coordination of every Land and of the Bund', async () => {
    const main = { bodies: ['MAIN_CONFERENCE'] };
    expect(await told(minutes, 'minutes.circulated', main)).toEqual(coordinations('minutes-circulated'));
    expect(await told(minutes, 'minutes.agreed', main)).toEqual(coordinations('minutes-agreed'));
  });

  it('of a committee reach its people too', async () => {
    const lines = await told(minutes, 'minutes.revised', { bodies: ['AK2'] });
    const ofCommittee = ['geschaeftsfuehrung.ak2', 'mitglied.ak2', 'vorsitz.ak2'].map(
      (who) => `minutes-revised ${who}`,
    );
    expect(lines).toEqual([...coordinations('minutes-revised'), ...ofCommittee].sort());
  });

  it.each([
    ['minutes.objected', 'minutes-objected'],
    ['minutes.objectionWithdrawn', 'minutes-objection-withdrawn'],
  ])('are objected to before those who answer for them: %s', async (event, kind) => {
    expect(await told(minutes, event, { bodies: ['MAIN_CONFERENCE'] })).toEqual([
      `${kind} geschaeftsstelle`,
      `${kind} vorsitz.hh`,
    ]);
    expect(await told(minutes, event, { bodies: ['AK2'] })).toEqual([
      `${kind} geschaeftsfuehrung.ak2`,
      `${kind} vorsitz.ak2`,
    ]);
  });

  it('are told of to whoever objected in vain, and to nobody else', async () => {
    const data = { bodies: ['MAIN_CONFERENCE'], objectionsOf: ['BUND'] };
    const lines = ['minutes-objection-rejected koordination.bund'];
    expect(await told(minutes, 'minutes.objectionRejected', data)).toEqual(lines);
  });
});
