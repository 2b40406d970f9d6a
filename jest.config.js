/** Jest runs our specs from the sources; Node itself loads them (docs/adr/0017-specs-share-the-loaded-house.md). */
export default {
  testEnvironment: '<rootDir>/libs/testing/jest/environment.js',
  testRunner: '<rootDir>/libs/testing/jest/runner.js',
  testSequencer: '<rootDir>/libs/testing/jest/sequencer.js',
  transform: {},
  injectGlobals: false,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/var/'],
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.js',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.js',
  testTimeout: 60_000,
  // With a limit Jest always works in processes of their own, anew for each run: watch mode sees what has changed.
  workerIdleMemoryLimit: '2GB',
};
