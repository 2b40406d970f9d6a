/** Stands in the place of `@jest/globals`: what it exports belongs to the spec file that runs at the moment. */
export let [describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach] = [];

export function belongTo(globals) {
  ({ describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach } = globals);
}
