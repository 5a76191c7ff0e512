// Runs a benchmark: `pnpm -s bench sms`. Its last line on standard output is one JSON object.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runProgram } from './ground/run-program.ts';

const folder = join(root, 'bench');
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const [name = '', ...rest] = process.argv.slice(2);
if (!known.includes(name) || !existsSync(join(folder, `${name}.ts`))) {
  console.error(`Name a benchmark: ${known.join(', ')}`);
  process.exit(1);
}
const { exitCode } = await runProgram(['node', `bench/${name}.ts`, ...rest], { shows: true });
process.exit(exitCode);
