import { testSecret } from '../../apps/bff/src/testing/test-context.ts';
import { startTestPostgres } from '../../scripts/ground/test-postgres.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';
import { startWorker } from '../workers/start-worker.ts';
import { audit, type Audit } from './audit.ts';
import { killAll, startCampaign, type Plan } from './campaign.ts';
import { freePort } from './free-port.ts';
import { settle } from './settle.ts';
import { startVictim, type Victim } from './victims.ts';

/** Two workers and a web process on a PostgreSQL server, which crashes too. */
export const chaosOnPostgres = async (
  carrier: RunningCarrier,
  folder: string,
  plan: Plan,
): Promise<Audit> => {
  const postgres = await startTestPostgres();
  const teller = await startWorker(folder, postgres.url);
  const victims: Victim[] = [];
  try {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const environment = {
      DATABASE_URL: postgres.url,
      CURLEW_SECRET: testSecret,
      CURLEW_DATA_DIR: folder,
      CURLEW_PUBLIC_URL: publicUrl,
      CURLEW_WEBHOOK_ALLOW: new URL(carrier.url).host,
      CURLEW_OPERATOR_TIMEOUT: '2',
      CURLEW_LOST_AFTER: '10',
      LOG_LEVEL: 'fatal',
      PORT: String(port),
    };
    for (const role of ['web', 'worker', 'worker'])
      victims.push(await startVictim([`--role=${role}`], environment));
    const campaign = await startCampaign(teller, carrier, { ...plan, publicUrl });
    await killAll(victims, plan, () => postgres.crash());
    await settle(teller, carrier, campaign);
    return await audit(teller, carrier, campaign);
  } finally {
    await Promise.all(victims.map((victim) => victim.stop()));
    teller.stop();
    await postgres.stop();
  }
};
