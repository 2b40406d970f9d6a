import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  agendaItemStateNames,
  agendaListNames,
  agendaStateNames,
  type AgendaItemState,
  type AgendaList,
  type AgendaState,
  type BodyCode,
  type Outcome,
  type PartyCode,
} from '#glossary';
import { closedSet, DayScalar, RefusalType } from '#platform/graphql';
import { OutcomeEnum } from '#topics';
import type { AgendaAnswer } from './agenda-transition.handler.js';
import { agendaChangeNames, type AgendaChange, type AgendaChangeKind } from './domain/changes.js';
import type { AgendaGroup, Explanation } from './domain/agenda.js';
import type { AgendaItemRow, AgendaRow } from './persistence/agenda.repository.js';

const AgendaStateEnum = closedSet('AgendaState', agendaStateNames);
export const AgendaListEnum = closedSet('AgendaList', agendaListNames);
const AgendaItemStateEnum = closedSet('AgendaItemState', agendaItemStateNames);

/** Plain fields only; what needs a query or a rule is added by resolvers of this and of later libraries. */
@ObjectType('Agenda', { description: 'The agenda of a conference. Its numbers are fixed once it is circulated.' })
export class AgendaType implements AgendaRow {
  @Field(() => ID) id!: string;
  @Field(() => AgendaStateEnum) state!: AgendaState;
  @Field(() => GraphQLISODateTime, { nullable: true }) circulatedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since then the block is voted on.' })
  consentListClosedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Null for the agenda of the main conference.' })
  sessionId!: string | null;

  revision!: number;
  conferenceId!: string;
  bodies!: readonly BodyCode[];
  above!: readonly BodyCode[];
  supplements!: readonly Date[];
}

@ObjectType('AgendaHeld', { description: 'When and where what is on the agenda is dealt with.' })
export class AgendaHeldType {
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) place!: string | null;
}

@ObjectType('AgendaSupplement', { description: 'What was sent after the agenda itself.' })
export class AgendaSupplementType {
  @Field(() => Int) number!: number;
  @Field(() => String) label!: string;
  @Field(() => GraphQLISODateTime) circulatedAt!: Date;
}

const AgendaChangeKindEnum = closedSet('AgendaChangeKind', agendaChangeNames);

@ObjectType('AgendaChange', { description: 'What happened to an item since the viewer last looked.' })
export class AgendaChangeType implements AgendaChange {
  @Field(() => AgendaChangeKindEnum) kind!: AgendaChangeKind;
  @Field(() => String) label!: string;
  @Field(() => ID) itemId!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who did it, where somebody did.' }) by!: string | null;
}

@ObjectType('AgendaChanges')
export class AgendaChangesType {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null when the viewer looks for the first time.' })
  seenAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'Send it back with markAgendaSeen.' }) upTo!: Date;
  @Field(() => [AgendaChangeType], { description: 'The latest first.' }) changes!: readonly AgendaChangeType[];
}

@ObjectType('AgendaExplanation', { description: 'What was said of a missing topic, by whom and when.' })
export class AgendaExplanationType implements Pick<
  Explanation,
  'number' | 'explanation' | 'explainedBy' | 'explainedAt'
> {
  @Field(() => Int, { description: 'The first that was given of this topic is 1.' }) number!: number;
  @Field(() => String) explanation!: string;
  @Field(() => String) explainedBy!: string;
  @Field(() => GraphQLISODateTime) explainedAt!: Date;
}

@ObjectType('MissingTopic', { description: 'A topic that is meant for the conference and not on its agenda.' })
export class MissingTopicType {
  @Field(() => ID) topicId!: string;
  @Field(() => String) title!: string;
  @Field(() => Boolean, { description: 'Compiling the agenda again would take it up.' }) isReady!: boolean;
  @Field(() => String, { description: 'Where it is now.' }) whereabouts!: string;
  @Field(() => String, { nullable: true, description: 'Why it is not on the agenda; needed before it is final.' })
  explanation!: string | null;

  @Field(() => String, { nullable: true }) explainedBy!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) explainedAt!: Date | null;
  @Field(() => [AgendaExplanationType], { description: 'What was said before and no longer holds, the latest first.' })
  formerly!: readonly AgendaExplanationType[];
}

@ObjectType('AgendaItem', { description: 'An item. Number and position are two things; removed items stay visible.' })
export class AgendaItemType implements AgendaItemRow {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Null until the agenda is circulated, then fixed.' })
  number!: string | null;

  @Field(() => Int, { nullable: true, description: 'The supplement it came with; null for the agenda itself.' })
  supplement!: number | null;

  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) subtitle!: string | null;
  @Field(() => String, { description: 'GENERAL or the code of a committee.' }) group!: AgendaGroup;
  @Field(() => AgendaListEnum) list!: AgendaList;
  @Field(() => AgendaItemStateEnum) state!: AgendaItemState;
  @Field(() => String, { nullable: true, description: 'Why it was moved or removed.' }) reason!: string | null;

  @Field(() => OutcomeEnum, { nullable: true, description: 'How this appearance of the topic ended.' })
  outcome!: Outcome | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) decidedAt!: Date | null;

  agendaId!: string;
  topicId!: string;
  position!: number;
  place!: number;
  isOfMainConference!: boolean;
  circulatedAt!: Date | null;
  pulledOffBy!: PartyCode | null;
  groupName!: string | null;
  committeeName!: string | null;
  listName!: string | null;
  heldSessionId!: string | null;
  placedAt!: Date;
  topicDepartedAt!: Date | null;
  restrictedTo!: readonly number[] | null;
}

/** Which agenda, and the revision the person decided on. */
@InputType()
export class AgendaTransitionInput {
  @Field(() => ID) agendaId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@ObjectType({ description: 'The agenda as it is now, or why nothing was changed.' })
export class AgendaPayload {
  @Field(() => AgendaType, { nullable: true }) agenda!: AgendaRow | null;
  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

export function toAgendaPayload(answer: AgendaAnswer): AgendaPayload {
  return answer.ok ? { agenda: answer.agenda, refusals: [] } : { agenda: null, refusals: answer.refusals };
}
