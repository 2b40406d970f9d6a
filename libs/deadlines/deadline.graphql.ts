import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  deadlineBasisNames,
  deadlineDuties,
  deadlineEffects,
  deadlineKindNames,
  deadlineStateNames,
  type DeadlineBasis,
  type DeadlineKind,
  type DeadlineState,
} from '#glossary';
import { closedSet, PageInfoType } from '#platform/graphql';
import { isOver, type Deadline, type DeadlineSubject } from './domain/deadline.js';

export const DeadlineKindEnum = closedSet('DeadlineKind', deadlineKindNames);
const DeadlineStateEnum = closedSet('DeadlineState', deadlineStateNames);

/** Plain fields only; what needs a query or a rule is added by `DeadlineFieldsResolver`. */
@ObjectType('Deadline', {
  description: 'Until when something has to be done. Nothing is in time at this instant or later.',
})
export class DeadlineType {
  @Field(() => ID) id!: string;
  @Field(() => DeadlineKindEnum) kind!: DeadlineKind;
  @Field(() => String) kindLabel!: string;
  @Field(() => String, { description: 'Who has to do what.' }) duty!: string;
  @Field(() => String, { description: 'What happens when it is over.' }) effect!: string;
  @Field(() => String, {
    description: 'What it is about: conference, writtenProcedure, followUp, commentRound, minutes or release.',
  })
  subjectKind!: DeadlineSubject;

  @Field(() => ID) subjectId!: string;
  @Field(() => ID, { description: 'On whose timeline it stands.' }) conferenceId!: string;
  @Field(() => String, { description: 'What it follows from, in German.' }) basisLabel!: string;
  @Field(() => Boolean, { description: 'Stays where it is when the conference is moved.' }) isFixed!: boolean;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'For what has a beginning too.' })
  opensAt!: Date | null;

  @Field(() => GraphQLISODateTime) dueAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'As it was first planned.' }) originalDueAt!: Date;
  @Field(() => DeadlineStateEnum) state!: DeadlineState;
  @Field(() => String) stateLabel!: string;
  @Field(() => Boolean, { description: 'By its instant, whether or not the system has noted it yet.' })
  isOver!: boolean;
  @Field(() => Int, { description: 'Send it back as expectedRevision.' }) revision!: number;
}

@ObjectType('DeadlineConnection')
export class DeadlineConnectionType {
  @Field(() => [DeadlineType]) nodes!: readonly DeadlineType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

export function toDeadlineType(deadline: Deadline, now: Date): DeadlineType {
  const { basis, basisCount, kind, state } = deadline;
  return {
    ...deadline,
    kindLabel: deadlineKindNames[kind],
    duty: deadlineDuties[kind],
    effect: deadlineEffects[kind],
    basisLabel: basisInWords(basis, basisCount),
    isFixed: basis === 'FIXED',
    stateLabel: deadlineStateNames[state],
    isOver: state !== 'OPEN' || isOver(deadline, now),
  };
}

const onePlanned: Readonly<Partial<Record<DeadlineBasis, string>>> = {
  WEEKS_BEFORE: 'Eine Woche vor der Hauptkonferenz',
  DAYS_BEFORE: 'Ein Tag vor der Hauptkonferenz',
};

/** "6 Wochen vor der Hauptkonferenz", "Eigener Termin". */
function basisInWords(basis: DeadlineBasis, count: number | null): string {
  if (count === null) return deadlineBasisNames[basis];
  return count === 1 ? (onePlanned[basis] ?? '') : `${count} ${deadlineBasisNames[basis]}`;
}
