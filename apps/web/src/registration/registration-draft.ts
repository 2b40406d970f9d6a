import type { Classification, RegistrationFormQuery, TopicFields, TopicKind } from '../generated/graphql.js';
import { type DraftClause, draftOf } from './clause-tree.js';

export interface DraftAttachment {
  /** Of an attachment the server knows already. */
  readonly id?: string;
  readonly title: string;
  /** ISO day or empty. */
  readonly asOf: string;
  readonly originator: string;
  readonly classification: Classification;
  readonly releaseWish: boolean;
}

/** Everything the form holds, as it is typed: lists as lines. */
export interface RegistrationDraft {
  /** Code of the party or body on whose behalf it is registered. */
  readonly registrant: string;
  readonly conferenceId: string;
  readonly kind: TopicKind;
  readonly title: string;
  readonly subtitle: string;
  readonly coRegistrants: readonly string[];
  /** Who sees a restricted topic beside its registrants. */
  readonly restrictedTo: readonly string[];
  readonly facts: string;
  readonly rationale: string;
  readonly rapporteurs: string;
  readonly precedents: string;
  readonly attachments: readonly DraftAttachment[];
  readonly urgencyReason: string;
  readonly releaseWish: boolean;
  readonly classification: Classification;
  /** In place of classified papers that lie elsewhere: no texts then. */
  readonly isPlaceholder: boolean;
  readonly pendingInBundesrat: boolean;
  readonly financialImpact: string;
  readonly fileReference: string;
  readonly contact: string;
  readonly clauses: readonly DraftClause[];
}

export const emptyDraft: RegistrationDraft = {
  registrant: '',
  conferenceId: '',
  kind: 'RESOLUTION',
  title: '',
  subtitle: '',
  coRegistrants: [],
  restrictedTo: [],
  facts: '',
  rationale: '',
  rapporteurs: '',
  precedents: '',
  attachments: [],
  urgencyReason: '',
  releaseWish: true,
  classification: 'INTERNAL',
  isPlaceholder: false,
  pendingInBundesrat: false,
  financialImpact: '',
  fileReference: '',
  contact: '',
  clauses: [],
};

type Topic = RegistrationFormQuery['topic'];

export function draftOfTopic(topic: Topic): RegistrationDraft {
  return {
    registrant: topic.registrant.name,
    conferenceId: topic.conference.id,
    kind: topic.kind,
    title: topic.title,
    subtitle: topic.subtitle ?? '',
    coRegistrants: topic.coRegistrants.map(({ code }) => code),
    restrictedTo: topic.restrictedTo.map(({ code }) => code),
    facts: topic.facts ?? '',
    rationale: topic.rationale ?? '',
    rapporteurs: topic.rapporteurs.join('\n'),
    precedents: topic.precedents.join('\n'),
    attachments: topic.attachments.map(({ id, title, asOf, originator, classification, releaseWish }) => ({
      id,
      title,
      asOf: asOf ?? '',
      originator: originator ?? '',
      classification,
      releaseWish,
    })),
    urgencyReason: topic.urgencyReason ?? '',
    releaseWish: topic.releaseWish,
    classification: topic.classification,
    isPlaceholder: topic.isPlaceholder,
    pendingInBundesrat: topic.pendingInBundesrat,
    financialImpact: topic.financialImpact ?? '',
    fileReference: topic.fileReference ?? '',
    contact: topic.contact ?? '',
    clauses: draftOf(topic.proposal?.clauses ?? []),
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The fields as the server takes them, the same for a new topic and for a changed one. */
export function fieldsOf(entered: RegistrationDraft) {
  const draft = entered.isPlaceholder ? withoutContent(entered) : entered;
  return {
    title: draft.title.trim(),
    kind: draft.kind,
    subtitle: orNull(draft.subtitle),
    coRegistrants: [...draft.coRegistrants],
    restrictedTo: [...draft.restrictedTo],
    facts: orNull(draft.facts),
    rationale: orNull(draft.rationale),
    rapporteurs: linesOf(draft.rapporteurs),
    precedents: linesOf(draft.precedents),
    attachments: (draft.kind === 'FIRESIDE' ? [] : draft.attachments).map(
      ({ id, title, asOf, originator, classification, releaseWish }) => ({
        id: id ?? null,
        title: title.trim(),
        asOf: orNull(asOf),
        originator: orNull(originator),
        classification,
        releaseWish,
      }),
    ),
    urgencyReason: orNull(draft.urgencyReason),
    releaseWish: draft.releaseWish,
    classification: draft.classification,
    isPlaceholder: draft.isPlaceholder,
    pendingInBundesrat: draft.pendingInBundesrat,
    financialImpact: orNull(draft.financialImpact),
    fileReference: orNull(draft.fileReference),
    contact: orNull(draft.contact),
  } satisfies TopicFields;
}

/** What was typed stays in the form, in case the mark was set by mistake; nothing of it is sent. */
function withoutContent(draft: RegistrationDraft): RegistrationDraft {
  const nothing = { subtitle: '', facts: '', rationale: '', precedents: '', financialImpact: '' };
  const attachments = draft.attachments.map((each) => ({ ...each, classification: 'VS_NFD' as const }));
  return { ...draft, ...nothing, attachments, classification: 'VS_NFD', releaseWish: false };
}

/** What is still missing before the registration can be handed in; saving a draft needs the title alone. */
export function missingForSubmission(draft: RegistrationDraft): readonly string[] {
  const isFilled = (text: string) => text.trim() !== '';
  const missing = isFilled(draft.title) ? [] : ['Titel'];
  if (draft.isPlaceholder) return missing;
  if (draft.kind !== 'FIRESIDE' && !isFilled(draft.facts)) missing.push('Sachverhalt');
  if (draft.kind !== 'RESOLUTION') return missing;
  if (!isFilled(draft.rationale)) missing.push('Begründung');
  if (draft.clauses.length === 0) missing.push('Beschlussvorschlag');
  return missing;
}
