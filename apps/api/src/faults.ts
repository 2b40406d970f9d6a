/** All a client learns of a fault of ours: the number under which the log tells the rest. */
export function faultMessage(requestId: string): string {
  return `Es ist ein Fehler aufgetreten. Bitte nennen Sie bei Rückfragen die Nummer ${requestId}.`;
}

/** Name, message and place of a fault for the log; database errors without the row's values. */
export function describeFault(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { name: typeof cause };
  const code = 'code' in cause ? cause.code : undefined;
  return { name: cause.name, code, message: cause.message, stack: cause.stack };
}
