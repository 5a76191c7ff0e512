import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';
import { queues } from '../jobs/queues.ts';

interface Queue {
  readonly name: string;
  readonly due: number;
  readonly waiting: number;
  readonly active: number;
  readonly oldest: number;
}

const queuesSql = `SELECT name, count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS due,
    count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS waiting,
    count(*) FILTER (WHERE state = 'active')::int AS active,
    coalesce(extract(epoch FROM now() - min(start_after) FILTER (WHERE state < 'active' AND start_after <= now())), 0)::float8
      AS oldest
  FROM job.job WHERE state <= 'active' AND name NOT LIKE '\\_\\_%' GROUP BY name`;

interface Figures {
  readonly openBatches: number;
  readonly held: number;
  readonly unknown: number;
  readonly late: number;
}

const figuresSql = `SELECT
  (SELECT count(*) FROM send_batch WHERE status = 'sending')::int AS "openBatches",
  (SELECT count(*) FROM integration WHERE held_until > now())::int AS held,
  (SELECT coalesce(sum(value), 0) FROM node_count WHERE counter = 'unknown')::int AS unknown,
  (SELECT count(*) FROM trigger_time WHERE fired_at - due_at > interval '1 minute'
     AND fired_at > now() - interval '1 hour')::int AS late`;

/** What all processes on one database have in common: whichever is asked says it. The function returned reads it anew. */
export const addSharedFigures = (registry: Registry, pool: Pool): (() => Promise<void>) => {
  const registers = [registry];
  const ofQueue = (name: string, help: string) => new Gauge({ name, help, labelNames: ['queue'], registers });
  const due = ofQueue('curlew_jobs_due', 'Jobs that are due and that nobody has taken');
  const waiting = ofQueue('curlew_jobs_waiting', 'Jobs that wait for a later time');
  const active = ofQueue('curlew_jobs_active', 'Jobs that are being done');
  const oldest = ofQueue(
    'curlew_jobs_oldest_due_seconds',
    'Seconds since the oldest due job should have begun',
  );
  const ofAll = (name: string, help: string) => new Gauge({ name, help, registers });
  const openBatches = ofAll('curlew_batches_open', 'Requests to operators without an answer yet');
  const held = ofAll('curlew_providers_held', 'Integrations whose operator nobody calls now');
  const unknown = ofAll(
    'curlew_messages_unknown',
    'Messages of runs of which nobody can say whether they were sent',
  );
  const late = ofAll(
    'curlew_late_starts',
    'Starts of the last hour that came more than a minute after their time',
  );
  const isUp = ofAll(
    'curlew_database_up',
    '1 where the database answers; what is read from it is not told where it does not',
  );
  return async () => {
    isUp.set(0);
    for (const gauge of [due, waiting, active, oldest]) gauge.reset();
    for (const gauge of [openBatches, held, unknown, late]) gauge.set(Number.NaN);
    const { rows: filled } = await pool.query<Queue>(queuesSql);
    // An alarm asks all of them, and nothing said of one is not nothing in it.
    const empty = Object.keys(queues).map((name) => ({ name, due: 0, waiting: 0, active: 0, oldest: 0 }));
    for (const queue of [...empty, ...filled]) {
      due.set({ queue: queue.name }, queue.due);
      waiting.set({ queue: queue.name }, queue.waiting);
      active.set({ queue: queue.name }, queue.active);
      oldest.set({ queue: queue.name }, queue.oldest);
    }
    const { rows } = await pool.query<Figures>(figuresSql);
    const [figures] = rows;
    if (!figures) return;
    openBatches.set(figures.openBatches);
    held.set(figures.held);
    unknown.set(figures.unknown);
    late.set(figures.late);
    isUp.set(1);
  };
};
