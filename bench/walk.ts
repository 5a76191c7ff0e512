// How fast customers walk: `pnpm -s bench walk --customers 100000 [--database embedded] [--workers 2] [--sizes]`.
// A ten-node scenario without messages: start, everyone to the wait, the clock moved on by its day, everyone to the end.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measure, warmUpCustomers, type Measured } from './walk/measure.ts';
import { postgresSettings } from './workers/postgres-settings.ts';
import { workerFlags } from '../scripts/ground/worker-flags.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    database: { type: 'string', default: 'postgres' },
    workers: { type: 'string' },
    /** Also 10,000 and 1,000,000, to show that a customer costs the same. */
    sizes: { type: 'boolean', default: false },
  },
});
const database = values.database === 'embedded' ? 'embedded' : 'postgres';
// The embedded database has one process.
const workers = database === 'embedded' ? 1 : Number(values.workers ?? '2');
const customers = Number(values.customers);

console.error(
  `ten nodes in two halves with a wait between, after ${warmUpCustomers} customers of another project; ${workers} worker processes (node ${workerFlags.join(' ')}) on ${
    database === 'embedded'
      ? 'the embedded database'
      : `PostgreSQL on the same machine (${postgresSettings.join(', ')})`
  }; ${availableParallelism()} cores; Node ${process.version}`,
);
const sizes = [...new Set(values.sizes ? [10_000, customers, 1_000_000] : [customers])];
const measured: Measured[] = [];
for (const size of sizes) measured.push(await measure(size, { database, workers }));
const rate = ({ customers: size, seconds }: Measured): number => size / seconds;
const [smallest, largest] = [measured[0], measured.at(-1)];
const shown = measured.find(({ customers: size }) => size === customers);
if (!shown || !smallest || !largest) throw new Error('nothing was measured');
console.log(
  JSON.stringify({
    customersPerSecond: Math.round(rate(shown)),
    customers,
    rowsWritten: shown.rows,
    workerCpuSeconds: Number(shown.workerCpuSeconds.toFixed(2)),
    peakMemoryMb: Math.max(...measured.map(({ peakMb }) => peakMb)),
    database,
    workers,
    // What a customer costs at the largest size, by what one costs at the smallest.
    costRatio: Number((rate(smallest) / rate(largest)).toFixed(2)),
    sizes: measured.map((one) => ({ customers: one.customers, customersPerSecond: Math.round(rate(one)) })),
  }),
);
