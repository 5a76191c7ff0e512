import { expect, it } from 'vitest';
import { readFailedStories, readFailedTests } from './failed-tests.ts';

it('names what failed with the first line of why, and files that could not be run', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'goes well' },
          { status: 'failed', fullName: 'adds up', failureMessages: ['expected 1 to be 2\n  at a.test.ts'] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'cannot find c\nat b', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  expect(readFailedTests(report)).toEqual([
    'a.test.ts > adds up: expected 1 to be 2',
    'b.test.ts: cannot find c',
  ]);
  expect(readFailedTests(null)).toEqual([]);
});

it('names stories that failed, however deep they stand', () => {
  const spec = (title: string, status: string) => ({ title, file: '01.spec.ts', tests: [{ status }] });
  const report = {
    suites: [
      {
        specs: [spec('starts', 'expected')],
        suites: [{ specs: [spec('ends', 'unexpected'), spec('again', 'flaky')] }],
      },
    ],
  };
  expect(readFailedStories(report)).toEqual(['01.spec.ts > ends', '01.spec.ts > again']);
});
