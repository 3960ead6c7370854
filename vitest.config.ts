import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const ROOT = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^#(.*)\.js$/, replacement: `${ROOT}/src/$1.ts` },
      // The copy that Node gives to everybody else: two copies do not know each other's types.
      { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') },
    ],
  },
  test: {
    include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // The application is loaded once per worker, not once per file: two thirds of the processor time of a run.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
