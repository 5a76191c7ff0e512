import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestPostgres } from '../../scripts/ground/test-postgres.ts';
import { postgresSettings } from '../workers/postgres-settings.ts';
import { startCarrier, type RunningCarrier } from '../workers/start-carrier.ts';
import { startWorker, type Worker } from '../workers/start-worker.ts';
import { until } from '../workers/until.ts';

export interface Measured {
  readonly messages: number;
  /** From Start to the last `sent`. */
  readonly seconds: number;
  readonly floorSeconds: number;
  readonly peakMb: number;
}

/** They are sent first, so that what is measured is a worker that works and not one that starts. */
export const warmUpMessages = 10_000;
// Where only that it works is asked, so many do.
const warmUpOf = (messages: number): number => Math.min(warmUpMessages, messages);

const dayMs = 86_400_000;
// Reports come after what is measured, and never while it is.
const quietNetwork = {
  delay: { accept: { ms: 0, jitter: 0 }, dispatch: { ms: dayMs, jitter: 0 }, deliver: { ms: 0, jitter: 0 } },
  failure: { share: 0 },
};

// One customer in fifty has no phone.
const customersFor = (messages: number): number => messages + Math.floor((messages - 1) / 49);

const withCarrier = async <T>(work: (carrier: RunningCarrier) => Promise<T>): Promise<T> => {
  const carrier = await startCarrier();
  try {
    await carrier.behave(quietNetwork);
    return await work(carrier);
  } finally {
    await carrier.stop();
  }
};

const makeAudience = async (first: Worker, messages: number): Promise<string> => {
  const customers = customersFor(messages);
  const { projectId } = await first.call<{ projectId: string }>({ kind: 'audience', customers });
  return projectId;
};

const sendFloor = async (
  workers: readonly Worker[],
  messages: number,
  { url, token }: RunningCarrier,
): Promise<number> => {
  const [first] = workers;
  if (!first) throw new Error('there is no worker');
  const projectId = await makeAudience(first, messages);
  const carrier = { url, token };
  const done = await Promise.all(
    workers.map((worker, share) =>
      worker.call<{ ms: number }>({ kind: 'floor', projectId, carrier, share, of: workers.length }),
    ),
  );
  return Math.max(...done.map(({ ms }) => ms)) / 1_000;
};

const sentSql = `SELECT coalesce(sum(value), 0)::int AS count FROM node_count WHERE run_id = $1 AND counter = 'sent'`;
const dueSql = `SELECT count(*)::int AS count FROM customer WHERE project_id = $1 AND phone_e164 IS NOT NULL`;

const sendAll = async (
  first: Worker,
  messages: number,
  { url, token }: RunningCarrier,
): Promise<{ seconds: number; sent: number }> => {
  const projectId = await makeAudience(first, messages);
  const count = async (sql: string, value: string): Promise<number> => {
    const [row] = await first.call<{ count: number }[]>({ kind: 'ask', sql, values: [value] });
    return row?.count ?? 0;
  };
  const due = await count(dueSql, projectId);
  const began = performance.now();
  const carrier = { url, token };
  const { runId } = await first.call<{ runId: string }>({
    kind: 'start',
    projectId,
    scenario: 'send',
    carrier,
  });
  await until('that everything is sent', async () => (await count(sentSql, runId)) === due, 20);
  return { seconds: (performance.now() - began) / 1_000, sent: due };
};

/** How often both are done, in turns: a machine that others use too has better and worse moments. What takes long has both in it. */
const roundsOf = (messages: number): number => (messages > 200_000 ? 1 : 3);

const inTurns = async (
  all: readonly Worker[],
  first: Worker,
  messages: number,
): Promise<Pick<Measured, 'seconds' | 'floorSeconds' | 'messages'>[]> => {
  const measured: Pick<Measured, 'seconds' | 'floorSeconds' | 'messages'>[] = [];
  for (let round = 0; round < roundsOf(messages); round += 1) {
    const isFirst = round === 0;
    const floorSeconds = await withCarrier(async (carrier) => {
      if (isFirst) await sendFloor(all, warmUpOf(messages), carrier);
      return sendFloor(all, messages, carrier);
    });
    const { seconds, sent } = await withCarrier(async (carrier) => {
      const before = isFirst ? (await sendAll(first, warmUpOf(messages), carrier)).sent : 0;
      const done = await sendAll(first, messages, carrier);
      const { accepted } = await carrier.ask<{ accepted: number }>('/ledger/summary');
      if (accepted !== before + done.sent)
        throw new Error(`${accepted} messages reached the carrier, ${before + done.sent} were sent`);
      return done;
    });
    measured.push({ messages: sent, seconds, floorSeconds });
  }
  return measured;
};

/** Sends so many messages with no logic at all, and through all of it, some times in turns; the round in the middle by their ratio. */
export const measure = async (
  messages: number,
  { database, workers }: { database: 'postgres' | 'embedded'; workers: number },
): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
  const postgres = database === 'postgres' ? await startTestPostgres(postgresSettings) : null;
  const all: Worker[] = [];
  try {
    const first = await startWorker(folder, postgres?.url);
    all.push(first);
    while (all.length < workers) all.push(await startWorker(folder, postgres?.url));
    await first.call({ kind: 'prepare' });
    for (const worker of all) await worker.call({ kind: 'work' });
    const measured = await inTurns(all, first, messages);
    const ends: { peakMb: number }[] = [];
    for (const worker of all) ends.push(await worker.call({ kind: 'end' }));
    const peakMb = Math.max(...ends.map((end) => end.peakMb));
    for (const round of measured) console.error(JSON.stringify({ database, workers, peakMb, ...round }));
    const sorted = measured.toSorted(
      (one, other) => one.floorSeconds / one.seconds - other.floorSeconds / other.seconds,
    );
    const middle = sorted[Math.floor(sorted.length / 2)];
    if (!middle) throw new Error('nothing was measured');
    return { ...middle, peakMb };
  } finally {
    for (const worker of all) worker.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
