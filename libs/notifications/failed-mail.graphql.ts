import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { failedMailStateNames, mailFaultNames, type FailedMailState, type MailFault } from '#glossary';
import { closedSet, PageInfoType } from '#platform/graphql';
import { labelOfMail } from './domain/failed-mail-kinds.js';
import type { FailedMail } from './persistence/failed-mails.js';

export const FailedMailStateEnum = closedSet('FailedMailState', failedMailStateNames);
export const MailFaultEnum = closedSet('MailFault', mailFaultNames);

@ObjectType('FailedMail', { description: 'A mail that was given up. Seen by the secretariat alone.' })
export class FailedMailType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'What it was about; names no paper.' }) kind!: string;
  @Field(() => String) kindLabel!: string;
  @Field(() => ID) personId!: string;
  @Field(() => String) personName!: string;
  @Field(() => String) address!: string;
  @Field(() => FailedMailStateEnum) state!: FailedMailState;
  @Field(() => String) stateLabel!: string;
  @Field(() => MailFaultEnum) fault!: MailFault;
  @Field(() => String, { description: 'Why it could not be delivered, in plain words.' }) reason!: string;
  @Field(() => String, { description: 'What the mail server said, in its own words.' }) answer!: string;
  @Field(() => GraphQLISODateTime) failedAt!: Date;
  @Field(() => Int) revision!: number;
}

@ObjectType('MailKind')
export class MailKindType {
  @Field(() => String) kind!: string;
  @Field(() => String) label!: string;
}

@ObjectType('FailedMailConnection')
export class FailedMailConnectionType {
  @Field(() => [FailedMailType]) nodes!: readonly FailedMailType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
  @Field(() => [MailKindType], { description: 'What failed mails there are, whatever the filter, are about.' })
  kinds!: readonly MailKindType[];
}

export function toFailedMailType(mail: FailedMail): FailedMailType {
  return {
    ...mail,
    kindLabel: labelOfMail(mail.kind),
    stateLabel: failedMailStateNames[mail.state],
    reason: mailFaultNames[mail.fault],
  };
}
