import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// What the embedded database has of its own, and the suites in which it differs most from a server.
const embedded = [
  'apps/bff/src/**/*.embedded.db.test.ts',
  'bench/*.embedded.db.test.ts',
  'apps/bff/src/database/*.db.test.ts',
  'apps/bff/src/modules/{walk,triggers,messages,outbox,receipts,runs,imports,demo,audiences}/**/*.db.test.ts',
];

// Files that mostly wait, for processes that start and for clocks of operators: they begin first, and the others are done meanwhile.
const waits = /[/\\](bench|server-[^/\\]*\.test\.ts)/;

class WaitsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (waits.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

// Unit tests need nothing. Database tests (`*.db.test.ts`) run on the PostgreSQL server that TEST_DATABASE_URL names, on
// which each file makes a database of its own. What needs one of the two databases says so in its name, so that a test
// is in a project or not, and never skipped.
export default defineConfig({
  test: {
    sequence: { sequencer: WaitsFirst },
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
          // Calls are read and the calendar goes alike on both; what two processes could do to each other there is one of; a forecast only reads.
          exclude: [
            '**/*.postgres.db.test.ts',
            '**/{mutated-calls,wrong-calls,counted-calls,changed-secret,cm}.db.test.ts',
            '**/{hand-over,handed-over,timed-triggers,clock-changes,webhook-answers}.db.test.ts',
            '**/modules/runs/forecast*.db.test.ts',
            '**/node_modules/**',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
