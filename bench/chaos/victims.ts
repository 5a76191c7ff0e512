import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process that is killed now and then, and started again at once. */
export interface Victim {
  /** SIGKILL, and a new one in its place; comes back once that is ready. */
  kill(): Promise<void>;
  /** In order; nothing is started in its place. */
  stop(): Promise<void>;
}

const main = join(import.meta.dirname, '../../apps/bff/src/main.ts');

/** Starts a server process as production does, again and again. */
export const startVictim = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Victim> => {
  const isReady = (child: ChildProcess): Promise<boolean> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve(false));
      if (child.stdout) createInterface({ input: child.stdout }).once('line', () => resolve(true));
    });
  let isStopping = false;
  // One that cannot start, for example because the database is not there, is started again, as a supervisor does.
  const begin = async (): Promise<ChildProcess> => {
    for (;;) {
      const child = spawn(process.execPath, [main, ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...environment },
      });
      if ((await isReady(child)) || isStopping) return child;
    }
  };
  const endOf = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once('exit', () => resolve());
    });
  let current = await begin();
  return {
    kill: async () => {
      current.kill('SIGKILL');
      await endOf(current);
      current = await begin();
    },
    stop: async () => {
      isStopping = true;
      current.kill('SIGTERM');
      await endOf(current);
    },
  };
};
