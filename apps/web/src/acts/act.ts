import type { ReactNode } from 'react';
import type { Client, TypedDocumentNode } from 'urql';
import type { Choice } from '../ui/fields.js';
import { refusalOfFailure, type Refusal } from '../ui/refusals.js';

/** What an act asks the person for. `name` is the name of the input in the schema, so that refusals find the field. */
export interface ActField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'line' | 'one' | 'many' | 'number' | 'day' | 'topic' | 'person';
  readonly hint?: string;
  readonly optional?: boolean;
  readonly choices?: readonly Choice[];
  /** Of a field that looks for a topic: the conference it belongs to. */
  readonly within?: string;
  /** What is entered to begin with. */
  readonly initial?: string | readonly string[];
}

export type ActValues = Readonly<Record<string, string | readonly string[]>>;

/** What a button does: what it asks, what it says before, and what it sends. */
export interface Act {
  readonly fields: readonly ActField[];
  /** A sentence on what follows from it, where that is not plain. */
  readonly explanation?: string;
  /** What would follow from the values entered so far, where the server can say it beforehand. */
  readonly preview?: (values: ActValues) => ReactNode;
  readonly run: (client: Client, values: ActValues) => Promise<readonly Refusal[]>;
}

interface ActAnswer {
  readonly done: { readonly refusals: readonly Refusal[] };
}

/** Sends one mutation; a failed request comes back in the form of a refusal. */
export async function send<Answer extends ActAnswer, Variables extends object>(
  client: Client,
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
): Promise<readonly Refusal[]> {
  const { data, error } = await client.mutation(document, variables).toPromise();
  if (error) return [refusalOfFailure(error)];
  return data?.done.refusals ?? [];
}

export function textOf(values: ActValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function listOf(values: ActValues, name: string): string[] {
  const value = values[name];
  return value === undefined || typeof value === 'string' ? [] : [...value];
}

/** The value, if it is one of the closed set; the first of the set would be a guess, so the server is told as is. */
export function oneOf<Code extends string>(values: ActValues, name: string): Code {
  return textOf(values, name) as Code;
}
