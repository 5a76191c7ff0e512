import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workerFlags } from '../../scripts/ground/worker-flags.ts';
import type { WorkerCall } from './worker-calls.ts';

export interface Worker {
  readonly pid: number;
  /** One call at a time. */
  call<T>(call: WorkerCall): Promise<T>;
  /** At once, whatever it does; one that has ended already stays so. */
  stop(): void;
}

/** Starts a worker process, as `pnpm start --role=worker` does, on a PostgreSQL server, or without an address on an embedded database in the folder. */
export const startWorker = async (dataFolder: string, url?: string): Promise<Worker> => {
  const child = fork(
    join(import.meta.dirname, 'worker.ts'),
    [dataFolder, ...(url === undefined ? [] : [url])],
    {
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv: workerFlags,
    },
  );
  const failed = once(child, 'exit').then(() => {
    throw new Error('a worker has ended by itself');
  });
  failed.catch(() => undefined);
  const reply = async <T>(): Promise<T> => {
    const [message] = (await Promise.race([once(child, 'message'), failed])) as [{ result: T }];
    return message.result;
  };
  await reply();
  return {
    pid: child.pid ?? 0,
    call: (call) => {
      child.send(call);
      return reply();
    },
    stop: () => {
      child.kill('SIGKILL');
    },
  };
};
