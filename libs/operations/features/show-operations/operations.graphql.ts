import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { mailServerStateNames, type MailServerState } from '#glossary';
import { closedSet } from '#platform/graphql';

export const scheduleOutcomeNames = { DONE: 'Erfolgreich', FAILED: 'Gescheitert' } as const;
const ScheduleOutcomeEnum = closedSet('ScheduleOutcome', scheduleOutcomeNames);

@ObjectType('JobQueue', { description: 'How many jobs stand where in one queue.' })
export class JobQueueType {
  @Field(() => ID) name!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) waiting!: number;
  @Field(() => Int, { description: 'Waiting for an instant, for example for the next attempt.' }) delayed!: number;
  @Field(() => Int) active!: number;
  @Field(() => Int, { description: 'Kept by the queue after the last attempt.' }) failed!: number;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the first that could run.' })
  waitingSince!: Date | null;
}

@ObjectType('JobSchedule', { description: 'A job that runs again and again.' })
export class JobScheduleType {
  @Field(() => ID) jobName!: string;
  @Field(() => Int, { nullable: true }) everySeconds!: number | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null when the queue does not tell.' })
  nextRunAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true }) lastRunAt!: Date | null;
  @Field(() => ScheduleOutcomeEnum, { nullable: true }) lastOutcome!: keyof typeof scheduleOutcomeNames | null;
  @Field(() => String, { nullable: true }) lastOutcomeLabel!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the last run failed, in German.' })
  failureLabel!: string | null;

  @Field(() => String, { nullable: true }) failureCode!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastDoneAt!: Date | null;
}

@ObjectType('WorkerProcess')
export class WorkerProcessType {
  @Field(() => ID) id!: string;
  @Field(() => String) host!: string;
  @Field(() => GraphQLISODateTime) startedAt!: Date;
  @Field(() => GraphQLISODateTime) seenAt!: Date;
  @Field(() => Boolean) isAlive!: boolean;
  @Field(() => Boolean, { description: 'Takes nothing new and ends.' }) isStopping!: boolean;
}

const MailServerStateEnum = closedSet('MailServerState', mailServerStateNames);

@ObjectType('MailServer', { description: 'Whether mails leave; as a worker has last seen it.' })
export class MailServerType {
  @Field(() => MailServerStateEnum, { nullable: true, description: 'Null while no worker has asked it.' })
  state!: MailServerState | null;

  @Field(() => String) stateLabel!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is so.' }) since!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it takes nothing, in German.' }) reason!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) checkedAt!: Date | null;
}

@ObjectType('GivenUpJob')
export class GivenUpJobType {
  @Field(() => ID) jobName!: string;
  @Field(() => Int) givenUp!: number;
  @Field(() => Int, { description: 'With those running again or solved meanwhile.' }) known!: number;
}

@ObjectType('Operations', { description: 'How the installation works; for the technical administration.' })
export class OperationsType {
  @Field(() => String, { description: 'What the queues live on: PostgreSQL or Redis.' }) backend!: string;
  @Field(() => [JobQueueType], { nullable: true, description: 'Null when the queue does not answer.' })
  queues!: readonly JobQueueType[] | null;

  @Field(() => [JobScheduleType]) schedules!: readonly JobScheduleType[];
  @Field(() => [WorkerProcessType]) workers!: readonly WorkerProcessType[];
  @Field(() => [GivenUpJobType]) givenUpJobs!: readonly GivenUpJobType[];
  @Field(() => MailServerType, { nullable: true, description: 'Null where none is configured: mails are kept.' })
  mailServer!: MailServerType | null;

  @Field(() => Int, { description: 'Mails that have not left and were not given up.' }) waitingMails!: number;
  @Field(() => Int, { description: 'Messages on which something is still to happen.' }) openMessages!: number;
  @Field(() => GraphQLISODateTime, { nullable: true }) openSince!: Date | null;
}
