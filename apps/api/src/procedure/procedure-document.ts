import { agendaLifecycle } from '#agendas';
import { conferenceLifecycle, conferenceProfileLifecycle } from '#conferences';
import { ballotLifecycle } from '#decisions';
import { toMarkdown, toMermaid } from '#platform/lifecycle';
import { topicLifecycle } from '#topics';

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
    title: 'Thema',
    source: 'libs/topics/domain/topic-lifecycle.ts',
    diagram: toMermaid(topicLifecycle),
    table: toMarkdown(topicLifecycle),
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
];

/** The whole procedure as Markdown, one chapter per record. */
export function procedure(): string {
  const written = chapters.map(
    ({ title, source, diagram, table }) =>
      `## ${title}\n\nQuelle: \`${source}\`\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${table}\n`,
  );
  return [introduction, ...written].join('\n');
}
