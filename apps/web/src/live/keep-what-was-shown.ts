import { useSyncExternalStore } from 'react';
import type { Client, Exchange, Operation, OperationResult } from 'urql';
import { map, pipe, tap } from 'wonka';
import { unattended } from './unattended.js';

/** What was to be read again and could not, because nobody answered. */
const behind = new Map<number, Operation>();
const listeners = new Set<() => void>();

const tell = (): void => listeners.forEach((listener) => listener());

/**
 * Whoever reads a page, or writes on it, keeps it when reading it again fails for want of a connection. With the first
 * answer that comes again, what has stayed behind is asked for once more.
 */
export const keepWhatWasShown: Exchange = ({ client, forward }) => {
  const shown = new Map<number, unknown>();
  const asked = new Set<number>();
  const leave = (key: number): void => {
    shown.delete(key);
    if (behind.delete(key)) tell();
  };
  const follow = ({ kind, key }: Operation): void => {
    if (kind === 'query') asked.add(key);
    if (kind !== 'teardown') return;
    asked.delete(key);
    // A page that reads again leaves its question and puts it anew in the same breath.
    setTimeout(() => asked.has(key) || leave(key));
  };
  const keep = (result: OperationResult): OperationResult => {
    const { operation, data, error, stale } = result;
    if (operation.kind !== 'query') return result;
    if (error?.networkError !== undefined && shown.has(operation.key)) {
      behind.set(operation.key, operation);
      tell();
      return { ...result, data: shown.get(operation.key) };
    }
    if (data !== undefined && data !== null) shown.set(operation.key, data);
    if (error === undefined && !stale) catchUp(client, operation.key);
    return result;
  };
  return (operations) => pipe(operations, tap(follow), forward, map(keep));
};

function catchUp(client: Client, answered: number): void {
  if (behind.size === 0) return;
  behind.delete(answered);
  const operations = [...behind.values()];
  behind.clear();
  for (const operation of operations) client.reexecuteOperation(unattended(operation));
  tell();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const isBehind = (): boolean => behind.size > 0;

/** Whether the page shows something older than it should, for want of a connection. */
export const useIsBehind = (): boolean => useSyncExternalStore(subscribe, isBehind);
