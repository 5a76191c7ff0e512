import { expect } from 'vitest';
import { startServerProcess } from './server-process.ts';
import type { TestDatabase } from './test-context.ts';

/** Starts a server that cannot start; gives back all it said, which is one sentence, and nothing else. */
export const refuseStart = async (
  where: Pick<TestDatabase, 'url' | 'dataFolder'>,
  options: Parameters<typeof startServerProcess>[1] = {},
): Promise<string> => {
  const server = startServerProcess(where, options);
  expect(await server.ended).toBe(1);
  const { stdout, stderr } = server.output();
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr;
};
