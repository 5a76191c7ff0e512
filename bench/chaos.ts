// Whether anything is lost or sent twice: `pnpm -s bench chaos --kills 50 [--messages 50000] [--seed 1]`.
// Two worker processes and a web process on PostgreSQL, as production runs them; each is killed (SIGKILL) at random moments of a
// campaign, the database crashes now and then, and the carrier misbehaves. Whoever was killed is started again. When all is done the
// carrier's ledger of what phones received is held against the database.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { testSecret } from '../apps/bff/src/testing/test-context.ts';
import { startTestPostgres } from '../scripts/ground/test-postgres.ts';
import { audit } from './chaos/audit.ts';
import { badDay, goodDay } from './chaos/faults.ts';
import { startVictim, type Victim } from './chaos/victims.ts';
import { makeChance } from './jinja-fuzz/random.ts';
import { startCarrier } from './workers/start-carrier.ts';
import { startWorker } from './workers/start-worker.ts';
import { until } from './workers/until.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    messages: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
  },
});
const kills = Number(values.kills);
const messages = Number(values.messages);
const chance = makeChance(Number(values.seed));
// So that the kills fall into the campaign, and not after it.
const killEveryMs = 1_000;
const perSecond = Math.ceil(messages / Math.max(10, (kills * killEveryMs) / 1_000));
const crashEvery = 10;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
const postgres = await startTestPostgres();
const carrier = await startCarrier();
const teller = await startWorker(folder, postgres.url);
const victims: Victim[] = [];
console.error(
  `${messages} messages at ${perSecond}/s, two workers and a web process, ${kills} kills, every ${crashEvery}th of the database; seed ${values.seed}`,
);
try {
  await carrier.behave(badDay);
  await teller.call({ kind: 'prepare' });
  const customers = Math.ceil((messages * 50) / 49);
  const { projectId } = await teller.call<{ projectId: string }>({ kind: 'audience', customers });
  const port = await freePort();
  const environment = {
    DATABASE_URL: postgres.url,
    CURLEW_SECRET: testSecret,
    CURLEW_DATA_DIR: folder,
    CURLEW_PUBLIC_URL: `http://127.0.0.1:${port}`,
    CURLEW_OPERATOR_TIMEOUT: '2',
    CURLEW_CARRIER_URL: carrier.url,
    CURLEW_CARRIER_TOKEN: carrier.token,
    LOG_LEVEL: 'fatal',
  };
  for (const [role, own] of [
    ['web', String(port)],
    ['worker', '0'],
    ['worker', '0'],
  ] as const)
    victims.push(await startVictim([`--role=${role}`], { ...environment, PORT: own }));
  const address = { url: carrier.url, token: carrier.token };
  const { runId } = await teller.call<{ runId: string }>({
    kind: 'start',
    projectId,
    scenario: 'send',
    carrier: address,
    ratePerSecond: perSecond,
  });
  const began = performance.now();
  const busy = new Set<Victim>();
  const restarts: Promise<void>[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    await wait(chance.number(killEveryMs * 2));
    if (kill % crashEvery === 0) {
      await postgres.crash();
      continue;
    }
    const free = victims.filter((victim) => !busy.has(victim));
    const victim = free[chance.number(free.length)];
    if (!victim) continue;
    busy.add(victim);
    restarts.push(victim.kill().finally(() => busy.delete(victim)));
  }
  await Promise.all(restarts);
  const killed = performance.now();
  await carrier.behave(goodDay);
  const count = async (sql: string): Promise<number> => {
    const [row] = await teller.call<{ count: number }[]>({ kind: 'ask', sql, values: [runId] });
    return row?.count ?? 0;
  };
  await until(
    'that everything has come to its end',
    async () =>
      (await count(`SELECT count(*)::int AS count FROM run WHERE id = $1 AND status <> 'finished'`)) === 0 &&
      (await count(
        `SELECT count(*)::int AS count FROM message WHERE run_id = $1 AND status IN ('enqueued', 'sending', 'sent')`,
      )) === 0,
    500,
  );
  const found = await audit(teller, carrier, { projectId, runId });
  console.error(
    `killed for ${Math.round((killed - began) / 1_000)} s, done after ${Math.round((performance.now() - began) / 1_000)} s`,
  );
  console.log(JSON.stringify({ ...found, kills, messages, seed: Number(values.seed), database: 'postgres' }));
  const isRight = found.lost + found.doubled + found.wronglyUnknown + found.stuck + found.doubledEvents === 0;
  process.exitCode = isRight ? 0 : 1;
} finally {
  await Promise.all(victims.map((victim) => victim.stop()));
  teller.stop();
  await carrier.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
