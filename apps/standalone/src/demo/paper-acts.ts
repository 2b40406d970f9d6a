import { committeeCodes } from '#glossary';
import type { TopicAction, TopicActionInput } from '#topics';
import type { DemoCalendar } from './demo-calendar.js';
import type { DemoPaper } from './papers/paper.js';

/** One act on a paper. The acts of a paper follow each other, and each adds one to the topic's revision. */
export interface PaperAct {
  readonly day: string;
  /** The part of the mail address before the @; `CHAIR` is whoever chairs on that day. */
  readonly by: string;
  readonly action: Exclude<TopicAction, 'recordTopicOutcome' | 'openFollowUpTopic' | 'importDecidedTopic'>;
  readonly input?: TopicActionInput;
  /** The text that `reviseProposal` writes. */
  readonly clauses?: readonly string[];
}

export const CHAIR = 'CHAIR';
const SECRETARIAT = 'geschaeftsstelle';

/** Days before the conference on which the committees meet, AK I first. */
export const committeeSessionDays = [70, 64, 63, 57, 56, 50] as const;
export const PRE_CONFERENCE_DAYS = 14;

/** What happens to a paper of the current conference until the demo begins. */
export function actsOfCurrent(paper: DemoPaper, calendar: DemoCalendar): readonly PaperAct[] {
  const before = (days: number): string => calendar.before(days);
  const main = forwardedToMain(paper, before(PRE_CONFERENCE_DAYS - 1));
  switch (paper.course) {
    case 'LATE':
      return registered(paper, calendar.ago(2), calendar.ago(1));
    case 'LATE_ACCEPTED':
      return [
        ...registered(paper, before(22), before(19)),
        { day: before(18), by: CHAIR, action: 'consentToLateTopic' },
        accepted(before(17)),
        forwarded(paper, before(16)),
      ];
    case 'WITHDRAWN':
      return [...taken(paper, before), withdrawn(paper, before(80))];
    case 'IN_COMMITTEE':
      return [...taken(paper, before), assigned(paper, before(99))];
    case 'CONCLUDED':
      return [...taken(paper, before), assigned(paper, before(99)), concluded(paper, before(60))];
    case 'IN_PRE_CONFERENCE':
      return throughCommittee(paper, before);
    case 'SENT_BACK':
      return [...throughCommittee(paper, before), sentBack(paper, before(PRE_CONFERENCE_DAYS - 1))];
    case 'IN_MAIN_CONFERENCE':
    case 'VOTED_ON':
      return [...(paper.committees === undefined ? directly(paper, before) : throughCommittee(paper, before)), main];
    case 'DRAFT':
    case 'SUBMITTED':
    case 'RETURNED':
    case 'ACCEPTED':
      throw new Error(`Nothing of the current conference is left as ${paper.course}`);
  }
}

/** What has happened to a paper of the next conference: its registration is open since some weeks. */
export function actsOfNext(paper: DemoPaper, { ago }: DemoCalendar): readonly PaperAct[] {
  if (paper.course === 'DRAFT') return drafted(paper, ago(4));
  const submitted = registered(paper, ago(16), paper.course === 'SUBMITTED' ? ago(3) : ago(9));
  switch (paper.course) {
    case 'SUBMITTED':
      return submitted;
    case 'RETURNED':
      return [
        ...submitted,
        { day: ago(5), by: SECRETARIAT, action: 'returnTopicRegistration', input: { reason: paper.reason } },
      ];
    case 'ACCEPTED':
      return [...submitted, accepted(ago(6))];
    default:
      return [...submitted, accepted(ago(7)), assigned(paper, ago(4))];
  }
}

/** On the direct route to the special session, past committees and preparatory conference. */
export function actsOfSpecial(paper: DemoPaper, { ago }: DemoCalendar): readonly PaperAct[] {
  const registered = [
    ...drafted(paper, ago(18)),
    submitted(paper, ago(16)),
    accepted(ago(11)),
    forwarded(paper, ago(10)),
  ];
  return [...registered, forwardedToMain(paper, ago(6))];
}

