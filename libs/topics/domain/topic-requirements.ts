import { partyCodes } from '#glossary';
import type { Refusal, Requirement } from '#platform/lifecycle';
import { restrictionFaults } from './need-to-know.js';
import { placeholderFaults } from './placeholder.js';
import type { TopicContext, TopicEntry, TopicRegistration } from './topic.js';

type TopicRequirement = Requirement<TopicEntry, TopicContext>;

export const LONGEST_TITLE = 200;
const LONGEST_TEXT = 50_000;
const MOST_ATTACHMENTS = 50;

/** Reads what a person enters; while only asking what is available, nothing is missing yet. */
const asksFor =
  (check: (input: NonNullable<TopicContext['input']>, topic: TopicEntry) => Refusal | null) =>
  (topic: TopicEntry, { input }: TopicContext): Refusal | null =>
    input === null ? null : check(input, topic);

export const registrantMayRegister: TopicRequirement = (_topic, context) =>
  context.registrantMayRegister
    ? null
    : { code: 'REGISTRANT_MAY_NOT_REGISTER', message: 'Diese Stelle darf keine Themen anmelden.', field: 'registrant' };

export const hasSoundFields: TopicRequirement = (topic, { input, isVsNfdApproved }) => {
  const registration = input?.registration;
  return registration === undefined ? null : faultsOf(registration, topic, isVsNfdApproved);
};

function faultsOf(registration: TopicRegistration, topic: TopicEntry, isVsNfdApproved: boolean): readonly Refusal[] {
  const faults: Refusal[] = [];
  if (registration.title.trim() === '') {
    faults.push({ code: 'FIELD_REQUIRED', field: 'title', message: 'Das Thema braucht einen Titel.' });
  }
  if (registration.title.length > LONGEST_TITLE) {
    const message = `Der Titel ist mit ${registration.title.length} Zeichen zu lang; erlaubt sind ${LONGEST_TITLE}.`;
    faults.push({ code: 'FIELD_TOO_LONG', field: 'title', message });
  }
  const texts = [
    'subtitle',
    'facts',
    'rationale',
    'urgencyReason',
    'financialImpact',
    'fileReference',
    'contact',
  ] as const;
  for (const field of texts) {
    if ((registration[field]?.length ?? 0) <= LONGEST_TEXT) continue;
    faults.push({
      code: 'FIELD_TOO_LONG',
      field,
      message: `Der Text ist zu lang; erlaubt sind ${LONGEST_TEXT} Zeichen.`,
    });
  }
  return [
    ...faults,
    ...coRegistrantFaults(registration, topic),
    ...restrictionFaults(registration.restrictedTo),
    ...(isVsNfdApproved || registration.isPlaceholder ? [] : classificationFaults(registration)),
    ...placeholderFaults(registration, topic),
    ...attachmentFaults(registration),
  ];
}

function coRegistrantFaults({ coRegistrants }: TopicRegistration, topic: TopicEntry): readonly Refusal[] {
  const unknown = coRegistrants.filter((code) => !partyCodes.includes(code));
  if (unknown.length === 0 && !coRegistrants.some((code) => code === topic.registrant.party)) return [];
  const message = 'Mitanmelder sind andere Länder oder der Bund, nicht die anmeldende Stelle selbst.';
  return [{ code: 'CO_REGISTRANT_INVALID', field: 'coRegistrants', message }];
}

function classificationFaults({ classification }: TopicRegistration): readonly Refusal[] {
  if (classification !== 'VS_NFD') return [];
  const message =
    'Diese Anlage ist nicht für VS-NfD zugelassen. Bitte melden Sie einen Platzhalter an („liegt gesondert vor“).';
  return [{ code: 'CLASSIFICATION_NOT_APPROVED', field: 'classification', message }];
}

/** A fireside talk holds no documents (invariant 8). */
function attachmentFaults({ attachments, kind }: TopicRegistration): readonly Refusal[] {
  const fault = (code: string, message: string): Refusal => ({ code, field: 'attachments', message });
  const tooLong = attachments.find(
    ({ title, originator }) => Math.max(title.length, originator?.length ?? 0) > LONGEST_TITLE,
  );
  return [
    ...(kind === 'FIRESIDE' && attachments.length > 0
      ? [fault('FIRESIDE_HAS_NO_DOCUMENTS', 'Ein Kamingespräch hat keine Anlagen.')]
      : []),
    ...(attachments.some(({ title }) => title.trim() === '')
      ? [fault('FIELD_REQUIRED', 'Jede Anlage braucht einen Titel.')]
      : []),
    ...(tooLong !== undefined
      ? [fault('FIELD_TOO_LONG', `Titel und Urheber einer Anlage haben höchstens ${LONGEST_TITLE} Zeichen.`)]
      : []),
    ...(attachments.length > MOST_ATTACHMENTS
      ? [fault('TOO_MANY_ATTACHMENTS', `Mehr als ${MOST_ATTACHMENTS} Anlagen sind nicht möglich.`)]
      : []),
  ];
}

