// Everything that can be said of the code without running it: `pnpm check`. `--unit-report FILE` names what a run of the
// unit tests has reported as JSON, so that they need not be listed again.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildOnce, prismaClient } from './ground/build-once.ts';
import { root, runProgram, type ProgramResult } from './ground/run-program.ts';
import { diffSchema } from './database/schema-diff.ts';
import { checkSpecs } from './spec/check-specs.ts';

type Finding = string | null;

const failure = ({ exitCode, output }: ProgramResult): Finding => (exitCode === 0 ? null : output.trim());

const program =
  (...command: [string, ...string[]]) =>
  async (): Promise<Finding> =>
    failure(await runProgram(command));

const typeCheck = async (): Promise<Finding> => {
  const folders = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`).map((name) => `${folder}/${name}`),
  );
  const findings: string[] = [];
  for (const folder of [...folders, 'e2e', 'bench', 'scripts']) {
    const finding = failure(await runProgram(['tsc', '-p', folder]));
    if (finding !== null) findings.push(finding);
  }
  return findings.length === 0 ? null : findings.join('\n');
};

const arrows = async (): Promise<Finding> => {
  const result = await runProgram(['depcruise', '--config', '.dependency-cruiser.js', 'apps', 'packages']);
  const cruised = Number(/\((\d+) modules/.exec(result.output)?.[1] ?? 0);
  if (result.exitCode !== 0) return result.output.trim();
  // Without its parser the tool sees nothing and is content.
  return cruised > 100 ? null : `dependency-cruiser saw only ${cruised} modules:\n${result.output}`;
};

const migrations = async (): Promise<Finding> => {
  const sql = await diffSchema();
  return sql === ''
    ? null
    : `schema.prisma says more than the migrations do; run pnpm db:migration NAME:\n${sql}`;
};

const { values: options } = parseArgs({ options: { 'unit-report': { type: 'string' } } });

const checks: readonly (readonly [string, () => Promise<Finding>])[] = [
  ['format (oxfmt)', program('oxfmt', '--check')],
  ['lint (oxlint)', program('oxlint', '--type-aware', '--quiet')],
  ['types (tsc)', typeCheck],
  ['arrows (dependency-cruiser)', arrows],
  ['unused code (knip)', program('knip', '--no-progress')],
  ['workspace (sherif)', program('sherif')],
  ['specs and test names', () => checkSpecs(options['unit-report'])],
  ['migrations and schema', migrations],
];

await buildOnce(prismaClient);
let failed = 0;
for (const [name, check] of checks) {
  const started = performance.now();
  const finding = await check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (finding === null) {
    console.log(`ok      ${name} (${seconds} s)`);
  } else {
    failed += 1;
    console.log(`FAILED  ${name} (${seconds} s)\n${finding}\n`);
  }
}
console.log(`${checks.length - failed} checks passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
