import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join, sep } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { AppControllerRoute, AppViewRoute, IServerAdapter } from '@bull-board/api/typings/app';
import { queueNames, type QueueObserver } from '#platform/jobs';

export const BOARD_PATH = '/technik/warteschlangen';

export interface BoardAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

type BoardQueues = Parameters<IServerAdapter['setQueues']>[0];
type UIConfig = Parameters<IServerAdapter['setUIConfig']>[0];

const JSON_TYPE = 'application/json; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': JSON_TYPE,
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const settings: UIConfig = {
  boardTitle: 'Warteschlangen',
  hideDocsLink: true,
  locale: { lng: 'de-DE' },
  miscLinks: [{ text: 'Zurück zur Technik', url: '/technik' }],
};

/**
 * The dashboard of BullMQ, read-only: besides the board's own mode, nothing of it answers but to reading. Jobs carry ids
 * and the queue keeps no words of faults, so there is nothing in it of what the jobs are about.
 */
export class QueueBoard implements IServerAdapter {
  private queues: BoardQueues = new Map();
  private uiConfig: UIConfig = {};
  private routes: readonly AppControllerRoute[] = [];
  private entry: AppViewRoute | null = null;
  private statics = '';
  private views = '';

  static over(observer: QueueObserver): QueueBoard {
    const board = new QueueBoard();
    // BullMQ's adapter names another set of type parameters than our queues have.
    const queues = queueNames.map(
      (name) => new BullMQAdapter(observer.queue(name) as never, { readOnlyMode: true, allowRetries: false }),
    );
    const uiBasePath = join(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'), '..');
    createBullBoard({ queues, serverAdapter: board, options: { uiBasePath, uiConfig: settings } });
    return board;
  }

  /** What stands at the address below the board; null for what there is not. */
  async answer(path: string, query: Readonly<Record<string, unknown>>): Promise<BoardAnswer | null> {
    if (path.startsWith('/static/')) return this.file(path.slice('/static/'.length));
    for (const { method, route, handler } of this.routes) {
      const params = [route]
        .flat()
        .map((pattern) => paramsIn(pattern, path))
        .find((found) => found !== null);
      if (![method].flat().includes('get') || params === null || params === undefined) continue;
      const given = { queues: this.queues, uiConfig: this.uiConfig, params, query, body: {}, headers: {} };
      const { status = 200, body } = await handler(given);
      return { status, type: JSON_TYPE, body: typeof body === 'string' ? body : JSON.stringify(body) };
    }
    const isPage = [this.entry?.route ?? []].flat().some((pattern) => paramsIn(pattern, path) !== null);
    return isPage ? this.page() : null;
  }

  setQueues(queues: BoardQueues): this {
    this.queues = queues;
    return this;
  }

  setViewsPath(path: string): this {
    this.views = path;
    return this;
  }

  setStaticPath(_route: string, path: string): this {
    this.statics = path;
    return this;
  }

  setEntryRoute(route: AppViewRoute): this {
    this.entry = route;
    return this;
  }

  setErrorHandler(): this {
    return this;
  }

  setApiRoutes(routes: AppControllerRoute[]): this {
    this.routes = routes;
    return this;
  }

  setUIConfig(config: UIConfig): this {
    this.uiConfig = config;
    return this;
  }

  private async page(): Promise<BoardAnswer | null> {
    if (this.entry === null) return null;
    const { name, params } = this.entry.handler({ basePath: BOARD_PATH, uiConfig: this.uiConfig });
    const template = await readFile(join(this.views, name), 'utf8');
    return { status: 200, type: 'text/html; charset=utf-8', body: filled(template, params) };
  }

  private async file(name: string): Promise<BoardAnswer | null> {
    const path = join(this.statics, name);
    const type = types[extname(path)];
    if (type === undefined || !path.startsWith(this.statics + sep)) return null;
    const body = await readFile(path).catch(() => null);
    return body === null ? null : { status: 200, type, body };
  }
}

/** The values of a route like "/api/queues/:queueName"; null when the path is another one. */
function paramsIn(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const parts = path.split('/').filter(Boolean);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of parts.entries()) {
    const name = wanted[place] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = decoded(part);
    else if (name !== part) return null;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Fills the board's own template, and takes the fonts out that it would fetch from a foreign server. */
function filled(template: string, params: Readonly<Record<string, string>>): string {
  return template
    .replace(/<link href="https?:[^>]*>/g, '')
    .replace('<html lang="en"', '<html lang="de"')
    .replace(/<%([=-]) (\w+) %>/g, (_whole, mode: string, name: string) => {
      const value = params[name] ?? '';
      return mode === '-' ? value : value.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
    });
}
