import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const programs = join(root, 'node_modules/.bin');

/** The environment of every program started here: the project's own tools first in the path. */
export const programEnvironment = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...extra,
  PATH: `${programs}:${process.env['PATH'] ?? ''}`,
});

export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program in the root folder and gathers what it prints; with `shows` it is printed as it comes as well. */
export const runProgram = (
  command: readonly [string, ...string[]],
  { environment = {}, shows = false }: { environment?: NodeJS.ProcessEnv; shows?: boolean } = {},
): Promise<ProgramResult> =>
  new Promise((resolve, reject) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: root,
      env: programEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    const gather = (chunk: Buffer, to: NodeJS.WriteStream): void => {
      chunks.push(chunk);
      if (shows) to.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => gather(chunk, process.stdout));
    child.stderr.on('data', (chunk: Buffer) => gather(chunk, process.stderr));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
