// How fast messages leave: `pnpm -s bench pipeline --messages 50000 [--database embedded|postgres] [--workers N] [--sizes]`.
// From Start to the last `sent`, through the gate, the templates, the parts, the events and the built-in carrier; beside it, in the same
// run, the floor: the same rows and the same requests with no logic at all.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { workerFlags } from '../scripts/ground/worker-flags.ts';
import { measure, warmUpMessages, type Measured } from './pipeline/measure.ts';
import { postgresSettings } from './workers/postgres-settings.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '50000' },
    database: { type: 'string', default: 'postgres' },
    workers: { type: 'string' },
    /** Also 10,000 and 1,000,000, to show that a message costs the same. */
    sizes: { type: 'boolean', default: false },
  },
});
const database = values.database === 'embedded' ? 'embedded' : 'postgres';
// The embedded database has one process. On PostgreSQL each worker keeps a core of the database and the carrier busy beside its own.
const workersThatFit = Math.max(1, Math.floor(availableParallelism() / 2));
const workers = database === 'embedded' ? 1 : Number(values.workers ?? workersThatFit);
const messages = Number(values.messages);

const where =
  database === 'embedded'
    ? 'the embedded database'
    : `PostgreSQL on the same machine (${postgresSettings.join(', ')})`;
console.error(
  `one message to each customer, after ${warmUpMessages} of another project; ${workers} worker processes (node ${workerFlags.join(' ')}), ` +
    `the carrier and ${where}; ${availableParallelism()} cores; Node ${process.version}`,
);
const sizes = [...new Set(values.sizes ? [10_000, messages, 1_000_000] : [messages])];
const measured: Measured[] = [];
for (const size of sizes) measured.push(await measure(size, { database, workers }));
const rate = ({ messages: sent, seconds }: Measured): number => sent / seconds;
const floorRate = ({ messages: sent, floorSeconds }: Measured): number => sent / floorSeconds;
const shown = measured[sizes.indexOf(messages)];
const [smallest, largest] = [measured[0], measured.at(-1)];
if (!shown || !smallest || !largest) throw new Error('nothing was measured');
console.log(
  JSON.stringify({
    messagesPerSecond: Math.round(rate(shown)),
    floorPerSecond: Math.round(floorRate(shown)),
    ratio: Number((rate(shown) / floorRate(shown)).toFixed(2)),
    peakMemoryMb: Math.max(...measured.map(({ peakMb }) => peakMb)),
    database,
    workers,
    messages: shown.messages,
    // What a message costs at the largest size, by what one costs at the smallest.
    costRatio: Number((rate(smallest) / rate(largest)).toFixed(2)),
    sizes: measured.map((one) => ({ messages: one.messages, messagesPerSecond: Math.round(rate(one)) })),
  }),
);
