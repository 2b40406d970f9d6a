/** The provider warns of what is right in a specification: Node 20 and a memory that is lost in the end. */
export async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  /* eslint-disable no-console -- the library has no other place where its warnings can be heard */
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
  /* eslint-enable no-console */
}
