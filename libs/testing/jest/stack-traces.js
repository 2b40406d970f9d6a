/** Positions in failures are those of the TypeScript sources, and frames read as Jest wants them to find the spec. */
import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

export function formatStack(error, frames) {
  return [headerOf(error), ...frames.map((frame) => `    at ${inSource(frame)}`)].join('\n');
}

function headerOf(error) {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

function inSource(frame) {
  const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()];
  const text = frame.toString();
  if (!file?.startsWith('file:')) return text;
  const { originalLine, originalColumn } = findSourceMap(file)?.findEntry(line - 1, column - 1) ?? {};
  const place = originalLine === undefined ? `${line}:${column}` : `${originalLine + 1}:${originalColumn + 1}`;
  return text.replace(`${file}:${line}:${column}`, () => `${fileURLToPath(file)}:${place}`);
}
