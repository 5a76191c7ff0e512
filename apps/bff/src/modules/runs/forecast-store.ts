import type { Comparison, Reentry } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { compileComparison } from '../audiences/compile-comparison.ts';
import { createParameters } from '../audiences/parameters.ts';
import type { Candidates } from '../triggers/enrol-store.ts';

/** A customer who would enter, and by which event. */
export interface ForecastEntry {
  readonly customerId: string;
  readonly eventId: string | null;
}

/** How many would enter in a span of time, and some of them. */
export interface ForecastEntries {
  readonly count: number;
  readonly sample: readonly ForecastEntry[];
}

/** Counts candidates of a trigger, and takes some at random. */
export const readCandidates = async (
  connection: Connection,
  { projectId, candidates, size }: { projectId: string; candidates: Candidates; size: number },
): Promise<ForecastEntries> => {
  const { sql, values } = candidates;
  const { rows } = await connection.query<ForecastEntry & { count: number }>(
    `WITH entrance AS (SELECT $1::uuid AS project_id WHERE coalesce($2::text, $3, $4, $5, $6) IS NULL)
     SELECT k.id AS "customerId", k.event_id AS "eventId", (count(*) OVER ())::int AS count FROM (${sql}) k
     ORDER BY random() LIMIT ${size}`,
    [projectId, null, null, null, null, null, ...values],
  );
  return {
    count: rows[0]?.count ?? 0,
    sample: rows.map(({ customerId, eventId }) => ({ customerId, eventId })),
  };
};

interface EventQuestion {
  readonly projectId: string;
  /** IANA name of the project's zone. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly event: string;
  readonly where: readonly Comparison[];
  readonly reentry: Reentry;
  /** Whoever entered by this trigger before counts for re-entry. */
  readonly trigger: { readonly scenarioId: string; readonly nodeId: string };
}

const dayMs = 86_400_000;
const backDays = 30;
/** Of an event that happens more often only the latest are looked at, and the time they took. */
const mostEvents = 20_000;

/** How many a day an event would let in, as it happened in the last 30 days, and some of those events. */
export const readEventEntries = async (
  connection: Connection,
  { projectId, timeZone, now, event, where, reentry, trigger }: EventQuestion,
  size: number,
): Promise<{ perDay: number; sample: readonly ForecastEntry[] }> => {
  const parameters = createParameters();
  const since = now - backDays * dayMs;
  const clock = {
    now: () => parameters.add(new Date(now).toISOString(), 'timestamptz'),
    timeZone: () => parameters.add(timeZone, 'text'),
  };
  const asked = where.map((comparison) =>
    compileComparison(comparison, { properties: 'e.properties', parameters, clock }),
  );
  // As often as re-entry lets each customer in within the time.
  const most =
    reentry.mode === 'unlimited'
      ? null
      : reentry.mode === 'once'
        ? 1
        : Math.max(1, Math.ceil(backDays / Math.max(1, reentry.days)));
  const scenarioId = () => parameters.add(trigger.scenarioId, 'uuid');
  const nodeId = () => parameters.add(trigger.nodeId, 'text');
  const isNew =
    reentry.mode === 'once'
      ? `NOT EXISTS (SELECT FROM last_entry l WHERE l.scenario_id = ${scenarioId()}
           AND l.node_id = ${nodeId()} AND l.customer_id = e.customer_id)
         AND NOT EXISTS (SELECT FROM enrolment o JOIN run r ON r.id = o.run_id WHERE o.customer_id = e.customer_id
           AND o.trigger_id = ${nodeId()} AND r.scenario_id = ${scenarioId()})`
      : 'TRUE';
  const { rows } = await connection.query<ForecastEntry & { count: number; looked: number; first: Date }>(
    `WITH latest AS MATERIALIZED (
       SELECT e.id, e.customer_id, e.timestamp, e.properties FROM customer_event e
       WHERE e.project_id = ${parameters.add(projectId, 'uuid')} AND e.type = ${parameters.add(event, 'text')}
         AND e.timestamp > ${parameters.add(new Date(since).toISOString(), 'timestamptz')} AND e.timestamp <= ${clock.now()}
       ORDER BY e.timestamp DESC LIMIT ${mostEvents}),
     met AS (
       SELECT e.id, e.customer_id, row_number() OVER (PARTITION BY e.customer_id ORDER BY e.timestamp) AS turn
       FROM latest e WHERE ${[isNew, ...asked].join(' AND ')})
     SELECT id AS "eventId", customer_id AS "customerId", (count(*) OVER ())::int AS count,
       (SELECT count(*)::int FROM latest) AS looked, (SELECT min(timestamp) FROM latest) AS first
     FROM met WHERE ${most === null ? 'TRUE' : `turn <= ${most}`} ORDER BY random() LIMIT ${size}`,
    [...parameters.values],
  );
  const [row] = rows;
  if (!row) return { perDay: 0, sample: [] };
  const span = row.looked < mostEvents ? backDays * dayMs : Math.max(1, now - row.first.getTime());
  return {
    perDay: (row.count / span) * dayMs,
    sample: rows.map(({ customerId, eventId }) => ({ customerId, eventId })),
  };
};
