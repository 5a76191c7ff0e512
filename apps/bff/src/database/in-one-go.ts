import { DatabaseError } from 'pg';
import type { Connection } from './database.ts';

/** PostgreSQL's word for a statement that came after the one that failed: it says nothing of why. */
const afterFailure = '25P02';

const isAfterFailure = (cause: unknown): boolean =>
  cause instanceof DatabaseError && cause.code === afterFailure;

type Steps<T extends readonly unknown[]> = { readonly [K in keyof T]: () => Promise<T[K]> };

/** One after the other: what takes one statement at a time, and the pool, whose connections would not keep the order. */
const inTurn = async (steps: readonly (() => Promise<unknown>)[]): Promise<unknown[]> => {
  const results: unknown[] = [];
  for (const step of steps) results.push(await step());
  return results;
};

/**
 * Takes steps of a transaction of which none needs what another one is told. On a connection that pipelines, each sends its first statement right
 * behind that of the step before: the database works on while the next is made ready, and nobody waits for answers in
 * between. First statements keep the order of the steps, where a step sends its own before it waits for anything. Fails as the one that failed
 * first, once all have ended.
 */
export const inOneGo = async <T extends readonly unknown[]>(
  connection: Connection,
  steps: Steps<T>,
): Promise<T> => {
  const all: readonly (() => Promise<unknown>)[] = steps;
  // Each result is its step's: the two arrays have one order, which the type of `map` does not say.
  if (!('pipeline' in connection && connection.pipeline)) return (await inTurn(all)) as unknown as T;
  const ends = await Promise.allSettled(all.map(async (step) => step()));
  const failed = ends.filter((end) => end.status === 'rejected');
  const [first] = failed;
  if (first) throw (failed.find(({ reason }) => !isAfterFailure(reason)) ?? first).reason;
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : undefined)) as unknown as T;
};
