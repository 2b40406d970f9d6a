import { createHash } from 'node:crypto';

/** A text as it is kept: line ends of one kind, no blank edges. */
export function tidyText(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** SHA-256 (hex); the database computes the same and compares. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
