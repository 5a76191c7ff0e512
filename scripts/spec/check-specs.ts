import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, runProgram } from '../ground/run-program.ts';

interface TestEntry {
  /** Names of the groups and of the test, joined by ` > `, as vitest shows them: tables are expanded. */
  readonly name: string;
  readonly file: string;
}

const listTests = async (): Promise<TestEntry[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-spec-'));
  try {
    const file = join(folder, 'tests.json');
    const { exitCode, output } = await runProgram([
      'vitest',
      'list',
      'packages',
      'apps/carrier',
      '--staticParse=false',
      `--json=${file}`,
    ]);
    if (exitCode !== 0) throw new Error(`the tests could not be listed:\n${output}`);
    // Written by vitest a moment ago, in its own shape.
    return JSON.parse(readFileSync(file, 'utf8')) as TestEntry[];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

// Written by vitest, in its own shape.
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly ancestorTitles: string[]; readonly title: string }[];
  }[];
}

const testsOfReport = (report: string): TestEntry[] => {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return testResults
    .filter(({ name }) =>
      ['packages/', 'apps/carrier/'].some((folder) => name.startsWith(join(root, folder))),
    )
    .flatMap(({ name: file, assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title }) => ({
        name: [...ancestorTitles, title].join(' > '),
        file,
      })),
    );
};

const rulesOf = (spec: string): string[] =>
  Array.from(spec.matchAll(/^\W*\*\*\[([A-Z]\d+)\]\*\*/gm), (match) => match[1] ?? '');

// A test may stand for several rules: `[S3] [S4] keeps pairs whole`.
const idsOf = (name: string): string[] =>
  name.split(' > ').flatMap((segment) => {
    const lead = /^(?:\[[A-Z]\d+\]\s*)+/.exec(segment)?.[0] ?? '';
    return Array.from(lead.matchAll(/\[([A-Z]\d+)\]/g), (match) => match[1] ?? '');
  });

const checkFolder = (folder: string, tests: readonly TestEntry[]): string[] => {
  const specFile = join(folder, 'SPEC.md');
  const name = relative(root, folder);
  if (!existsSync(specFile)) return [`${name} has no SPEC.md`];
  const rules = rulesOf(readFileSync(specFile, 'utf8'));
  const problems = rules
    .filter((rule, index) => rules.indexOf(rule) !== index)
    .map((rule) => `${name}/SPEC.md numbers two rules ${rule}`);
  const cited = new Set<string>();
  for (const test of tests.filter((candidate) => candidate.file.startsWith(`${folder}/`))) {
    const ids = idsOf(test.name);
    if (ids.length === 0) problems.push(`${relative(root, test.file)}: “${test.name}” begins with no rule`);
    for (const id of ids) {
      cited.add(id);
      if (!rules.includes(id))
        problems.push(
          `${relative(root, test.file)}: “${test.name}” cites ${id}, which SPEC.md does not have`,
        );
    }
  }
  return [
    ...problems,
    ...rules.filter((rule) => !cited.has(rule)).map((rule) => `${name}/SPEC.md: no test cites ${rule}`),
  ];
};

const foldersWithSpec = (): string[] => [
  ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name)),
  ...readdirSync(join(root, 'apps'))
    .map((name) => join(root, 'apps', name))
    .filter((folder) => existsSync(join(folder, 'SPEC.md'))),
];

/**
 * Holds every SPEC.md and the names of its tests against each other; null when each rule is tested and each test has its
 * rule. The names come from `report`, which a run of the unit tests wrote as JSON; without one the tests are listed.
 */
export const checkSpecs = async (report?: string): Promise<string | null> => {
  const tests = report === undefined ? await listTests() : testsOfReport(report);
  const problems = foldersWithSpec().flatMap((folder) => checkFolder(folder, tests));
  return problems.length === 0 ? null : problems.join('\n');
};
