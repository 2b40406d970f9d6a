/** Something that somebody of the demo did. What an earlier, interrupted start has done is not done again. */
export interface Deed {
  readonly at: Date;
  run(): Promise<void>;
}

/** In the order in which they happened. */
export async function doAll(deeds: readonly Deed[]): Promise<void> {
  const inOrder = [...deeds].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { run } of inOrder) await run();
}
