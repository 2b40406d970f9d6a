export interface GraphqlAnswer {
  readonly status: number;
  /** The body as it came. */
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
  readonly data: any;
  /** Codes of the errors; empty when there are none. */
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

/** Somebody, or nobody, who sends requests. */
export class Caller {
  constructor(
    readonly address: string,
    private readonly session: string | null,
  ) {}

  /** What makes a request this person's. */
  get headers(): Readonly<Record<string, string>> {
    return this.session === null ? {} : { cookie: `km_session=${this.session}` };
  }

  async graphql(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<GraphqlAnswer> {
    return this.post({ query, variables });
  }

  /** The body is sent as it is given: a list, something too large, no JSON at all. */
  async post(body: unknown): Promise<GraphqlAnswer> {
    const response = await this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const { data = null, errors = [] } = parsed(text);
    return {
      status: response.status,
      text,
      data,
      codes: errors.map(({ extensions }) => extensions?.code ?? ''),
      messages: errors.map(({ message }) => message),
    };
  }

  /** Runs one mutation with its input; asks for the refusals and what else is named. */
  async mutate(operation: string, input: Readonly<Record<string, unknown>>, selection = ''): Promise<Mutated> {
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${operation}(input: $input) { ${selection} refusals { code } } }`;
    const answer = await this.graphql(query, { input });
    const payload = answer.data?.[operation];
    const refusals = ((payload?.refusals ?? []) as { code: string }[]).map(({ code }) => code);
    return { ...answer, payload, refused: [...answer.codes, ...refusals] };
  }

  async send(path: string, options: RequestInit = {}): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      redirect: 'manual',
      ...options,
      headers: { ...this.headers, ...options.headers },
    });
  }
}

export interface Mutated extends GraphqlAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec knows the shape of its own question
  readonly payload: any;
  /** Codes of every error and refusal; empty when it was done. */
  readonly refused: readonly string[];
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}
