import { newId } from '#platform/database';
import { done, type Ground } from '../ground.js';
import { mutation, reason, type Row } from './row.js';

type MinutesState = 'DRAFT' | 'CIRCULATED';

let days = 0;

/** A session of the main conference that is over, in a conference with one item on its agenda. */
async function sessionOver(ground: Ground): Promise<string> {
  const { topic } = await ground.item();
  const id = newId();
  days += 1;
  await ground.stage.arrange(
    `INSERT INTO sessions SELECT (jsonb_populate_record(NULL::sessions, jsonb_build_object('id', $1::uuid,
       'conference_id', $2::uuid, 'body_code', 'MAIN_CONFERENCE', 'starts_on', date '2020-01-01' + $3::int,
       'ends_on', date '2020-01-01' + $3::int, 'mode', 'IN_PERSON', 'state', $4::text, 'pending_ballots', 0,
       'revision', 1, 'audience', array(SELECT generate_series(0, 202))))).*`,
    [id, topic.conferenceId, days, 'CONCLUDED'],
  );
  await ground.stage.arrange(
    `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
     SELECT id, body_code, 1, 'empty', audience FROM sessions WHERE id = $1`,
    [id],
  );
  return id;
}

interface Prepared {
  readonly minutesId: string;
  readonly expectedRevision: number;
}

export async function minutesIn(ground: Ground, state: MinutesState): Promise<Prepared> {
  const secretariat = await ground.stage.as('geschaeftsstelle');
  const selection = 'minutes { id revision }';
  const sessionId = await sessionOver(ground);
  let answer = await done(secretariat.mutate('draftMinutes', { sessionId }, selection));
  if (state === 'CIRCULATED') {
    const input = { ...seen(answer.payload), objectionsUntil: '2027-01-31T22:59:59Z' };
    answer = await done(secretariat.mutate('circulateMinutes', input, selection));
  }
  return seen(answer.payload);
}

function seen({ minutes: { id, revision } }: { readonly minutes: { id: string; revision: number } }): Prepared {
  return { minutesId: id, expectedRevision: revision };
}

/** The same with an objection of Hessen. */
async function contested(ground: Ground): Promise<Prepared & { readonly objectionId: string }> {
  const { minutesId } = await minutesIn(ground, 'CIRCULATED');
  const coordination = await ground.stage.as('koordination.he');
  const input = { minutesId, party: 'HE', version: 1, text: 'Bitte berichtigen.' };
  const { payload } = await done(
    coordination.mutate('objectToMinutes', input, 'minutes { id revision objections { id } }'),
  );
  return { ...seen(payload), objectionId: payload.minutes.objections[0].id };
}

export const minutesMutations: readonly Row[] = [
  mutation('draftMinutes', 'eine geschlossene Sitzung', async (ground) => ({ sessionId: await sessionOver(ground) })),
  mutation('circulateMinutes', 'ein Entwurf der Niederschrift', async (ground) => {
    return { ...(await minutesIn(ground, 'DRAFT')), objectionsUntil: '2027-01-31T22:59:59Z' };
  }),
  mutation('objectToMinutes', 'eine versandte Niederschrift, für Hessen', async (ground) => {
    const { minutesId } = await minutesIn(ground, 'CIRCULATED');
    return { minutesId, party: 'HE', version: 1, text: 'Bitte berichtigen.' };
  }),
  mutation('withdrawMinutesObjection', 'eine Einwendung Hessens', async (ground) => ({ ...(await contested(ground)) })),
  mutation('reviseMinutes', 'eine Einwendung Hessens', async (ground) => {
    const { objectionId, ...about } = await contested(ground);
    return { ...about, notes: [], resolves: [objectionId], reason };
  }),
  mutation('rejectMinutesObjection', 'eine Einwendung Hessens', async (ground) => {
    return { ...(await contested(ground)), reason };
  }),
  mutation('agreeMinutes', 'eine Niederschrift nach ihrer Frist', async (ground) => {
    const { minutesId, expectedRevision } = await minutesIn(ground, 'CIRCULATED');
    await ground.stage.arrange(`UPDATE minutes SET objections_until = '2026-01-01' WHERE id = $1`, [minutesId]);
    return { minutesId, expectedRevision };
  }),
];

const shown = (given: string, state: MinutesState): Row => ({
  operation: 'minutes',
  given,
  query: `query ($id: ID!) { minutes(id: $id) { id stateLabel conference { id } versions { number }
    entries { number title ending statements { text } } objections { id } mayObjectFor { code }
    availableActions { action } history { id } } }`,
  prepare: async (ground) => ({ variables: { id: (await minutesIn(ground, state)).minutesId } }),
});

export const minutesQueries: readonly Row[] = [
  shown('ein Entwurf der Niederschrift', 'DRAFT'),
  shown('eine versandte Niederschrift', 'CIRCULATED'),
];
