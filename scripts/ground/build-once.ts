import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runProgram } from './run-program.ts';

const ignored = new Set(['node_modules', 'dist', 'generated', 'test-results']);

const listFiles = (path: string): string[] => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !ignored.has(name))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
};

const hashOf = (paths: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => listFiles(join(root, path)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

export interface Build {
  readonly name: string;
  /** Files and folders that the result depends on. */
  readonly inputs: readonly string[];
  /** Holds the hash of the inputs of the last build; lies within what is built, so that it goes with it. */
  readonly stamp: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: NodeJS.ProcessEnv;
}

export const prismaClient: Build = {
  name: 'database client',
  inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package.json'],
  stamp: 'apps/bff/src/database/generated/.built-from',
  command: ['prisma', 'generate'],
  // Generating needs no schema engine, and without this Prisma would try to download one.
  environment: {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
};

export const webApplication: Build = {
  name: 'web application',
  inputs: ['apps/web', 'packages', 'pnpm-lock.yaml'],
  stamp: 'apps/web/dist/.built-from',
  command: ['node', 'apps/web/node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
};

/** Builds unless the result is there and its inputs have not changed since. Throws with the output when it fails. */
export const buildOnce = async (build: Build): Promise<void> => {
  const stamp = join(root, build.stamp);
  const hash = hashOf(build.inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  process.stderr.write(`Building the ${build.name} ...\n`);
  const { exitCode, output } = await runProgram(build.command, { environment: build.environment ?? {} });
  if (exitCode !== 0) throw new Error(`The ${build.name} could not be built:\n${output}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
};
