import { testSecret } from '../../apps/bff/src/testing/test-context.ts';
import { startTestPostgres } from '../../scripts/ground/test-postgres.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';
import { startWorker } from '../workers/start-worker.ts';
import { until } from '../workers/until.ts';
import { audit, type Audit } from './audit.ts';
import { killAll, startCampaign, type Plan } from './campaign.ts';
import { goodDay } from './faults.ts';
import { freePort } from './free-port.ts';
import { startVictim, type Victim } from './victims.ts';

const openSql = `SELECT (SELECT count(*) FROM run WHERE id = $1 AND status <> 'finished')::int
  + (SELECT count(*) FROM message WHERE run_id = $1 AND status IN ('enqueued', 'sending', 'sent'))::int AS count`;

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
    const environment = {
      DATABASE_URL: postgres.url,
      CURLEW_SECRET: testSecret,
      CURLEW_DATA_DIR: folder,
      CURLEW_PUBLIC_URL: `http://127.0.0.1:${port}`,
      CURLEW_OPERATOR_TIMEOUT: '2',
      CURLEW_LOST_AFTER: '10',
      LOG_LEVEL: 'fatal',
      PORT: String(port),
    };
    for (const role of ['web', 'worker', 'worker'])
      victims.push(await startVictim([`--role=${role}`], environment));
    const campaign = await startCampaign(teller, carrier, plan);
    await killAll(victims, plan, () => postgres.crash());
    await carrier.behave(goodDay);
    await until(
      'that everything has come to its end',
      async () => {
        const values = [campaign.runId];
        const [row] = await teller.call<{ count: number }[]>({ kind: 'ask', sql: openSql, values });
        return row?.count === 0;
      },
      500,
    );
    return await audit(teller, carrier, campaign);
  } finally {
    await Promise.all(victims.map((victim) => victim.stop()));
    teller.stop();
    await postgres.stop();
  }
};
