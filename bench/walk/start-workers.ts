import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Workers {
  readonly pids: readonly number[];
  /** Moves their clocks so far ahead of the real one. */
  moveClock(offsetMs: number): void;
  /** Ends them; the most memory that any of them had. */
  stop(): Promise<{ peakMb: number }>;
}

/** Starts so many worker processes on a PostgreSQL server. */
export const startWorkerProcesses = async (databaseUrl: string, count: number): Promise<Workers> => {
  const children: ChildProcess[] = [];
  for (let index = 0; index < count; index += 1) {
    const child = fork(join(import.meta.dirname, 'worker.ts'), [databaseUrl], {
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    children.push(child);
    await once(child, 'message');
  }
  return {
    pids: children.flatMap(({ pid }) => pid ?? []),
    moveClock: (offsetMs) => {
      for (const child of children) child.send({ offsetMs });
    },
    stop: async () => {
      const told = await Promise.all(
        children.map(async (child) => {
          child.send({ ends: true });
          const [message] = (await once(child, 'message')) as [{ peakMb: number }];
          return message.peakMb;
        }),
      );
      return { peakMb: Math.max(...told) };
    },
  };
};
