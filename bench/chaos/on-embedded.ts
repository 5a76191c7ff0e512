import { setTimeout as wait } from 'node:timers/promises';
import { testSecret } from '../../apps/bff/src/testing/test-context.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';
import { startWorker, type Worker } from '../workers/start-worker.ts';
import { until } from '../workers/until.ts';
import { audit, type Audit } from './audit.ts';
import { killAll, startCampaign, type Plan } from './campaign.ts';
import { goodDay } from './faults.ts';
import { freePort } from './free-port.ts';
import { ageRequests, readStanding } from './standing.ts';
import { startVictim, type Victim } from './victims.ts';

const isIdle = async (metricsPort: number): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`).catch(() => null);
  if (!answer?.ok) return false;
  const text = await answer.text();
  return text.includes('curlew_database_up 1') && !/^curlew_jobs_(?:due|active)\b.* [1-9]\d*$/m.test(text);
};

// The last reports may be on their way, and what is put off comes again.
const untilIdle = (metricsPort: number): Promise<void> =>
  until(
    'that a process has nothing to do',
    async () => {
      if (!(await isIdle(metricsPort))) return false;
      await wait(5_000);
      return isIdle(metricsPort);
    },
    500,
  );

/** One process with everything in it, on the embedded database: that alone sees it, so it stops for each look at what is left. */
export const chaosOnEmbedded = async (
  carrier: RunningCarrier,
  folder: string,
  plan: Plan,
): Promise<Audit> => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${port}`;
  const asTeller = async <T>(work: (teller: Worker) => Promise<T>): Promise<T> => {
    const teller = await startWorker(folder);
    try {
      return await work(teller);
    } finally {
      await teller.call({ kind: 'end' });
    }
  };
  const asServer = async (work: (victim: Victim) => Promise<void>): Promise<void> => {
    const victim = await startVictim([], {
      CURLEW_SECRET: testSecret,
      CURLEW_DATA_DIR: folder,
      CURLEW_PUBLIC_URL: publicUrl,
      CURLEW_METRICS_PORT: String(metricsPort),
      CURLEW_OPERATOR_TIMEOUT: '2',
      CURLEW_LOST_AFTER: '10',
      CURLEW_WEBHOOK_ALLOW: new URL(carrier.url).host,
      LOG_LEVEL: 'fatal',
      PORT: String(port),
    });
    try {
      await work(victim);
    } finally {
      await victim.stop();
    }
  };
  const campaign = await asTeller((teller) => startCampaign(teller, carrier, { ...plan, publicUrl }));
  await asServer(async (victim) => {
    await killAll([victim], plan);
    await untilIdle(metricsPort);
    await carrier.behave(goodDay);
  });
  const isOver = async (teller: Worker): Promise<boolean> => {
    const { waiting, asked } = await readStanding(teller, campaign);
    if (plan.format === 'cm') await ageRequests(teller);
    return waiting + asked === 0;
  };
  await until('that everything has come to its end', async () => {
    if (await asTeller(isOver)) return true;
    await asServer(() => untilIdle(metricsPort));
    return false;
  });
  return asTeller((teller) => audit(teller, carrier, campaign));
};
