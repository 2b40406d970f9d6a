interface StoredCookie {
  readonly value: string;
  readonly host: string;
  readonly path: string;
}

export interface Page {
  readonly status: number;
  /** Address at which the redirects ended. */
  readonly url: URL;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser as far as sign-in is concerned: keeps cookies by host and path, follows redirects, runs no script. */
export class Visitor {
  private readonly jar = new Map<string, StoredCookie>();

  async get(address: string | URL, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    let url = new URL(address);
    for (let hop = 0; hop < 15; hop += 1) {
      const page = await this.send('GET', url, { headers });
      const location = page.headers.get('location');
      if (location === null) return page;
      url = new URL(location, url);
    }
    throw new Error(`${String(address)} leads in circles`);
  }

  /** One request, redirects not followed. */
  async send(
    method: string,
    address: string | URL,
    { headers = {}, body }: { headers?: Readonly<Record<string, string>>; body?: string } = {},
  ): Promise<Page> {
    const url = new URL(address);
    const cookies = this.cookiesFor(url);
    const response = await fetch(url, {
      method,
      headers: { ...(cookies === '' ? {} : { cookie: cookies }), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) this.store(url, line);
    return { status: response.status, url, text: await response.text(), headers: response.headers };
  }

  cookie(name: string): string | null {
    return [...this.jar].find(([key]) => key.startsWith(`${name}|`))?.[1].value ?? null;
  }

  setCookie(name: string, value: string, host: string): void {
    this.jar.set(`${name}|/`, { value, host, path: '/' });
  }

  private cookiesFor({ hostname, pathname }: URL): string {
    return [...this.jar]
      .filter(
        ([, { host, path }]) =>
          host === hostname && (pathname === path || pathname.startsWith(path.replace(/\/?$/, '/'))),
      )
      .map(([key, { value }]) => `${key.split('|')[0]}=${value}`)
      .join('; ');
  }

  private store({ hostname }: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    const attribute = (key: string): string | undefined =>
      attributes.find((each) => each.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = attribute('path') ?? '/';
    const ended =
      attribute('max-age') === '0' || new Date(attribute('expires') ?? '2100-01-01') < new Date('2000-01-01');
    if (ended) this.jar.delete(`${name}|${path}`);
    else this.jar.set(`${name}|${path}`, { value: value.join('='), host: hostname, path });
  }
}
