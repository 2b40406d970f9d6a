/** Agreement to go on with one topic in place of two. */
export const topicMergeStateNames = {
  PROPOSED: 'Vorgeschlagen',
  MERGED: 'Vollzogen',
  DECLINED: 'Abgelehnt',
  CANCELLED: 'Zurückgenommen',
} as const;
export type TopicMergeState = keyof typeof topicMergeStateNames;
