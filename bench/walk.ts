// How fast customers walk: `pnpm -s bench walk --customers 100000 [--database embedded|postgres] [--workers 2] [--sizes]`.
// A ten-node scenario without messages: start, everyone to the wait, the clock moved on by its day, everyone to the end.
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startTestPostgres } from '../scripts/ground/test-postgres.ts';
import { cpuSecondsOf, cpuSecondsOfSiblings } from './audience/cpu-seconds.ts';
import { makeAudience } from './audience/make-audience.ts';
import { prepareProject, startRun } from './walk/start-run.ts';
import { startWorkerProcesses } from './walk/start-workers.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    database: { type: 'string', default: 'postgres' },
    workers: { type: 'string', default: '2' },
    /** Also 10,000 and 1,000,000, to show that a customer costs the same. */
    sizes: { type: 'boolean', default: false },
  },
});
const workers = Number(values.workers);
const dayMs = 86_400_000;

interface Measured {
  readonly customers: number;
  /** Start (enrolment) included, time between the two halves not. */
  readonly seconds: number;
  readonly startSeconds: number;
  readonly rows: number;
  readonly peakMb: number;
  /** Processor time of the workers, and of PostgreSQL, in both halves together. */
  readonly workerCpu: number;
  readonly databaseCpu: number;
}

const waitFor = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 30 * 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not happen within half an hour`);
    await wait(50);
  }
};

const measure = async (customers: number): Promise<Measured> => {
  const postgres = await startTestPostgres();
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { userId } = await prepareProject(postgres.url);
    const projectId = await makeAudience(client, customers);
    const pool = await startWorkerProcesses(postgres.url, workers);
    const counted = async (sql: string, runId: string): Promise<number> => {
      const { rows } = await client.query<{ count: number }>(sql, [runId]);
      return rows[0]?.count ?? 0;
    };
    const { rows: backends } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const cpu = (): [number, number] => [
      pool.pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0),
      cpuSecondsOfSiblings(backends[0]?.pid ?? 0),
    ];
    const before = cpu();
    const began = performance.now();
    const { runId } = await startRun(postgres.url, { projectId, userId });
    const startSeconds = (performance.now() - began) / 1_000;
    const waiting = `SELECT coalesce(sum(value), 0)::int AS count FROM node_count WHERE run_id = $1 AND counter = 'waiting'`;
    await waitFor('everyone waiting', async () => (await counted(waiting, runId)) === customers);
    const half = performance.now();
    await wait(1_000);
    await client.query('CHECKPOINT');
    const again = performance.now();
    pool.moveClock(2 * dayMs);
    await waitFor(
      'everyone walked',
      async () => (await counted('SELECT walked AS count FROM run WHERE id = $1', runId)) === customers,
    );
    const ended = performance.now();
    const after = cpu();
    const { peakMb } = await pool.stop();
    const { rows } = await client.query<{ rows: number }>(
      `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS rows FROM pg_stat_user_tables
       WHERE relname IN ('enrolment', 'customer', 'customer_event', 'node_count', 'event_inbox')`,
    );
    const seconds = (half - began + (ended - again)) / 1_000;
    const measured = {
      customers,
      seconds,
      startSeconds,
      rows: (rows[0]?.rows ?? 0) - customers,
      peakMb,
      workerCpu: after[0] - before[0],
      databaseCpu: after[1] - before[1],
    };
    console.error(
      JSON.stringify({ ...measured, firstHalf: (half - began) / 1_000, secondHalf: (ended - again) / 1_000 }),
    );
    return measured;
  } finally {
    await client.end();
    await postgres.stop();
  }
};

console.error(
  `ten nodes, two halves with a wait between; ${workers} worker processes on PostgreSQL on the same machine; ${availableParallelism()} cores; Node ${process.version}`,
);
const sizes = values.sizes ? [10_000, Number(values.customers), 1_000_000] : [Number(values.customers)];
const measured: Measured[] = [];
for (const size of sizes) measured.push(await measure(size));
const rate = ({ customers, seconds }: Measured): number => customers / seconds;
const shown = measured.find(({ customers }) => customers === Number(values.customers)) ?? measured[0];
const [smallest, largest] = [measured[0], measured.at(-1)];
if (!shown || !smallest || !largest) throw new Error('nothing was measured');
console.log(
  JSON.stringify({
    customersPerSecond: Math.round(rate(shown)),
    customers: shown.customers,
    rowsWritten: shown.rows,
    peakMemoryMb: Math.max(...measured.map(({ peakMb }) => peakMb)),
    database: 'postgres',
    workers,
    /** What a customer costs at the largest size, by what one costs at the smallest. */
    costRatio: Number((rate(smallest) / rate(largest)).toFixed(2)),
    sizes: measured.map((one) => ({ customers: one.customers, customersPerSecond: Math.round(rate(one)) })),
  }),
);
