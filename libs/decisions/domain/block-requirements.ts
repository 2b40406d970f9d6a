import type { Refusal, Requirement } from '#platform/lifecycle';
import type { Ballot } from './ballot.js';
import type { BallotContext } from './ballot-context.js';
import type { BlockPart } from './block.js';
import { obstaclesTo, tallyOf, type Obstacle } from './unanimity.js';

type BallotRequirement = Requirement<Ballot, BallotContext>;

export const isBlock: BallotRequirement = ({ kind }) =>
  kind === 'BLOCK' ? null : { code: 'NOT_A_BLOCK', message: 'Abgestimmt wird über einen einzelnen Punkt.' };

/** What is in a block ends with the block, or alone once it is dissolved. */
export const isAboutOneTopic: BallotRequirement = ({ kind }) =>
  kind === 'BLOCK'
    ? {
        code: 'ITEM_IN_BLOCK',
        message: 'Der Punkt steht im Block der Grünen Liste: Das Ergebnis wird für den Block festgestellt.',
      }
    : null;

export const agendaIsCirculated: BallotRequirement = (_ballot, { block }) =>
  block === undefined || block.isCirculated
    ? null
    : { code: 'AGENDA_NOT_CIRCULATED', message: 'Die Tagesordnung ist noch nicht versandt.' };

export const holdsItems: BallotRequirement = (_ballot, { block }) =>
  block === undefined || block.parts.length > 0
    ? null
    : { code: 'BLOCK_EMPTY', message: 'Auf der Grünen Liste steht kein offener Punkt.' };

export const eachItemCanBeVotedOn: BallotRequirement = (_ballot, { block }) =>
  (block?.parts ?? []).flatMap((part) => faultOf(part) ?? []);

function faultOf({ name, topic, isRestricted }: BlockPart): Refusal | null {
  const { state, kind, textHash, isOnBodyAgenda, latestBallot } = topic;
  const fault = (code: string, message: string): Refusal => ({ code, message: `${name}: ${message}` });
  if (isRestricted) return fault('ITEM_RESTRICTED', 'Nicht alle Länder dürfen den Punkt sehen.');
  if (isOnBodyAgenda) return fault('BODY_DOES_NOT_VOTE', 'Abgestimmt wird nur in der Hauptkonferenz.');
  if (state !== 'IN_MAIN_CONFERENCE')
    return fault('TOPIC_NOT_IN_MAIN_CONFERENCE', 'Das Thema ist nicht in der Hauptkonferenz.');
  if (kind === 'FIRESIDE') return fault('FIRESIDE_HAS_NO_VOTE', 'Im Kamingespräch wird nicht abgestimmt.');
  if (textHash === null) return fault('PROPOSAL_MISSING', 'Es gibt keinen Beschlussvorschlag.');
  if (latestBallot?.state === 'OPEN')
    return fault('BALLOT_ALREADY_OPEN', 'Zu dem Punkt läuft bereits eine Abstimmung.');
  return null;
}

const messages: Readonly<Record<Obstacle, string>> = {
  VOTED_AGAINST:
    'Ein Nein gilt dem ganzen Block. Bitte lösen Sie ihn auf: Die Punkte gehen dann einzeln in die Aussprache.',
  VOTES_MISSING: 'Es haben noch nicht alle Länder abgestimmt.',
  TOO_FEW_YES: 'Es haben zu wenige Länder mit Ja gestimmt.',
};

export const blockIsAdoptedByVotes: BallotRequirement = ({ textHash, rule }, { votes }) =>
  obstaclesTo(tallyOf(votes, textHash), rule).map((obstacle) => ({ code: obstacle, message: messages[obstacle] }));

export const eachTextIsAsVoted: BallotRequirement = (_ballot, { block }) =>
  (block?.parts ?? []).flatMap(({ name, topic, votedTextHash }) =>
    topic.textHash === votedTextHash
      ? []
      : [{ code: 'TEXT_CHANGED_SINCE_VOTE', message: `${name}: Der Text wurde nach der Abstimmung geändert.` }],
  );

export const givesReasonToDissolve: BallotRequirement = (_ballot, { input }) =>
  input === null || (input.reason ?? '').trim() !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' };
