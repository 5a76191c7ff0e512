import { setTimeout as wait } from 'node:timers/promises';
import { testSecret } from '../../apps/bff/src/testing/test-context.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';
import { startWorker } from '../workers/start-worker.ts';
import { until } from '../workers/until.ts';
import { audit, type Audit } from './audit.ts';
import { killAll, startCampaign, type Plan } from './campaign.ts';
import { goodDay } from './faults.ts';
import { freePort } from './free-port.ts';
import { startVictim } from './victims.ts';

// The embedded database has one process: only that one can say how far it is.
const isIdle = async (metricsPort: number): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`).catch(() => null);
  if (!answer?.ok) return false;
  const text = await answer.text();
  const busy = /^curlew_(?:jobs_due|jobs_active|batches_open)\b.* [1-9]\d*$/m;
  return text.includes('curlew_batches_open') && !busy.test(text);
};

/** One process with everything in it, on the embedded database. */
export const chaosOnEmbedded = async (
  carrier: RunningCarrier,
  folder: string,
  plan: Plan,
): Promise<Audit> => {
  const starter = await startWorker(folder);
  const campaign = await startCampaign(starter, carrier, plan);
  await starter.call({ kind: 'end' });
  const [port, metricsPort] = [await freePort(), await freePort()];
  const victim = await startVictim([], {
    CURLEW_SECRET: testSecret,
    CURLEW_DATA_DIR: folder,
    CURLEW_PUBLIC_URL: `http://127.0.0.1:${port}`,
    CURLEW_METRICS_PORT: String(metricsPort),
    CURLEW_OPERATOR_TIMEOUT: '2',
    CURLEW_LOST_AFTER: '10',
    LOG_LEVEL: 'fatal',
    PORT: String(port),
  });
  try {
    await killAll([victim], plan);
    await carrier.behave(goodDay);
    await until(
      'that everything has come to its end',
      async () => {
        const { messages } = await carrier.ask<{ messages: number }>('/ledger/summary');
        if (messages < plan.messages || !(await isIdle(metricsPort))) return false;
        // The last reports may be on their way.
        await wait(5_000);
        return isIdle(metricsPort);
      },
      500,
    );
  } finally {
    await victim.stop();
  }
  const teller = await startWorker(folder);
  try {
    return await audit(teller, carrier, campaign);
  } finally {
    await teller.call({ kind: 'end' });
  }
};
