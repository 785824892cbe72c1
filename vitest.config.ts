import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/**/src/**/*.test.ts', 'apps/**/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['packages/database/src/testing-global-setup.ts'],
    reporters: ['default', './scripts/closing-line.mjs'],
    // Processes, not threads: an embedded PostgreSQL ends with the thread that started it.
    pool: 'forks',
    maxWorkers: 2,
    // Two at once on two cores, some with a browser and a server each.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    teardownTimeout: 30_000,
  },
})