export const hasRequiredFields: TopicRequirement = (topic) => {
  const missing: Refusal[] = [];
  const require = (field: string, present: boolean, message: string): void => {
    if (!present) missing.push({ code: 'FIELD_REQUIRED', field, message });
  };
  require('title', topic.title.trim() !== '', 'Das Thema braucht einen Titel.');
  if (topic.kind === 'FIRESIDE' || topic.isPlaceholder) return missing;
  require('facts', isFilled(topic.facts), 'Bitte schildern Sie den Sachverhalt.');
  if (topic.kind !== 'RESOLUTION') return missing;
  require('rationale', isFilled(topic.rationale), 'Ein Beschluss braucht eine Begründung.');
  require('clauses', topic.proposalVersionId !== null, 'Ein Beschluss braucht einen Beschlussvorschlag.');
  return missing;
};

const isFilled = (text: string | null): boolean => text !== null && text.trim() !== '';

/** Late topics need the reason of their urgency; the act itself is refused at the deadline's instant (invariant 11). */
export const withinDeadlineOrUrgent: TopicRequirement = (topic, { now, registrationDeadline }) =>
  isWithinDeadline(now, registrationDeadline) || isFilled(topic.urgencyReason)
    ? null
    : {
        code: 'DEADLINE_PASSED',
        field: 'urgencyReason',
        message: 'Die Anmeldefrist ist abgelaufen. Bitte begründen Sie die Dringlichkeit.',
        details: { deadline: registrationDeadline.toISOString() },
      };

export function isWithinDeadline(now: Date, deadline: Date): boolean {
  return now.getTime() < deadline.getTime();
}

export const isLate: TopicRequirement = (topic) =>
  topic.isLate ? null : { code: 'NOT_LATE', message: 'Das Thema wurde fristgerecht angemeldet.' };

export const hasNoConsentYet: TopicRequirement = (topic) =>
  topic.chairConsentedAt === null
    ? null
    : { code: 'ALREADY_CONSENTED', message: 'Der Vorsitz hat bereits zugestimmt.' };

export const hasChairConsentIfLate: TopicRequirement = (topic) =>
  !topic.isLate || topic.chairConsentedAt !== null
    ? null
    : { code: 'CHAIR_CONSENT_MISSING', message: 'Das Thema ist verspätet: Es fehlt die Zustimmung des Vorsitzes.' };

export const givesReason: TopicRequirement = asksFor(({ reason }) =>
  isFilled(reason ?? null)
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' },
);

export const namesLeadCommittee: TopicRequirement = asksFor(({ leadCommittee }) =>
  leadCommittee !== undefined && leadCommittee !== null
    ? null
    : {
        code: 'COMMITTEE_REQUIRED',
        field: 'leadCommittee',
        message: 'Bitte wählen Sie den federführenden Arbeitskreis.',
      },
);

export const namesRecommendation: TopicRequirement = asksFor(({ recommendation }) =>
  recommendation !== undefined
    ? null
    : { code: 'RECOMMENDATION_REQUIRED', field: 'recommendation', message: 'Bitte wählen Sie die Empfehlung.' },
);

export const hasText: TopicRequirement = (topic) =>
  topic.kind !== 'RESOLUTION' || topic.isPlaceholder || topic.proposalVersionId !== null
    ? null
    : { code: 'PROPOSAL_MISSING', message: 'Es gibt noch keinen Beschlussvorschlag.' };

/** Fireside items hold no documents, votes or resolutions (invariant 8). */
export const isNoFiresideTalk: TopicRequirement = (topic) =>
  topic.kind !== 'FIRESIDE'
    ? null
    : { code: 'FIRESIDE_HAS_NO_TEXT', message: 'Ein Kamingespräch hat keinen Beschlussvorschlag.' };

export const hasLeadCommittee: TopicRequirement = (topic) =>
  topic.leadCommittee !== null
    ? null
    : { code: 'NO_LEAD_COMMITTEE', message: 'Dem Thema ist kein federführender Arbeitskreis zugewiesen.' };

export const hasNoOpenBallot: TopicRequirement = (topic) =>
  topic.openBallotId === null ? null : { code: 'BALLOT_OPEN', message: 'Zu dem Thema läuft eine Abstimmung.' };

export const namesAllowedOutcome: TopicRequirement = asksFor(({ outcome, allowedOutcomes }) => {
  if (outcome === undefined)
    return { code: 'OUTCOME_REQUIRED', field: 'outcome', message: 'Bitte wählen Sie das Ergebnis.' };
  if (allowedOutcomes === undefined || allowedOutcomes.includes(outcome)) return null;
  const message = 'Dieses Ergebnis lässt die Abstimmung nicht zu.';
  return { code: 'OUTCOME_NOT_ALLOWED', field: 'outcome', message, details: { allowedOutcomes } };
});

/** Every removal stores its reason (domain.md §2). */
export const givesReasonForRemoval: TopicRequirement = (topic, context) =>
  context.input?.outcome === 'REMOVED' ? givesReason(topic, context) : null;

export const wasDecidedBefore: TopicRequirement = (_topic, { now, input }) =>
  input?.decidedAt !== undefined && input.decidedAt.getTime() <= now.getTime()
    ? null
    : { code: 'NOT_YET_DECIDED', field: 'decidedAt', message: 'In das Archiv gehört nur, was schon entschieden ist.' };
