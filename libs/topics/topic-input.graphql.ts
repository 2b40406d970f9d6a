import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Classification, PartyCode, TopicKind } from '#glossary';
import { newId } from '#platform/database';
import { DayScalar } from '#platform/graphql';
import { isNeedToKnow } from './domain/need-to-know.js';
import type { TopicAttachment, TopicRegistration } from './domain/topic.js';
import { ClassificationEnum, TopicKindEnum } from './topic.graphql.js';

/** Which topic, and the revision the person decided on. */
@InputType()
export class TopicTransitionInput {
  @Field(() => ID) topicId!: string;
  @Field(() => Int) expectedRevision!: number;
}

@InputType()
export class TopicAttachmentInput {
  @Field(() => ID, { nullable: true, description: 'Of an attachment that is kept; none for a new one.' })
  id?: string | null;

  @Field(() => String) title!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Day of which the content is.' }) asOf?: string | null;
  @Field(() => String, { nullable: true }) originator?: string | null;
  @Field(() => ClassificationEnum, { nullable: true, description: 'INTERNAL unless given.' })
  classification?: Classification | null;

  @Field(() => Boolean, { nullable: true, description: 'True unless given.' }) releaseWish?: boolean | null;
}

/** Fields of a registration; what is left out stays as it is, or empty in a new topic. */
@InputType()
export class TopicFields {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) subtitle?: string | null;
  @Field(() => TopicKindEnum, { nullable: true }) kind?: TopicKind;
  @Field(() => [String], { nullable: true, description: 'Codes of parties.' }) coRegistrants?: PartyCode[];
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of parties that see a restricted topic; dropped for any other.',
  })
  restrictedTo?: PartyCode[];

  @Field(() => String, { nullable: true }) facts?: string | null;
  @Field(() => String, { nullable: true }) rationale?: string | null;
  @Field(() => [String], { nullable: true }) rapporteurs?: string[];
  @Field(() => [String], { nullable: true }) precedents?: string[];
  @Field(() => [TopicAttachmentInput], { nullable: true }) attachments?: TopicAttachmentInput[];
  @Field(() => String, { nullable: true }) urgencyReason?: string | null;
  @Field(() => Boolean, { nullable: true }) releaseWish?: boolean;
  @Field(() => ClassificationEnum, { nullable: true }) classification?: Classification;
  @Field(() => Boolean, { nullable: true, description: 'It stands for papers that lie elsewhere; without texts.' })
  isPlaceholder?: boolean;

  @Field(() => Boolean, { nullable: true }) pendingInBundesrat?: boolean;
  @Field(() => String, { nullable: true }) financialImpact?: string | null;
  @Field(() => String, { nullable: true }) fileReference?: string | null;
  @Field(() => String, { nullable: true }) contact?: string | null;
}

const emptyRegistration: TopicRegistration = {
  title: '',
  subtitle: null,
  kind: 'RESOLUTION',
  coRegistrants: [],
  restrictedTo: [],
  facts: null,
  rationale: null,
  rapporteurs: [],
  precedents: [],
  attachments: [],
  urgencyReason: null,
  releaseWish: true,
  classification: 'INTERNAL',
  isPlaceholder: false,
  pendingInBundesrat: false,
  financialImpact: null,
  fileReference: null,
  contact: null,
};

/** The registration with the given fields changed. Lists and flags given as null keep what they were. */
export function registrationWith(
  fields: TopicFields,
  before: TopicRegistration = emptyRegistration,
): TopicRegistration {
  const classification = fields.classification ?? before.classification;
  const isPlaceholder = fields.isPlaceholder ?? before.isPlaceholder;
  return {
    title: fields.title?.trim() ?? before.title,
    subtitle: given(fields.subtitle, before.subtitle),
    kind: fields.kind ?? before.kind,
    coRegistrants: [...new Set(fields.coRegistrants ?? before.coRegistrants)],
    restrictedTo: isNeedToKnow(classification) ? [...new Set(fields.restrictedTo ?? before.restrictedTo)] : [],
    facts: given(fields.facts, before.facts),
    rationale: given(fields.rationale, before.rationale),
    rapporteurs: withoutBlanks(fields.rapporteurs ?? before.rapporteurs),
    precedents: withoutBlanks(fields.precedents ?? before.precedents),
    attachments: attachmentsFrom(fields.attachments, before.attachments),
    urgencyReason: given(fields.urgencyReason, before.urgencyReason),
    releaseWish: (fields.releaseWish ?? before.releaseWish) && !isPlaceholder,
    classification,
    isPlaceholder,
    pendingInBundesrat: fields.pendingInBundesrat ?? before.pendingInBundesrat,
    financialImpact: given(fields.financialImpact, before.financialImpact),
    fileReference: given(fields.fileReference, before.fileReference),
    contact: given(fields.contact, before.contact),
  };
}

/** An attachment keeps its id when the topic has it; any other gets a new one, and none is given twice. */
function attachmentsFrom(
  given: readonly TopicAttachmentInput[] | null | undefined,
  before: readonly TopicAttachment[],
): readonly TopicAttachment[] {
  if (given === undefined || given === null) return before;
  const free = new Set(before.map(({ id }) => id));
  return given.map((each) => ({ id: each.id && free.delete(each.id) ? each.id : newId(), ...attachmentOf(each) }));
}

function attachmentOf({
  title,
  asOf,
  originator,
  classification,
  releaseWish,
}: TopicAttachmentInput): Omit<TopicAttachment, 'id'> {
  return {
    title: title.trim(),
    asOf: asOf ?? null,
    originator: given(originator ?? null, null),
    classification: classification ?? 'INTERNAL',
    releaseWish: releaseWish ?? true,
  };
}

function given(text: string | null | undefined, before: string | null): string | null {
  if (text === undefined) return before;
  return text === null || text.trim() === '' ? null : text.trim();
}

function withoutBlanks(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
