// One worker of `bench walk`: takes walks on a clock that its parent moves on. Started by fork; ends when its parent says so or is gone.
import { openTestContext } from '../../apps/bff/src/testing/test-context.ts';
import { startWorkers } from '../../apps/bff/src/workers.ts';

const [databaseUrl = ''] = process.argv.slice(2);
let offsetMs = 0;

const { context, stop } = await openTestContext(
  { url: databaseUrl, dataFolder: '.', drop: () => Promise.resolve() },
  { now: () => new Date(Date.now() + offsetMs) },
);
const workers = await startWorkers(context);
let peakBytes = 0;
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
}, 100);

process.on('message', (message: { offsetMs?: number; ends?: boolean }) => {
  if (message.offsetMs !== undefined) offsetMs = message.offsetMs;
  if (message.ends !== true) return;
  void (async () => {
    clearInterval(watch);
    await workers.stop();
    await stop();
    process.send?.({ peakMb: Math.round(peakBytes / 1e6) }, () => process.exit(0));
  })();
});
process.on('disconnect', () => process.exit(1));
process.send?.({ ready: true });
