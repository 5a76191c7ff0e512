import type { Worker } from '../workers/start-worker.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';

/** What the carrier's ledger and the database say of a campaign. */
export interface Audit {
  /** Messages that are sent, whatever became of them then. */
  readonly sent: number;
  readonly delivered: number;
  /** Customers with a phone who got nothing although theirs is told as sent, or who have no message at all. */
  readonly lost: number;
  /** Messages that a phone got beyond its one. */
  readonly doubled: number;
  readonly unknown: number;
  /** Unknown ones that the carrier never took. */
  readonly wronglyUnknown: number;
  /** Neither sent nor given up. */
  readonly stuck: number;
  /** Campaign events of a message beyond one of each status. */
  readonly doubledEvents: number;
}

interface Phone {
  readonly number: string;
  readonly count: number;
}

const readPhones = async (carrier: RunningCarrier): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  let cursor: number | null = null;
  do {
    const page: { phones: Phone[]; nextCursor: number | null } = await carrier.ask(
      `/phones?limit=500${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    for (const { number, count } of page.phones) counts.set(`+${number.replace(/^\+/, '')}`, count);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return counts;
};

const messagesSql = `SELECT c.phone_e164 AS phone, m.status::text AS status FROM customer c
  LEFT JOIN message m ON m.customer_id = c.id AND m.run_id = $2
  WHERE c.project_id = $1 AND c.phone_e164 IS NOT NULL`;

const doubledEventsSql = `SELECT coalesce(sum(n - 1), 0)::int AS count FROM (
  SELECT count(*) AS n FROM customer_event WHERE project_id = $1 AND type = 'campaign' AND properties->>'message_id' IS NOT NULL
  GROUP BY properties->>'message_id', properties->>'status' HAVING count(*) > 1) more`;

interface Row {
  readonly phone: string;
  readonly status: string | null;
}

/** Holds what phones received against what the database says was sent to them. */
export const audit = async (
  first: Worker,
  carrier: RunningCarrier,
  { projectId, runId }: { projectId: string; runId: string },
): Promise<Audit> => {
  const phones = await readPhones(carrier);
  const rows = await first.call<Row[]>({ kind: 'ask', sql: messagesSql, values: [projectId, runId] });
  const [events] = await first.call<{ count: number }[]>({
    kind: 'ask',
    sql: doubledEventsSql,
    values: [projectId],
  });
  const of = (...statuses: readonly (string | null)[]): Row[] =>
    rows.filter(({ status }) => statuses.includes(status));
  const gotNothing = ({ phone }: Row): boolean => !phones.has(phone);
  const sent = of('sent', 'delivered', 'failed');
  const unknown = of('unknown');
  return {
    sent: sent.length,
    delivered: of('delivered').length,
    lost: sent.filter(gotNothing).length + of(null).length,
    doubled: Array.from(phones.values()).reduce((sum, count) => sum + count - 1, 0),
    unknown: unknown.length,
    wronglyUnknown: unknown.filter(gotNothing).length,
    stuck: of('enqueued', 'sending').length,
    doubledEvents: events?.count ?? 0,
  };
};
