import { z } from 'zod';

const refusal = z.object({ code: z.string(), message: z.string() });
export type CycleRefusal = z.infer<typeof refusal>;

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
});

export type Payload = Readonly<Record<string, unknown>> & { readonly refusals: readonly CycleRefusal[] };

/** The server did something the procedure does not foresee. */
export class CycleFailure extends Error {
  override readonly name = 'CycleFailure';
}

const MOST_REDIRECTS = 12;

/** Somebody signed in through the real sign-in, with cookies of their own. */
export class Person {
  private readonly cookies = new Map<string, string>();

  private constructor(
    private readonly origin: string,
    readonly mail: string,
  ) {}

  static async signIn(origin: string, mail: string): Promise<Person> {
    const person = new Person(origin, mail);
    const page = await person.follow(`/auth/login?login_hint=${encodeURIComponent(mail)}`);
    if (!page.ok) throw new CycleFailure(`Anmeldung als ${mail} schlug fehl (${page.status})`);
    return person;
  }

  /** Runs a query and answers its data. Throws on any error. */
  async ask(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const response = await this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = answer.parse(await response.json());
    if (errors !== undefined)
      throw new CycleFailure(`${this.mail}: ${errors.map(({ message }) => message).join('; ')}`);
    return data ?? {};
  }

  /** Runs a mutation that must succeed and answers its payload. */
  async act(mutation: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<Payload> {
    const payload = await this.attempt(mutation, input, selection);
    if (payload.refusals.length === 0) return payload;
    const reasons = payload.refusals.map(({ code, message }) => `${code}: ${message}`).join('; ');
    throw new CycleFailure(`${mutation} als ${this.mail} wurde abgelehnt – ${reasons}`);
  }

  /** Runs a mutation that the procedure must refuse with this code. */
  async mustBeRefused(mutation: string, input: Readonly<Record<string, unknown>>, code: string): Promise<void> {
    const { refusals } = await this.attempt(mutation, input, '');
    if (refusals.some((each) => each.code === code)) return;
    const got = refusals.map((each) => each.code).join(', ') || 'angenommen';
    throw new CycleFailure(`${mutation} als ${this.mail} hätte mit ${code} abgelehnt werden müssen, war aber: ${got}`);
  }

  async download(path: string): Promise<Uint8Array> {
    const response = await this.send(path, {});
    if (!response.ok) throw new CycleFailure(`${path} antwortet mit ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  private async attempt(
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Payload> {
    const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} refusals { code message } } }`;
    const data = await this.ask(query, { input });
    return z.looseObject({ refusals: z.array(refusal) }).parse(data[mutation]);
  }

  /** Follows redirects by hand: the cookies of each step belong to the next. */
  private async follow(path: string): Promise<Response> {
    let target = path;
    for (let step = 0; step < MOST_REDIRECTS; step += 1) {
      const response = await this.send(target, { redirect: 'manual' });
      const location = response.headers.get('location');
      if (location === null) return response;
      target = new URL(location, new URL(target, this.origin)).toString();
    }
    throw new CycleFailure('Die Anmeldung leitet im Kreis');
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.origin), { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
