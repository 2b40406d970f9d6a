const folder = 'libs/topics/features/submit-topic';
const files = (count: number): string[] => Array.from({ length: count }, (_, n) => `${folder}/part${n}.ts`);

/** One planted violation of names and folder sizes: the line that is expected and the files that cause it. */
export const plantedStructure: readonly { readonly expected: string; readonly files: readonly string[] }[] = [
  { expected: 'file-suffix: libs/topics/topic.service.ts', files: ['libs/topics/topic.service.ts'] },
  { expected: 'file-suffix: libs/topics/TopicList.ts', files: ['libs/topics/TopicList.ts'] },
  { expected: 'file-suffix: apps/api/src/topic.dto.ts', files: ['apps/api/src/topic.dto.ts'] },
  { expected: 'file-suffix: migrations/add-topics.ts', files: ['migrations/add-topics.ts'] },
  { expected: 'folder-name: libs/agendas/shared', files: ['libs/agendas/shared/order.ts'] },
  { expected: 'folder-name: libs/agendas/agendaItems', files: ['libs/agendas/agendaItems/order.ts'] },
  { expected: `feature-size: ${folder} holds 9 files, 8 at most`, files: files(9) },
];

export const soundStructure: readonly string[] = [
  'libs/topics/index.ts',
  'libs/topics/domain/topic-lifecycle.ts',
  'libs/topics/domain/topic-lifecycle.spec.ts',
  'libs/topics/features/list-topics/list-topics.resolver.ts',
  'libs/topics/features/list-topics/list-topics.handler.spec.ts',
  'apps/api/test/sign-in.e2e-spec.ts',
  'apps/web/src/TopicPage.tsx',
  'migrations/1767225600000-add-lead-committee-to-topics.ts',
];