/** On the direct route to the next conference, some days before it is asked to be voted on in writing. */
export function actsBeforeWriting(paper: DemoPaper, { ago }: DemoCalendar, openedAgo: number): readonly PaperAct[] {
  return [
    ...registered(paper, ago(openedAgo + 7), ago(openedAgo + 6)),
    accepted(ago(openedAgo + 5)),
    forwarded(paper, ago(openedAgo + 4)),
  ];
}

function drafted(paper: DemoPaper, day: string): readonly PaperAct[] {
  const by = authorOf(paper);
  const created: PaperAct = { day, by, action: 'createTopic' };
  const { clauses } = paper;
  return clauses === undefined ? [created] : [created, { day, by, action: 'reviseProposal', clauses }];
}

function registered(paper: DemoPaper, draftedOn: string, submittedOn: string): readonly PaperAct[] {
  return [...drafted(paper, draftedOn), submitted(paper, submittedOn)];
}

function submitted(paper: DemoPaper, day: string): PaperAct {
  return { day, by: headOf(paper), action: 'submitTopicRegistration' };
}

/** Registered in time for the committees and accepted. */
function taken(paper: DemoPaper, before: DemoCalendar['before']): readonly PaperAct[] {
  return [...registered(paper, before(112), before(105)), accepted(before(101))];
}

function directly(paper: DemoPaper, before: DemoCalendar['before']): readonly PaperAct[] {
  return [...registered(paper, before(60), before(52)), accepted(before(48)), forwarded(paper, before(40))];
}

function throughCommittee(paper: DemoPaper, before: DemoCalendar['before']): readonly PaperAct[] {
  const [lead = 'AK1'] = paper.committees ?? [];
  const day = before(committeeSessionDays[committeeCodes.indexOf(lead)] ?? 0);
  const { committeeClauses: clauses } = paper;
  const by = `geschaeftsfuehrung.${lead.toLowerCase()}`;
  const rewritten: readonly PaperAct[] = clauses === undefined ? [] : [{ day, by, action: 'reviseProposal', clauses }];
  return [...taken(paper, before), assigned(paper, before(99)), ...rewritten, forwarded(paper, day)];
}

function accepted(day: string): PaperAct {
  return { day, by: SECRETARIAT, action: 'acceptTopicRegistration' };
}

function assigned({ committees: [lead, ...involvedCommittees] = ['AK1'] }: DemoPaper, day: string): PaperAct {
  const input = { leadCommittee: lead, involvedCommittees };
  return { day, by: SECRETARIAT, action: 'assignTopicToCommittee', input };
}

function forwarded({ committees, recommendation }: DemoPaper, day: string): PaperAct {
  const by = committees === undefined ? SECRETARIAT : `vorsitz.${committees[0].toLowerCase()}`;
  return { day, by, action: 'forwardTopicToPreConference', input: { recommendation } };
}

function concluded({ committees: [lead] = ['AK1'], reason }: DemoPaper, day: string): PaperAct {
  return { day, by: `vorsitz.${lead.toLowerCase()}`, action: 'concludeTopicInCommittee', input: { reason } };
}

function forwardedToMain({ recommendation }: DemoPaper, day: string): PaperAct {
  return { day, by: CHAIR, action: 'forwardTopicToMainConference', input: { recommendation } };
}

function sentBack({ reason }: DemoPaper, day: string): PaperAct {
  return { day, by: CHAIR, action: 'returnTopicToCommittee', input: { reason } };
}

function withdrawn(paper: DemoPaper, day: string): PaperAct {
  return { day, by: headOf(paper), action: 'withdrawTopic', input: { reason: paper.reason } };
}

function isCommittee(registrant: string): boolean {
  return committeeCodes.some((code) => code === registrant);
}

/** Who drafts inside the house; the Bund's coordination does it itself. */
function authorOf({ registrant }: DemoPaper): string {
  const house = registrant.toLowerCase();
  if (isCommittee(registrant)) return `geschaeftsfuehrung.${house}`;
  return registrant === 'BUND' ? 'koordination.bund' : `fachreferat.${house}`;
}

/** Who registers in the name of the house. */
function headOf({ registrant }: DemoPaper): string {
  return `${isCommittee(registrant) ? 'vorsitz' : 'koordination'}.${registrant.toLowerCase()}`;
}
