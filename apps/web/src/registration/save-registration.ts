import type { Client } from 'urql';
import {
  CreateTopicDocument,
  type CreateTopicInput,
  EditTopicDocument,
  type EditTopicInput,
  ReviseProposalDocument,
  type ReviseProposalInput,
} from '../generated/graphql.js';
import { refusalOfFailure, type Refusal } from '../ui/refusals.js';

/** What came of it: the new revision or number, or every reason against it. */
export type Saved<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusals: readonly Refusal[] };

function saved<Value>(value: Value | null | undefined, refusals: readonly Refusal[]): Saved<Value> {
  if (refusals.length > 0 || value === null || value === undefined) return { ok: false, refusals };
  return { ok: true, value };
}

export async function createTopic(client: Client, input: CreateTopicInput): Promise<Saved<{ readonly id: string }>> {
  const { data, error } = await client.mutation(CreateTopicDocument, { input }).toPromise();
  if (error) return { ok: false, refusals: [refusalOfFailure(error)] };
  return saved(data?.createTopic.topic, data?.createTopic.refusals ?? []);
}

export async function editTopic(client: Client, input: EditTopicInput): Promise<Saved<{ readonly revision: number }>> {
  const { data, error } = await client.mutation(EditTopicDocument, { input }).toPromise();
  if (error) return { ok: false, refusals: [refusalOfFailure(error)] };
  return saved(data?.editTopic.topic, data?.editTopic.refusals ?? []);
}

export async function reviseProposal(
  client: Client,
  input: ReviseProposalInput,
): Promise<Saved<{ readonly number: number }>> {
  const { data, error } = await client.mutation(ReviseProposalDocument, { input }).toPromise();
  if (error) return { ok: false, refusals: [refusalOfFailure(error)] };
  return saved(data?.reviseProposal.proposal, data?.reviseProposal.refusals ?? []);
}
