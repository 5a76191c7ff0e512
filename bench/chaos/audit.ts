import type { Worker } from '../workers/start-worker.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';
import type { Campaign } from './campaign.ts';
import { readPhones } from './read-phones.ts';

/** What the carrier's ledger and the database say of a campaign. */
export interface Audit {
  /** Messages that are sent, whatever became of them then. */
  readonly sent: number;
  readonly delivered: number;
  /** Customers with a phone who got nothing, and of whom nothing says that they may not have. */
  readonly lost: number;
  /** Messages that a phone got beyond its one. */
  readonly doubled: number;
  readonly unknown: number;
  /** Unknown ones that a phone got. */
  readonly acceptedAndUnknown: number;
  /** Unknown ones that the carrier never took. */
  readonly neverArrived: number;
  /** Campaign events of a message beyond one of each status. */
  readonly doubledEvents: number;
  /** All messages of the run. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What should not be, by its name; nothing where all is well. */
  readonly unexpected: Readonly<Record<string, number>>;
}

const messagesSql = `SELECT c.phone_e164 AS phone, m.status::text AS status FROM customer c
  LEFT JOIN message m ON m.customer_id = c.id AND m.run_id = $2
  WHERE c.project_id = $1 AND (c.phone_e164 IS NOT NULL OR m.id IS NOT NULL)`;

const doubledEventsSql = `SELECT coalesce(sum(n - 1), 0)::int AS count FROM (
  SELECT count(*) AS n FROM customer_event WHERE project_id = $1 AND type = 'campaign' AND properties->>'message_id' IS NOT NULL
  GROUP BY properties->>'message_id', properties->>'status' HAVING count(*) > 1) more`;

interface Row {
  readonly phone: string | null;
  readonly status: string | null;
}

const tally = (statuses: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Array.from(
      Map.groupBy(statuses, (status) => status),
      ([status, all]) => [status, all.length],
    ),
  );

// The carrier refuses nobody and fails at nobody, and Sinch can be asked what became of a request.
const expected = {
  sinch: new Set(['sent', 'delivered']),
  cm: new Set(['sent', 'delivered', 'unknown']),
} as const;

/** Holds what phones received against what the database says was sent to them. */
export const audit = async (
  first: Worker,
  carrier: RunningCarrier,
  { projectId, runId, messages, format }: Campaign,
): Promise<Audit> => {
  const phones = await readPhones(carrier);
  const rows = await first.call<Row[]>({ kind: 'ask', sql: messagesSql, values: [projectId, runId] });
  const [events] = await first.call<{ count: number }[]>({
    kind: 'ask',
    sql: doubledEventsSql,
    values: [projectId],
  });
  const of = (...statuses: readonly string[]): Row[] =>
    rows.filter(({ status }) => status !== null && statuses.includes(status));
  const gotNothing = ({ phone }: Row): boolean => phone !== null && !phones.has(phone);
  const told = new Set(of('unknown', 'failed', 'rejected'));
  const statuses = tally(rows.flatMap(({ status }) => status ?? []));
  const unknown = of('unknown');
  const neverArrived = unknown.filter(gotNothing).length;
  const unexpected = {
    ...Object.fromEntries(Object.entries(statuses).filter(([status]) => !expected[format].has(status))),
    withoutMessage: rows.filter(({ status }) => status === null).length,
    // Of a customer who has one already, or who has no phone.
    messagesTooMany: rows.length - messages,
  };
  return {
    sent: of('sent', 'delivered', 'failed').length,
    delivered: of('delivered').length,
    lost: rows.filter((row) => gotNothing(row) && !told.has(row)).length,
    doubled: Array.from(phones.values()).reduce((sum, count) => sum + count - 1, 0),
    unknown: unknown.length,
    acceptedAndUnknown: unknown.length - neverArrived,
    neverArrived,
    doubledEvents: events?.count ?? 0,
    statuses,
    unexpected: Object.fromEntries(Object.entries(unexpected).filter(([, count]) => count !== 0)),
  };
};
