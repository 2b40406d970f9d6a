import type * as OidcProvider from 'oidc-provider';

const RUNTIME_WARNING = 'Unsupported runtime.';

/**
 * Loads oidc-provider. On Node 20 it warns that it is only tested from Node 22 on; it works there (our specs run on
 * both), and a newcomer cannot do anything about it. Every other warning passes.
 */
export async function loadProviderLibrary(): Promise<typeof OidcProvider> {
  /* eslint-disable no-console -- the library has no other place where its warnings can be heard */
  const { warn } = console;
  console.warn = (...words: unknown[]): void => {
    if (!String(words[0]).includes(RUNTIME_WARNING)) warn.apply(console, words);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
  /* eslint-enable no-console */
}
