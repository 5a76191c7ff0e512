import type { QueueName } from './queues.ts';

/** Which of the workers of each queue have nothing to do, so that one is woken for a job and not all of them. */
export interface IdleWorkers {
  /** Wakes one that has nothing to do; where all are busy, each looks for more by itself when it is done. */
  wakeOne(queue: QueueName): void;
  add(queue: QueueName): IdleWorker;
}

interface IdleWorker {
  /** What pg-boss calls it: known once it works. */
  named(id: string): void;
  /** It has a job. Where there was one there may be more, which are for another. */
  begin(): void;
  /** It has done with it, well or not, and looks for the next at once. */
  end(): void;
}

export const createIdleWorkers = (notify: (id: string) => void): IdleWorkers => {
  const idle = new Map<QueueName, Set<string>>();

  const wakeOne = (queue: QueueName): void => {
    const [id] = idle.get(queue) ?? [];
    if (id !== undefined) notify(id);
  };

  return {
    wakeOne,
    add: (queue) => {
      const own = idle.get(queue) ?? new Set();
      idle.set(queue, own);
      let name: string | undefined;
      return {
        named: (id) => {
          name = id;
          own.add(id);
        },
        begin: () => {
          if (name !== undefined) own.delete(name);
          wakeOne(queue);
        },
        end: () => {
          if (name === undefined) return;
          own.add(name);
          notify(name);
        },
      };
    },
  };
};
