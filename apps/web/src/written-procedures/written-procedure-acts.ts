import { landCodes, partyNames, silenceRuleNames, voteChoiceNames } from '#glossary';
import { type Act, type ActField, type ActValues, oneOf, send, textOf } from '../acts/act.js';
import {
  DemandDiscussionDocument,
  EndWrittenProcedureEarlyDocument,
  GiveWrittenVoteOnBehalfDocument,
  ReportWrittenProcedureDocument,
  type SilenceRule,
  StartWrittenProcedureDocument,
  type VoteChoice,
  WithdrawWrittenProcedureDocument,
  type WrittenProcedurePartsFragment,
} from '../generated/graphql.js';
import { deadlineOf, faultOfDeadline, usualDeadlines } from './deadline.js';

interface OfferedConference {
  readonly id: string;
  readonly title: string;
}

const reason: ActField = { name: 'reason', label: 'Begründung', kind: 'text' };
const parties = [...landCodes, 'BUND' as const].map((code) => ({ value: code, label: partyNames[code] }));
const choices = Object.entries(voteChoiceNames).map(([value, label]) => ({ value, label }));
const silenceRules = Object.entries(silenceRuleNames).map(([value, label]) => ({ value, label }));

/** The deadline of a round; left empty, the usual time runs. */
const deadlineFields = ({ termsNow }: WrittenProcedurePartsFragment): readonly ActField[] => [
  {
    name: 'closesAt',
    label: 'Letzter Tag der Frist',
    kind: 'day',
    optional: true,
    hint: `${usualDeadlines(termsNow)} Sie endet um 23:59:59 Uhr.`,
  },
  { name: 'time', label: 'Uhrzeit', kind: 'line', optional: true, hint: 'Zum Beispiel 12:00; nur mit einem Tag.' },
  {
    name: 'urgencyReason',
    label: 'Begründung der Eilbedürftigkeit',
    kind: 'text',
    optional: true,
    hint: 'Nötig, wenn die Frist kürzer ist als üblich.',
  },
];

function deadlineInput(values: ActValues): { closesAt: string | null; urgencyReason: string | null } {
  const why = textOf(values, 'urgencyReason');
  return {
    closesAt: deadlineOf(textOf(values, 'closesAt'), textOf(values, 'time')),
    urgencyReason: why === '' ? null : why,
  };
}

type ActOf = (procedure: WrittenProcedurePartsFragment, conferences: readonly OfferedConference[]) => Act;

const acts: Readonly<Record<string, ActOf>> = {
  startWrittenProcedure: (procedure) => ({
    fields: [
      {
        name: 'silenceRule',
        label: 'Wer nicht abstimmt',
        kind: 'one',
        choices: silenceRules,
        initial: procedure.termsNow?.silenceRule ?? 'ALL_MUST_VOTE',
      },
      ...deadlineFields(procedure),
    ],
    explanation:
      'Der Text wird eingefroren, das Verfahren erhält seine Nummer, und alle Länder und der Bund werden eingeladen.',
    run: async (client, values) => {
      const fault = faultOfDeadline(textOf(values, 'closesAt'), textOf(values, 'time'));
      if (fault !== null) return [fault];
      return send(client, StartWrittenProcedureDocument, {
        input: {
          procedureId: procedure.id,
          expectedRevision: procedure.revision,
          textHash: procedure.topic.proposal?.textHash ?? '',
          silenceRule: oneOf<SilenceRule>(values, 'silenceRule'),
          ...deadlineInput(values),
        },
      });
    },
  }),
  giveWrittenVoteOnBehalf: ({ id, textHash }) => ({
    fields: [
      { name: 'party', label: 'Land oder Bund', kind: 'one', choices: parties },
      { name: 'choice', label: 'Stimme', kind: 'one', choices },
      {
        name: 'releaseObjection',
        label: 'Freigabe',
        kind: 'one',
        choices: [
          { value: 'nein', label: 'Kein Widerspruch gegen die Freigabe' },
          { value: 'ja', label: 'Widerspruch gegen die Freigabe' },
        ],
        initial: 'nein',
      },
      { ...reason, hint: 'Wie Ihnen Stimme und Freigabevotum übermittelt wurden.' },
    ],
    explanation:
      'Beide Namen werden festgehalten. Ob der Freigabe widersprochen wurde, können Sie danach nicht mehr nachlesen.',
    run: (client, values) =>
      send(client, GiveWrittenVoteOnBehalfDocument, {
        input: {
          procedureId: id,
          textHash: textHash ?? '',
          party: oneOf(values, 'party'),
          choice: oneOf<VoteChoice>(values, 'choice'),
          releaseObjection: textOf(values, 'releaseObjection') === 'ja',
          reason: textOf(values, 'reason'),
        },
      }),
  }),
  demandDiscussion: ({ id }) => ({
    fields: [reason],
    explanation: 'Das Umlaufverfahren endet ohne Ergebnis. Das Thema kommt in die nächste Sitzung.',
    run: (client, values) =>
      send(client, DemandDiscussionDocument, { input: { procedureId: id, reason: textOf(values, 'reason') } }),
  }),
  endWrittenProcedureEarly: ({ id, revision }) => ({
    fields: [],
    explanation: 'Alle Länder haben abgestimmt. Das Ergebnis wird sofort nach der Regel festgestellt.',
    run: (client) =>
      send(client, EndWrittenProcedureEarlyDocument, { input: { procedureId: id, expectedRevision: revision } }),
  }),
  withdrawWrittenProcedure: ({ id, revision }) => ({
    fields: [reason],
    explanation: 'Das Verfahren endet ohne Ergebnis. Das Thema bleibt bestehen und geht zurück in die Hauptkonferenz.',
    run: (client, values) =>
      send(client, WithdrawWrittenProcedureDocument, {
        input: { procedureId: id, expectedRevision: revision, reason: textOf(values, 'reason') },
      }),
  }),
  reportWrittenProcedure: ({ id, revision }, conferences) => ({
    fields: [
      {
        name: 'conferenceId',
        label: 'In dieser Konferenz wurde berichtet',
        kind: 'one',
        choices: conferences.map(({ id: value, title }) => ({ value, label: title })),
      },
    ],
    run: (client, values) =>
      send(client, ReportWrittenProcedureDocument, {
        input: { procedureId: id, expectedRevision: revision, conferenceId: oneOf(values, 'conferenceId') },
      }),
  }),
};

/** Null for what has its own form on the page: the own vote, and the text of the next round. */
export function writtenProcedureActOf(
  procedure: WrittenProcedurePartsFragment,
  conferences: readonly OfferedConference[],
): (action: string) => Act | null {
  return (action) => acts[action]?.(procedure, conferences) ?? null;
}
