// The names of tests that failed, read from the reports that test runners write.

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const listAt = (value: unknown, key: string): readonly unknown[] => {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
};

const textAt = (value: unknown, key: string): string => {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
};

const first = (text: string): string => text.split('\n')[0] ?? '';

/** Failed tests of a report of Vitest, and files that could not be run: `file > test: the first line of why`. */
export const readFailedTests = (report: unknown): string[] =>
  listAt(report, 'testResults').flatMap((file) => {
    const failed = listAt(file, 'assertionResults').filter((test) => textAt(test, 'status') === 'failed');
    const names = failed.map((test) => {
      const [why] = listAt(test, 'failureMessages');
      return `${textAt(file, 'name')} > ${textAt(test, 'fullName')}: ${first(typeof why === 'string' ? why : '')}`;
    });
    const isBroken = names.length === 0 && textAt(file, 'status') === 'failed';
    return isBroken ? [`${textAt(file, 'name')}: ${first(textAt(file, 'message'))}`] : names;
  });

/** Failed stories of a report of Playwright, also those that passed at a second try: `file > story`. */
export const readFailedStories = (report: unknown): string[] =>
  listAt(report, 'suites').flatMap((suite) => [
    ...readFailedStories(suite),
    ...listAt(suite, 'specs')
      .filter((spec) => listAt(spec, 'tests').some((test) => textAt(test, 'status') !== 'expected'))
      .map((spec) => `${textAt(spec, 'file')} > ${textAt(spec, 'title')}`),
  ]);
