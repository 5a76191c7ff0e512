import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestPostgres } from '../../scripts/ground/test-postgres.ts';
import { cpuSecondsOf } from '../audience/cpu-seconds.ts';
import { startWorker } from './start-worker.ts';

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
const longestMs = 40 * 60_000;

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + longestMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not happen in time`);
    await wait(50);
  }
};

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
  const postgres = database === 'postgres' ? await startTestPostgres() : null;
  try {
    const first = await startWorker(folder, postgres?.url);
    const others = await Promise.all(
      Array.from({ length: workers - 1 }, () => startWorker(folder, postgres?.url)),
    );
    const all = [first, ...others];
    const project = await first.call<{ projectId: string; userId: string }>({ kind: 'prepare', customers });
    const count = async (sql: string, values: readonly unknown[] = []): Promise<number> => {
      const [row] = await first.call<{ count: number }[]>({ kind: 'ask', sql, values });
      return row?.count ?? 0;
    };
    for (const worker of all) await worker.call({ kind: 'work' });
    const cpu = (): number => all.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
    const cpuBefore = cpu();
    const began = performance.now();
    const { runId } = await first.call<{ runId: string }>({ kind: 'start', ...project });
    const startSeconds = (performance.now() - began) / 1_000;
    await until('that everyone waits', async () => (await count(waitingSql, [runId])) === customers);
    const half = performance.now();
    await wait(1_000);
    if (postgres) await first.call({ kind: 'ask', sql: 'CHECKPOINT', values: [] });
    const again = performance.now();
    for (const worker of all) await worker.call({ kind: 'clock', offsetMs: 2 * dayMs });
    await until('that everyone has walked', async () => (await count(walkedSql, [runId])) === customers);
    const ended = performance.now();
    const workerCpuSeconds = cpu() - cpuBefore;
    const rows = (await count(rowsSql)) - customers;
    const ends: { peakMb: number }[] = [];
    for (const worker of all) ends.push(await worker.call({ kind: 'end' }));
    const measured = {
      customers,
      seconds: (half - began + (ended - again)) / 1_000,
      startSeconds,
      rows,
      peakMb: Math.max(...ends.map(({ peakMb }) => peakMb)),
      workerCpuSeconds,
    };
    console.error(JSON.stringify({ database, workers, ...measured }));
    return measured;
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
