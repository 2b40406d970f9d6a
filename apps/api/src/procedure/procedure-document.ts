import { agendaLifecycle } from '#agendas';
import { calendarFeedLifecycle } from '#calendars';
import { conferenceLifecycle, conferenceProfileLifecycle, participantLifecycle, sessionLifecycle } from '#conferences';
import { deadlineLifecycle, reminderRuleLifecycle } from '#deadlines';
import { ballotLifecycle, correctionLifecycle, minutesLifecycle, statementLifecycle } from '#decisions';
import { followUpLifecycle } from '#follow-ups';
import { failedMailLifecycle } from '#notifications';
import { deadLetterLifecycle } from '#operations';
import {
  assignmentLifecycle,
  bodyLifecycle,
  chairTermLifecycle,
  officeHeadLifecycle,
  personLifecycle,
} from '#organisation';
import { toMarkdown, toMermaid } from '#platform/lifecycle';
import { commentRoundLifecycle } from '#proposals';
import { publicationLifecycle, releaseLifecycle, releaseObjectionLifecycle } from '#publication';
import { needToKnowGroupLifecycle, topicLifecycle, topicMergeLifecycle } from '#topics';
import { writtenProcedureLifecycle } from '#written-procedures';

const introduction = `# Das Verfahren

Aus den Tabellen der Lebensläufe erzeugt (\`npm run procedure\`), nicht von Hand geschrieben. Jede Zeile sagt: Diese Handlung
führt einen Vorgang von … nach …, steht … zu, und nur wenn … gilt. Dieselbe Zeile entscheidet im Programm, begründet eine
Ablehnung und zeigt die Knöpfe. Die Namen der Bedingungen sind die Namen der Funktionen neben der Tabelle.
`;

interface Chapter {
  readonly title: string;
  readonly source: string;
  readonly diagram: string;
  readonly table: string;
}

