import type { Capacity } from '#glossary';
import type { HistoryEntry } from '#platform/database';
import type { HistoryEntryType } from '#platform/graphql';
import { labelOfCapacity } from './domain/capacity-names.js';

/** An entry with the German names of what was done and in which capacity. */
export function toHistoryEntryType(entry: HistoryEntry, labels: ReadonlyMap<string, string>): HistoryEntryType {
  return {
    ...entry,
    label: labels.get(entry.event) ?? entry.event,
    capacityLabel: labelOfCapacity(entry.capacity as Capacity, entry.body),
  };
}
