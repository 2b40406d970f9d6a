const globals = new URL('./globals.js', import.meta.url).href;

/** The package refuses to be loaded by anybody but Jest's own module loader. */
export async function resolve(specifier, context, next) {
  return specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
}