const chapters: readonly Chapter[] = [
  {
    title: 'Gremium',
    source: 'libs/organisation/domain/body-lifecycle.ts',
    diagram: toMermaid(bodyLifecycle),
    table: toMarkdown(bodyLifecycle),
  },
  {
    title: 'Person',
    source: 'libs/organisation/domain/person-lifecycle.ts',
    diagram: toMermaid(personLifecycle),
    table: toMarkdown(personLifecycle),
  },
  {
    title: 'Aufgabe',
    source: 'libs/organisation/domain/assignment-lifecycle.ts',
    diagram: toMermaid(assignmentLifecycle),
    table: toMarkdown(assignmentLifecycle),
  },
  {
    title: 'Vorsitz',
    source: 'libs/organisation/domain/chair-term-lifecycle.ts',
    diagram: toMermaid(chairTermLifecycle),
    table: toMarkdown(chairTermLifecycle),
  },
  {
    title: 'Leitung einer Stelle',
    source: 'libs/organisation/domain/office-head-lifecycle.ts',
    diagram: toMermaid(officeHeadLifecycle),
    table: toMarkdown(officeHeadLifecycle),
  },
  {
    title: 'Konferenzprofil',
    source: 'libs/conferences/domain/conference-profile-lifecycle.ts',
    diagram: toMermaid(conferenceProfileLifecycle),
    table: toMarkdown(conferenceProfileLifecycle),
  },
  {
    title: 'Konferenz',
    source: 'libs/conferences/domain/conference-lifecycle.ts',
    diagram: toMermaid(conferenceLifecycle),
    table: toMarkdown(conferenceLifecycle),
  },
  {
    title: 'Frist',
    source: 'libs/deadlines/domain/deadline-lifecycle.ts',
    diagram: toMermaid(deadlineLifecycle),
    table: toMarkdown(deadlineLifecycle),
  },
  {
    title: 'Erinnerungsstufe',
    source: 'libs/deadlines/domain/reminder-rule-lifecycle.ts',
    diagram: toMermaid(reminderRuleLifecycle),
    table: toMarkdown(reminderRuleLifecycle),
  },
  {
    title: 'Sitzung',
    source: 'libs/conferences/domain/session-lifecycle.ts',
    diagram: toMermaid(sessionLifecycle),
    table: toMarkdown(sessionLifecycle),
  },
  {
    title: 'Teilnahme an einer Sitzung',
    source: 'libs/conferences/domain/participant-lifecycle.ts',
    diagram: toMermaid(participantLifecycle),
    table: toMarkdown(participantLifecycle),
  },
  {
    title: 'Thema',
    source: 'libs/topics/domain/topic-lifecycle.ts',
    diagram: toMermaid(topicLifecycle),
    table: toMarkdown(topicLifecycle),
  },
  {
    title: 'Gruppe benannter Stellen',
    source: 'libs/topics/domain/need-to-know-lifecycle.ts',
    diagram: toMermaid(needToKnowGroupLifecycle),
    table: toMarkdown(needToKnowGroupLifecycle),
  },
  {
    title: 'Zusammenführung',
    source: 'libs/topics/domain/merge-lifecycle.ts',
    diagram: toMermaid(topicMergeLifecycle),
    table: toMarkdown(topicMergeLifecycle),
  },
  {
    title: 'Anmerkungsrunde',
    source: 'libs/proposals/domain/comment-round-lifecycle.ts',
    diagram: toMermaid(commentRoundLifecycle),
    table: toMarkdown(commentRoundLifecycle),
  },
  {
    title: 'Tagesordnung',
    source: 'libs/agendas/domain/agenda-lifecycle.ts',
    diagram: toMermaid(agendaLifecycle),
    table: toMarkdown(agendaLifecycle),
  },
  {
    title: 'Abstimmung',
    source: 'libs/decisions/domain/ballot-lifecycle.ts',
    diagram: toMermaid(ballotLifecycle),
    table: toMarkdown(ballotLifecycle),
  },
  {
    title: 'Erklärung zu Protokoll',
    source: 'libs/decisions/domain/statement-lifecycle.ts',
    diagram: toMermaid(statementLifecycle),
    table: toMarkdown(statementLifecycle),
  },
  {
    title: 'Niederschrift',
    source: 'libs/decisions/domain/minutes-lifecycle.ts',
    diagram: toMermaid(minutesLifecycle),
    table: toMarkdown(minutesLifecycle),
  },
  {
    title: 'Berichtigung',
    source: 'libs/decisions/domain/correction-lifecycle.ts',
    diagram: toMermaid(correctionLifecycle),
    table: toMarkdown(correctionLifecycle),
  },
  {
    title: 'Umlaufverfahren',
    source: 'libs/written-procedures/domain/written-procedure-lifecycle.ts',
    diagram: toMermaid(writtenProcedureLifecycle),
    table: toMarkdown(writtenProcedureLifecycle),
  },
  {
    title: 'Freigabe',
    source: 'libs/publication/domain/release-lifecycle.ts',
    diagram: toMermaid(releaseLifecycle),
    table: toMarkdown(releaseLifecycle),
  },
  {
    title: 'Widerspruch gegen eine Freigabe',
    source: 'libs/publication/domain/release-objection-lifecycle.ts',
    diagram: toMermaid(releaseObjectionLifecycle),
    table: toMarkdown(releaseObjectionLifecycle),
  },
  {
    title: 'Veröffentlichung',
    source: 'libs/publication/domain/publication-lifecycle.ts',
    diagram: toMermaid(publicationLifecycle),
    table: toMarkdown(publicationLifecycle),
  },
  {
    title: 'Auftrag',
    source: 'libs/follow-ups/domain/follow-up-lifecycle.ts',
    diagram: toMermaid(followUpLifecycle),
    table: toMarkdown(followUpLifecycle),
  },
  {
    title: 'Aufgegebene Arbeit im Hintergrund',
    source: 'libs/operations/domain/dead-letter-lifecycle.ts',
    diagram: toMermaid(deadLetterLifecycle),
    table: toMarkdown(deadLetterLifecycle),
  },
  {
    title: 'Nicht zugestellte E-Mail',
    source: 'libs/notifications/domain/failed-mail-lifecycle.ts',
    diagram: toMermaid(failedMailLifecycle),
    table: toMarkdown(failedMailLifecycle),
  },
  {
    title: 'Kalenderabonnement',
    source: 'libs/calendars/domain/calendar-feed-lifecycle.ts',
    diagram: toMermaid(calendarFeedLifecycle),
    table: toMarkdown(calendarFeedLifecycle),
  },
];

/** The whole procedure as Markdown, one chapter per record. */
export function procedure(): string {
  const written = chapters.map(
    ({ title, source, diagram, table }) =>
      `## ${title}\n\nQuelle: \`${source}\`\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${table}\n`,
  );
  return [introduction, ...written].join('\n');
}
