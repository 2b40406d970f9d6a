import { anArrangedPublicResolution } from '#testing/publication';
import type { Caller } from '../caller.js';
import type { Ground } from './ground.js';
import { calendarIn } from './operations/calendars.js';
import { minutesIn } from './operations/minutes.js';
import { procedureIn } from './operations/written-procedures.js';

export interface Route {
  /** Method and pattern, as the server knows it. */
  readonly route: string;
  readonly given: string;
  readonly path: (ground: Ground) => Promise<string>;
  /** Everybody gets an answer, signed in or not. */
  readonly isPublic: boolean;
}

const anywhere = (route: string, path = route.split(' ')[1] ?? ''): Route => {
  return { route, given: 'jederzeit', path: () => Promise.resolve(path), isPublic: true };
};

export const routes: readonly Route[] = [
  anywhere('GET /healthz'),
  anywhere('GET /readyz'),
  anywhere('GET /auth/login'),
  anywhere('GET /auth/callback'),
  anywhere('GET /auth/logged-out'),
  {
    route: 'GET /documents/agendas/:agendaId.pdf',
    given: 'eine Sammlung',
    path: async (ground) => `/documents/agendas/${(await ground.agenda('COLLECTING')).agendaId}.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /documents/agendas/:agendaId.pdf',
    given: 'eine versandte Tagesordnung',
    path: async (ground) => `/documents/agendas/${(await ground.agenda('CIRCULATED')).agendaId}.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /documents/agendas/:agendaId/supplements/:number.pdf',
    given: 'ein versandter Nachtrag',
    path: async (ground) => `/documents/agendas/${await ground.agendaWithSupplement()}/supplements/1.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /documents/conferences/:conferenceId/collection.pdf',
    given: 'eine geplante Konferenz',
    path: async ({ stage }) => `/documents/conferences/${stage.conferenceId}/collection.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /documents/minutes/:minutesId.pdf',
    given: 'ein Entwurf der Niederschrift',
    path: async (ground) => `/documents/minutes/${(await minutesIn(ground, 'DRAFT')).minutesId}.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /documents/minutes/:minutesId.pdf',
    given: 'eine versandte Niederschrift',
    path: async (ground) => `/documents/minutes/${(await minutesIn(ground, 'CIRCULATED')).minutesId}.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /documents/written-procedures/:procedureId/invitation.pdf',
    given: 'ein laufendes Umlaufverfahren',
    path: async (ground) =>
      `/documents/written-procedures/${(await procedureIn(ground, 'RUNNING')).procedureId}/invitation.pdf`,
    isPublic: false,
  },
  {
    route: 'GET /technik/warteschlangen',
    given: 'jederzeit',
    path: () => Promise.resolve('/technik/warteschlangen'),
    isPublic: false,
  },
  {
    route: 'GET /technik/warteschlangen/*',
    given: 'jederzeit',
    path: () => Promise.resolve('/technik/warteschlangen/queue/event-jobs'),
    isPublic: false,
  },
  {
    route: 'GET /kalender/:file',
    given: 'eine Kalenderadresse Hessens',
    path: async (ground) => (await calendarIn(ground)).path,
    isPublic: true,
  },
  anywhere('GET /kalender'),
  anywhere('GET /kalender/*', '/kalender/x/y.ics'),
  anywhere('GET /beschluesse'),
  anywhere('GET /beschluesse/*', '/beschluesse/x/y/z'),
  anywhere('GET /beschluesse/daten'),
  anywhere('GET /beschluesse/daten/v1/konferenzen.json'),
  anywhere('GET /beschluesse/daten/v1/schema.json'),
  anywhere('GET /beschluesse/feed.atom'),
  anywhere('GET /beschluesse/sitemap.xml'),
  {
    route: 'GET /beschluesse/daten/v1/konferenzen/:file',
    given: 'ein veröffentlichter Beschluss',
    path: async ({ stage }) => {
      const [, , conference] = (await anArrangedPublicResolution(stage)).split('/');
      return `/beschluesse/daten/v1/konferenzen/${conference}.json`;
    },
    isPublic: true,
  },
  ...(['', '/sammlung.pdf', '/:resolution'] as const).map((below) => ({
    route: `GET /beschluesse/:conference${below}`,
    given: 'ein veröffentlichter Beschluss',
    path: async ({ stage }: Ground) => {
      const address = await anArrangedPublicResolution(stage);
      return below === '/:resolution' ? address : address.replace(/\/[^/]+$/, below);
    },
    isPublic: true,
  })),
];

/** Asked by specs of their own: GraphQL operation by operation, signing out because it ends the session. */
export const elsewhere: readonly string[] = ['/graphql', '/auth/logout'];

export async function statusOf(caller: Caller, path: string): Promise<number> {
  const response = await caller.send(path);
  await response.arrayBuffer();
  return response.status;
}
