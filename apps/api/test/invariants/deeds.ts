import { landCodes } from '#glossary';
import type { World } from './world.js';
import {
  choices,
  clausesOf,
  type Deed,
  type Doing,
  everyParty,
  hashFor,
  HOUR,
  itemsOf,
  onAgenda,
  onBallot,
  onItem,
  onProcedure,
  onPublication,
  onRelease,
  onStatement,
  onTopic,
  outcomes,
  partyFor,
  pick,
  reason,
  type Revised,
  topicsOf,
} from './targets.js';

/** All that people try, in the words of the API. */
export const doings = {
  compileAgenda: async ({ conferenceId }) => ['compileAgenda', { conferenceId }],
  circulateAgenda: onAgenda('circulateAgenda'),
  circulateSupplement: onAgenda('circulateSupplement'),
  reviewAgenda: onAgenda('reviewAgenda'),
  finaliseAgenda: onAgenda('finaliseAgenda'),
  approveAgenda: onAgenda('approveAgenda'),
  moveAgendaItem: onItem('moveAgendaItem', ({ value }) => ({ position: 1 + (value % 3), reason })),
  removeAgendaItem: onItem('removeAgendaItem', () => ({ reason })),
  pullItemOffConsentList: onItem('pullItemOffConsentList'),
  forwardTopicToPreConference: onTopic('forwardTopicToPreConference', () => ({ recommendation: 'AGREED' })),
  forwardTopicToMainConference: onTopic('forwardTopicToMainConference', () => ({ recommendation: 'AGREED' })),
  returnTopicToCommittee: onTopic('returnTopicToCommittee', () => ({ reason })),
  withdrawTopic: onTopic('withdrawTopic', () => ({ reason })),
  recordTopicOutcome: onTopic('recordTopicOutcome', ({ value }) => ({ outcome: pick(outcomes, value), reason })),
  reviseProposal: async (world, deed) => {
    const topic = pick(await topicsOf(world), deed.target);
    if (topic === null) return null;
    const [{ number } = { number: 0 }] = await world.rows<{ number: number }>(
      'SELECT coalesce(max(number), 0)::int AS number FROM proposal_versions WHERE topic_id = $1',
      [topic.id],
    );
    return ['reviseProposal', { topicId: topic.id, expectedVersion: number, clauses: clausesOf(deed.value) }];
  },
  openBallot: async (world, deed) => {
    const item = pick(await itemsOf(world), deed.target);
    return item === null ? null : ['openBallot', { agendaItemId: item.id }];
  },
  castVote: onBallot('castVote', (deed, ballot) => ({
    textHash: hashFor(deed, ballot),
    party: partyFor(deed),
    choice: pick(choices, deed.value),
  })),
  recordVoteOnBehalf: onBallot('recordVoteOnBehalf', (deed, ballot) => ({
    textHash: hashFor(deed, ballot),
    party: pick(everyParty, deed.value),
    choice: pick(choices, deed.target),
    reason,
  })),
  changeTextAtTable: onBallot('changeTextAtTable', (deed, { revision, version }) => ({
    expectedRevision: revision,
    expectedVersion: version,
    clauses: clausesOf(deed.value),
  })),
  closeBallot: onBallot('closeBallot', (_deed, { revision }) => ({ expectedRevision: revision })),
  draftStatement: async (world, deed) => {
    const item = pick(await itemsOf(world), deed.target);
    const party = partyFor(deed);
    return item === null
      ? null
      : ['draftStatement', { agendaItemId: item.id, party, text: `Das Land erklärt ${world.mark}-${deed.value}.` }];
  },
  announceStatement: onStatement('announceStatement'),
  cosignStatement: onStatement('cosignStatement'),
  recordStatement: onStatement('recordStatement'),
  everyLandVotes: async (world, deed) => {
    const ballots = await world.rows<{ id: string; textHash: string; procedureId: string | null }>(
      `SELECT ballots.id, ballots.text_hash AS "textHash", written_procedure_id AS "procedureId" FROM ballots
       JOIN topics ON topics.id = ballots.topic_id WHERE conference_id = $1 AND ballots.state = 'OPEN'`,
      [world.conferenceId],
    );
    const ballot = pick(ballots, deed.target);
    if (ballot === null) return null;
    const { id, textHash, procedureId } = ballot;
    for (const party of landCodes) {
      const caller = await world.as(`koordination.${party.toLowerCase()}`);
      const vote = { textHash, party, choice: 'YES' };
      if (procedureId === null) await caller.mutate('castVote', { ballotId: id, ...vote });
      else await caller.mutate('giveWrittenVote', { procedureId, ...vote });
    }
    return null;
  },
  requestWrittenProcedure: async (world, deed) => {
    const topic = pick(await topicsOf(world), deed.target);
    return topic === null ? null : ['requestWrittenProcedure', { topicId: topic.id, reason }];
  },
  startWrittenProcedure: onProcedure('startWrittenProcedure', (_deed, { revision, topicHash }, now) => ({
    expectedRevision: revision,
    textHash: topicHash,
    closesAt: new Date(now.getTime() + 2 * HOUR).toISOString(),
    urgencyReason: reason,
  })),
  giveWrittenVote: onProcedure('giveWrittenVote', (deed, { textHash }) => ({
    textHash,
    party: partyFor(deed),
    choice: pick(choices, deed.value),
    releaseObjection: deed.value % 4 === 0,
  })),
  giveWrittenVoteOnBehalf: onProcedure('giveWrittenVoteOnBehalf', (deed, { textHash }) => ({
    textHash,
    party: pick(everyParty, deed.value),
    choice: pick(choices, deed.target),
    reason,
  })),
  demandDiscussion: onProcedure('demandDiscussion', (deed) => ({ party: partyFor(deed), reason })),
  endWrittenProcedureEarly: onProcedure('endWrittenProcedureEarly', (_deed, { revision }) => ({
    expectedRevision: revision,
  })),
  changeTextOfWrittenProcedure: onProcedure(
    'changeTextOfWrittenProcedure',
    ({ value }, { revision, version }, now) => ({
      expectedRevision: revision,
      expectedVersion: version,
      clauses: clausesOf(value),
      closesAt: new Date(now.getTime() + 3 * HOUR).toISOString(),
      urgencyReason: reason,
      reason,
    }),
  ),
  withdrawWrittenProcedure: onProcedure('withdrawWrittenProcedure', (_deed, { revision }) => ({
    expectedRevision: revision,
    reason,
  })),
  objectToRelease: onRelease('objectToRelease', (deed) => ({ party: partyFor(deed) })),
  agreeToRelease: onRelease('agreeToRelease', (_deed, { revision }) => ({ expectedRevision: revision })),
  grantRelease: onRelease('grantRelease', (_deed, { revision }) => ({ expectedRevision: revision })),
  withdrawPublication: onRelease('withdrawPublication', (_deed, { revision }) => ({
    expectedRevision: revision,
    reason,
  })),
  reinstateRelease: onRelease('reinstateRelease', (_deed, { revision }) => ({ expectedRevision: revision, reason })),
  preparePublication: async ({ conferenceId }) => ['preparePublication', { conferenceId }],
  approvePublication: onPublication('approvePublication'),
  publish: async (world, deed) => {
    const { conferenceId } = world;
    await (await world.as('geschaeftsstelle')).mutate('preparePublication', { conferenceId });
    return onPublication('approvePublication')(world, deed);
  },
  discardPublication: onPublication('discardPublication'),
  concludeSession: async (world) => {
    const [session] = await world.rows<Revised>(
      `SELECT id, revision FROM sessions WHERE conference_id = $1 AND body_code = 'MAIN_CONFERENCE'`,
      [world.conferenceId],
    );
    return session === undefined
      ? null
      : ['concludeSession', { sessionId: session.id, expectedRevision: session.revision }];
  },
  withdrawReleaseObjection: async (world, deed) => {
    const objections = await world.rows<Revised>(
      `SELECT release_objections.id FROM release_objections JOIN releases ON releases.id = release_id
       WHERE conference_id = $1 ORDER BY release_objections.id`,
      [world.conferenceId],
    );
    const objection = pick(objections, deed.target);
    return objection === null ? null : ['withdrawReleaseObjection', { objectionId: objection.id }];
  },
} as const satisfies Readonly<Record<string, Doing>>;

