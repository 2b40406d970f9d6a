import type { FastifyInstance } from 'fastify';

const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** The paths of the application's own router (apps/web/src/app/app.tsx). */
const paths = [
  '/',
  '/anmelden',
  '/themen',
  '/themen/*',
  '/benannte-stellen',
  '/konferenzen',
  '/konferenzen/*',
  '/fristen',
  '/fristen/*',
  '/konferenzprofile',
  '/konferenzprofile/*',
  '/sitzungen',
  '/sitzungen/*',
  '/tagesordnungen',
  '/tagesordnungen/*',
  '/abstimmungen/*',
  '/anmerkungsrunden',
  '/anmerkungsrunden/*',
  '/umlaufverfahren',
  '/umlaufverfahren/*',
  '/auftraege',
  '/auftraege/*',
  '/niederschriften',
  '/niederschriften/*',
  '/technik',
  '/organisation',
  '/organisation/*',
  '/benachrichtigungen',
  '/benachrichtigungen/*',
];

/** Serves the built web application; every path of its own router answers with its one page. */
export async function serveWeb(server: FastifyInstance, directory: string): Promise<void> {
  // Loaded when needed: Jest on Node 20 cannot load it, and processes without pages have no use for it.
  const { default: fastifyStatic } = await import('@fastify/static');
  await server.register(fastifyStatic, { root: directory, wildcard: false, index: false, maxAge: '1h' });
  const page = (
    _request: unknown,
    reply: { header: (name: string, value: string) => unknown; sendFile: (file: string, options: object) => unknown },
  ): unknown => {
    reply.header('content-security-policy', policy);
    return reply.sendFile('index.html', { maxAge: 0, cacheControl: true });
  };
  for (const path of paths) server.get(path, page as never);
}
