import { Worker } from 'node:worker_threads';
import type { Question } from './counting-thread.ts';
import type { Counted, Counting } from './line-counter.ts';

/** A thread that counts. One question at a time. */
interface CountingThread {
  /** Counts a page; returns how many customers were on it. */
  add(page: string): Promise<number>;
  /** What came out; the thread is done with it. */
  counted(): Promise<Counted>;
  /** Ends the count, also in the middle of a page: what was asked then fails. */
  stop(): Promise<void>;
}

/** The count itself cannot be made, however often it is tried. */
export class CountingFailure extends Error {}

const restMs = 60_000;

/** A thread takes longer to start than most messages take to count: one that is done waits for the next. */
class Thread {
  private readonly worker = new Worker(new URL('counting-thread.ts', import.meta.url), { execArgv: [] });
  private refuse: (cause: Error) => void = () => undefined;
  private rest: NodeJS.Timeout | null = null;
  failure: Error | null = null;

  constructor() {
    this.worker.on('error', (cause) => this.fail(String(cause)));
    this.worker.on('exit', () => this.fail('the thread that counts has ended'));
    // No listener and nothing asked: it keeps no process alive.
    this.worker.unref();
  }

  /** The thread answers each question with what it was asked for. */
  ask<T>(question: Question): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.failure) return reject(this.failure);
      this.refuse = reject;
      this.worker.ref();
      this.worker.once('message', (answer: T) => {
        this.refuse = () => undefined;
        this.worker.unref();
        resolve(answer);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, the rule takes it for a window
      this.worker.postMessage(question);
    });
  }

  sleep(then: () => void): void {
    this.rest = setTimeout(then, restMs).unref();
  }

  wake(): void {
    if (this.rest) clearTimeout(this.rest);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(reason: string): void {
    this.failure ??= new CountingFailure(reason);
    this.refuse(this.failure);
  }
}

const idle = new Set<Thread>();

const takeThread = (): Thread => {
  for (const thread of idle) {
    idle.delete(thread);
    thread.wake();
    if (!thread.failure) return thread;
  }
  return new Thread();
};

const layDown = (thread: Thread): void => {
  idle.add(thread);
  thread.sleep(() => {
    idle.delete(thread);
    void thread.end();
  });
};

/** Begins to count what a message comes to, in a thread. */
export const startCounting = async (counting: Counting): Promise<CountingThread> => {
  const thread = takeThread();
  let isDone = false;
  await thread.ask({ ask: 'begin', counting });
  return {
    add: (page) => thread.ask<number>({ ask: 'add', page }),
    counted: async () => {
      const counted = await thread.ask<Counted>({ ask: 'counted' });
      isDone = true;
      layDown(thread);
      return counted;
    },
    stop: async () => {
      if (!isDone) await thread.end();
    },
  };
};