/** What nobody does, and what happens nevertheless. */
const happenings = {
  timePasses: (world: World, { value }: Deed) => world.letPass((value % 60) * 60_000),
  theYearTurns: (world: World, { value }: Deed) => world.turnTheYear(value),
  theJobsRun: (world: World) => world.letJobsRun(),
} as const satisfies Readonly<Record<string, (world: World, deed: Deed) => boolean | Promise<boolean>>>;

export type DeedKind = keyof typeof doings | keyof typeof happenings;
export const deedKinds = [...Object.keys(doings), ...Object.keys(happenings)] as DeedKind[];

/** Tries it; whether it was done. A fault of the server is no answer to anything. */
export async function attempt(world: World, deed: Deed): Promise<boolean> {
  const happening = Object.entries(happenings).find(([kind]) => kind === deed.kind);
  if (happening !== undefined) return happening[1](world, deed);
  const doing = (doings as Readonly<Record<string, Doing>>)[deed.kind];
  if (doing === undefined) throw new Error(`Nobody does ${deed.kind}`);
  const asked = await doing(world, deed);
  if (asked === null) return false;
  const [operation, input] = asked;
  const { refused, text } = await (await world.as(deed.who)).mutate(operation, input);
  if (refused.includes('INTERNAL_SERVER_ERROR')) throw new Error(`${operation} of ${deed.who} broke: ${text}`);
  return refused.length === 0;
}
