import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestPostgres } from '../../scripts/ground/test-postgres.ts';
import { cpuSecondsOf } from '../audience/cpu-seconds.ts';
import { postgresSettings } from '../workers/postgres-settings.ts';
import { startWorker } from '../workers/start-worker.ts';
import { until } from '../workers/until.ts';

export interface Measured {
  readonly customers: number;
  /** Of both halves; the pause between them is not counted. */
  readonly seconds: number;
  /** Of the start itself: the enrolment of everyone. */
  readonly startSeconds: number;
  /** Rows written, the customers themselves not counted. */
  readonly rows: number;
  readonly peakMb: number;
  /** Processor time of the worker processes. */
  readonly workerCpuSeconds: number;
}

const dayMs = 86_400_000;

/** They walk first, so that what is measured is a worker that works and not one that starts. */
export const warmUpCustomers = 10_000;
const waitingSql = `SELECT coalesce(sum(value), 0)::int AS count FROM node_count WHERE run_id = $1 AND counter = 'waiting'`;
const walkedSql = 'SELECT walked AS count FROM run WHERE id = $1';
const rowsSql = `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS count FROM pg_stat_user_tables
  WHERE relname IN ('enrolment', 'customer', 'customer_event', 'node_count', 'event_inbox')`;

/** Lets so many customers walk through the scenario, once. */
export const measure = async (
  customers: number,
  { database, workers }: { database: 'postgres' | 'embedded'; workers: number },
): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
  const postgres = database === 'postgres' ? await startTestPostgres(postgresSettings) : null;
  try {
    const first = await startWorker(folder, postgres?.url);
    const others = await Promise.all(
      Array.from({ length: workers - 1 }, () => startWorker(folder, postgres?.url)),
    );
    const all = [first, ...others];
    const count = async (sql: string, values: readonly unknown[] = []): Promise<number> => {
      const [row] = await first.call<{ count: number }[]>({ kind: 'ask', sql, values });
      return row?.count ?? 0;
    };
    await first.call({ kind: 'prepare' });
    for (const worker of all) await worker.call({ kind: 'work' });
    let offsetMs = 0;
    const letWalk = async (size: number): Promise<Omit<Measured, 'peakMb' | 'customers'>> => {
      const { projectId } = await first.call<{ projectId: string }>({ kind: 'audience', customers: size });
      const cpu = (): number => all.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
      // Those of the customers themselves are told by now.
      await wait(1_500);
      const rowsBefore = await count(rowsSql);
      const cpuBefore = cpu();
      const began = performance.now();
      const { runId } = await first.call<{ runId: string }>({ kind: 'start', projectId, scenario: 'walk' });
      const startSeconds = (performance.now() - began) / 1_000;
      await until('that everyone waits', async () => (await count(waitingSql, [runId])) === size);
      const half = performance.now();
      await wait(1_000);
      if (postgres) await first.call({ kind: 'ask', sql: 'CHECKPOINT', values: [] });
      const again = performance.now();
      offsetMs += 2 * dayMs;
      for (const worker of all) await worker.call({ kind: 'clock', offsetMs });
      await until('that everyone has walked', async () => (await count(walkedSql, [runId])) === size);
      const seconds = (half - began + (performance.now() - again)) / 1_000;
      const workerCpuSeconds = cpu() - cpuBefore;
      await wait(1_500);
      return { seconds, startSeconds, rows: (await count(rowsSql)) - rowsBefore, workerCpuSeconds };
    };
    await letWalk(warmUpCustomers);
    const walked = await letWalk(customers);
    const ends: { peakMb: number }[] = [];
    for (const worker of all) ends.push(await worker.call({ kind: 'end' }));
    const measured = { customers, ...walked, peakMb: Math.max(...ends.map(({ peakMb }) => peakMb)) };
    console.error(JSON.stringify({ database, workers, ...measured }));
    return measured;
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
