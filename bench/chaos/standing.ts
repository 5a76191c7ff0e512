import type { Worker } from '../workers/start-worker.ts';
import type { Campaign } from './campaign.ts';

/** How far a campaign is. */
export interface Standing {
  /** Messages that wait to be sent, and the run itself until it has finished. */
  readonly waiting: number;
  /** Messages of requests without an answer. */
  readonly asked: number;
  /** Messages of which the last report has not come. */
  readonly sent: number;
}

const standingSql = `SELECT count(*) FILTER (WHERE status = 'enqueued')::int
    + (SELECT count(*) FROM run WHERE id = $1 AND status <> 'finished')::int AS waiting,
  count(*) FILTER (WHERE status = 'sending')::int AS asked, count(*) FILTER (WHERE status = 'sent')::int AS sent
  FROM message WHERE run_id = $1`;

export const readStanding = async (teller: Worker, { runId }: Campaign): Promise<Standing> => {
  const [standing] = await teller.call<Standing[]>({ kind: 'ask', sql: standingSql, values: [runId] });
  if (!standing) throw new Error(`nobody knows how far run ${runId} is`);
  return standing;
};

// Longer than an operator that cannot be asked is waited for.
const ageSql = `UPDATE send_batch SET created_at = created_at - interval '16 minutes' WHERE status = 'sending'`;

/** Makes the time pass after which requests without an answer are given up. */
export const ageRequests = (teller: Worker): Promise<unknown> =>
  teller.call({ kind: 'ask', sql: ageSql, values: [] });
