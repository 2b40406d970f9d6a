import TestSequencer from '@jest/test-sequencer';

/** These take from half a minute to minutes. Begun last, they would leave all but one worker idle at the end. */
const longest = [
  'apps/api/test/invariants/',
  'apps/standalone/test/product.',
  'apps/api/test/authorization/',
  'apps/api/test/odd-input.',
  'apps/standalone/test/browser/',
  'apps/standalone/test/scale.',
  'apps/worker/test/',
  'apps/standalone/',
];

const rankOf = ({ path }) => {
  const rank = longest.findIndex((part) => path.replaceAll('\\', '/').includes(`/${part}`));
  return rank < 0 ? longest.length : rank;
};

/** The long ones first, then as Jest knows from runs before, or by size. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
