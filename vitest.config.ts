import { defineConfig } from 'vitest/config';

// What the embedded database has of its own, and the suites in which it differs most from a server.
const embedded = [
  'apps/bff/src/**/*.embedded.db.test.ts',
  'apps/bff/src/database/*.db.test.ts',
  'apps/bff/src/modules/{walk,walk-history,triggers,messages,outbox,receipts,runs,imports,demo,data,audiences,audience-ranges,dry-run,scenarios}/**/*.db.test.ts',
];

// Unit tests need nothing. Database tests (`*.db.test.ts`) run on the PostgreSQL server that TEST_DATABASE_URL names, on
// which each file makes a database of its own. What needs one of the two databases says so in its name, so that a test
// is in a project or not, and never skipped.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          include: ['apps/bff/src/**/*.db.test.ts', 'bench/*.db.test.ts'],
          exclude: ['**/*.embedded.db.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        test: {
          name: 'embedded',
          include: embedded,
          // Ten thousand calls of each operator are read alike on both.
          exclude: ['**/*.postgres.db.test.ts', '**/mutated-calls.db.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
