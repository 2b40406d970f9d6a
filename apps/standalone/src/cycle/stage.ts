import { z } from 'zod';
import { CycleFailure, Person, type Payload } from './person.js';

const topicShape = z.object({ id: z.string(), revision: z.number(), state: z.string(), title: z.string() });
export type CycleTopic = z.infer<typeof topicShape>;

const TOPIC = 'topic { id revision state title }';
const DOMAIN = 'konferenzmappe.example';

/** The people of a half-year, signed in when first needed, and what they do most often. */
export class Stage {
  private readonly people = new Map<string, Promise<Person>>();
  private acts = 0;

  constructor(
    private readonly origin: string,
    private readonly print: (line: string) => void,
  ) {}

  /** Somebody by the part of the mail address before the @, for example "koordination.he". */
  async as(name: string): Promise<Person> {
    const known = this.people.get(name) ?? Person.signIn(this.origin, `${name}@${DOMAIN}`);
    this.people.set(name, known);
    return known;
  }

  /** Acts on a topic at its present revision and answers the topic as it is then. */
  async topicAct(
    name: string,
    mutation: string,
    topic: CycleTopic,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<CycleTopic> {
    const person = await this.as(name);
    const input = { topicId: topic.id, expectedRevision: topic.revision, ...more };
    return this.topicOf(await person.act(mutation, input, TOPIC));
  }

  async act(
    name: string,
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Payload> {
    const person = await this.as(name);
    this.acts += 1;
    return person.act(mutation, input, selection);
  }

  async create(name: string, input: Readonly<Record<string, unknown>>): Promise<CycleTopic> {
    const person = await this.as(name);
    return this.topicOf(await person.act('createTopic', input, TOPIC));
  }

  async write(
    name: string,
    topic: CycleTopic,
    expectedVersion: number,
    clauses: readonly string[],
  ): Promise<CycleTopic> {
    const person = await this.as(name);
    const input = { topicId: topic.id, expectedVersion, clauses: clauses.map((text) => ({ text })) };
    return this.topicOf(await person.act('reviseProposal', input, TOPIC));
  }

  async refused(
    name: string,
    mutation: string,
    topic: CycleTopic,
    code: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const person = await this.as(name);
    await person.mustBeRefused(mutation, { topicId: topic.id, expectedRevision: topic.revision, ...more }, code);
    this.acts += 1;
  }

  expect(condition: boolean, what: string): void {
    if (!condition) throw new CycleFailure(`Erwartet war: ${what}`);
  }

  /** A line of progress: what has happened so far and how many acts it took. */
  report(what: string): void {
    this.print(`${String(this.acts).padStart(4)} Handlungen · ${what}`);
  }

  private topicOf(payload: Payload): CycleTopic {
    this.acts += 1;
    return topicShape.parse(payload['topic']);
  }
}
