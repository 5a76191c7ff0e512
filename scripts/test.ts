// Everything: `pnpm test`. Checks, unit tests, database tests on PostgreSQL and on the embedded database, and a real
// browser through the product.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce, prismaClient, webApplication } from './ground/build-once.ts';
import { readFailedStories, readFailedTests } from './ground/failed-tests.ts';
import { runProgram } from './ground/run-program.ts';
import { startTestPostgres } from './ground/test-postgres.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What failed, as far as it has a name. */
  readonly names?: readonly string[];
}

const reports = mkdtempSync(join(tmpdir(), 'curlew-reports-'));

const reportOf = (project: string): string => join(reports, `${project}.json`);

const readReport = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

const numberAt = (report: unknown, ...path: readonly string[]): number => {
  let value = report;
  for (const key of path) {
    // Reports are written by the test runners a moment ago; a missing number counts as none.
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return typeof value === 'number' ? value : 0;
};

// A runner that fails without a report, or without a failed test in it, has failed all the same.
const orOneFailure = (tally: Tally, exitCode: number): Tally =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

const runChecks = async (): Promise<Tally> => {
  const report = ['--unit-report', reportOf('unit')];
  const { exitCode, output } = await runProgram(['node', 'scripts/check.ts', ...report], { shows: true });
  const [, passed = '0', failed = '0'] = /(\d+) checks passed, (\d+) failed/.exec(output) ?? [];
  return orOneFailure({ passed: Number(passed), failed: Number(failed) }, exitCode);
};

const runVitest = async (project: string, environment: NodeJS.ProcessEnv = {}): Promise<Tally> => {
  const file = reportOf(project);
  const { exitCode } = await runProgram(
    [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { environment, shows: true },
  );
  const report = readReport(file);
  const passed = numberAt(report, 'numPassedTests');
  // A skipped test is a failed one: nobody would miss it otherwise.
  const skipped = numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests');
  const failed = numberAt(report, 'numFailedTests') + skipped;
  const names = readFailedTests(report);
  return orOneFailure({ passed, failed, names }, exitCode === 0 && passed === 0 ? 1 : exitCode);
};

const runOnPostgres = async (): Promise<Tally> => {
  const postgres = await startTestPostgres();
  try {
    return await runVitest('database', { TEST_DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
};

const runOnEmbedded = (): Promise<Tally> => runVitest('embedded', { TEST_DATABASE_URL: undefined });

const runBrowser = async (): Promise<Tally> => {
  const prepared = await runProgram(['node', 'e2e/ground/prepare-browser.ts'], { shows: true });
  if (prepared.exitCode !== 0) return { passed: 0, failed: 1 };
  const file = reportOf('browser');
  const { exitCode } = await runProgram(
    ['node', 'e2e/node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e'],
    { environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file }, shows: true },
  );
  const report = readReport(file);
  const passed = numberAt(report, 'stats', 'expected');
  const failed = ['unexpected', 'flaky', 'skipped'].reduce(
    (sum, outcome) => sum + numberAt(report, 'stats', outcome),
    0,
  );
  const names = readFailedStories(report);
  return orOneFailure({ passed, failed, names }, exitCode === 0 && passed === 0 ? 1 : exitCode);
};

const stages: readonly (readonly [string, () => Promise<Tally>])[] = [
  // The checks read the names of the unit tests from their report.
  ['unit tests', () => runVitest('unit')],
  ['checks', runChecks],
  ['database tests on PostgreSQL', runOnPostgres],
  ['database tests, embedded', runOnEmbedded],
  ['browser', runBrowser],
];

const total = { passed: 0, failed: 0 };
// Named at the very end, below all that was printed meanwhile.
const failures: string[] = [];
await buildOnce(prismaClient);
await buildOnce(webApplication);
for (const [name, run] of stages) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const tally = await run();
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failures.push(...(tally.names?.length ? tally.names : [`a part of “${name}”`]));
  console.log(
    `== ${name}: ${tally.passed} passed, ${tally.failed} failed, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}
rmSync(reports, { recursive: true, force: true });
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
