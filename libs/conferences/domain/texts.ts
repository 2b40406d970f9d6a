import type { Refusal } from '#platform/lifecycle';

const LONGEST_TEXT = 2000;

/** Whether a text of several sentences is short enough to be read. */
export function textFits(field: string, label: string, text: string): Refusal | null {
  const message = `${label} hat höchstens ${LONGEST_TEXT} Zeichen.`;
  return text.length > LONGEST_TEXT ? { code: 'FIELD_TOO_LONG', message, field } : null;
}
