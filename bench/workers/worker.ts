// One worker of a bench: takes jobs on a clock that its parent moves on, and does what its parent asks of the database.
// Started by fork; ends when its parent says so or is gone.
import { openTestContext } from '../../apps/bff/src/testing/test-context.ts';
import { startWorkers } from '../../apps/bff/src/workers.ts';
import { makeAudience } from '../audience/make-audience.ts';
import type { WorkerCall } from './worker-calls.ts';
import { runFloor } from '../pipeline/floor.ts';
import { makeUser, startRun } from './start-run.ts';

const [dataFolder = '.', url] = process.argv.slice(2);
let offsetMs = 0;
let peakBytes = 0;

const { context, stop } = await openTestContext(
  { url, dataFolder, drop: () => Promise.resolve() },
  { now: () => new Date(Date.now() + offsetMs) },
);
const { pool } = context.database;
let working: Awaited<ReturnType<typeof startWorkers>> | undefined;
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
}, 100);

const answer = async (call: WorkerCall): Promise<unknown> => {
  switch (call.kind) {
    case 'prepare':
      return makeUser(context);
    case 'audience':
      return { projectId: await makeAudience(pool, call.customers) };
    case 'start':
      return startRun(context, call);
    case 'floor':
      return runFloor(pool, call);
    case 'work':
      working = await startWorkers(context);
      return null;
    case 'clock':
      offsetMs = call.offsetMs;
      return null;
    case 'ask': {
      const { rows } = await pool.query(call.sql, [...call.values]);
      return rows;
    }
    case 'end':
      clearInterval(watch);
      await working?.stop();
      await stop();
      return { peakMb: Math.round(peakBytes / 1e6) };
  }
};

const reply = async (call: WorkerCall): Promise<void> => {
  const result = await answer(call);
  process.send?.({ result }, () => {
    if (call.kind === 'end') process.exit(0);
  });
};

process.on('message', (call: WorkerCall) => void reply(call));
process.on('disconnect', () => process.exit(1));
process.send?.({ result: 'ready' });
