/**
 * Does something for each of the records that are due, one after the other and in their order. One that fails holds
 * up none of those after it: what went wrong is told at the end, all of it, so that the run is seen as failed.
 *
 * @throws AggregateError with the fault of each record that failed; its message names the records.
 */
export async function sweepEach<Item>(
  due: readonly Item[],
  nameOf: (item: Item) => string,
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const faults: { readonly name: string; readonly fault: unknown }[] = [];
  for (const item of due) {
    try {
      await act(item);
    } catch (fault) {
      faults.push({ name: nameOf(item), fault });
    }
  }
  if (faults.length === 0) return;
  const names = faults.map(({ name }) => name).join(', ');
  throw new AggregateError(
    faults.map(({ fault }) => fault),
    `${faults.length} of ${due.length} records could not be done: ${names}`,
  );
}
