import type { NodeOf } from '@curlew/scenario';
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
  readonly settings: NodeOf<'on_event'>['settings'];
}

/** An event that an On event trigger would have heard. */
export interface PastEvent extends ForecastEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Drawn for it. */
  readonly lot: number;
}

interface PastEvents {
  /** In the order in which they happened. */
  readonly events: readonly PastEvent[];
  /** The time that was looked at, up to now. */
  readonly spanMs: number;
}

interface EventRow {
  readonly eventId: string;
  readonly customerId: string;
  readonly at: Date;
  readonly lot: number;
  readonly looked: number;
  readonly first: Date;
}

const dayMs = 86_400_000;
const backMs = 30 * dayMs;
/** Of an event that happens more often only the latest are looked at, and the time they took. */
const mostEvents = 20_000;

/** The events of the last 30 days that meet what a trigger asks. */
export const readPastEvents = async (
  connection: Connection,
  { projectId, timeZone, now, settings }: EventQuestion,
): Promise<PastEvents> => {
  const parameters = createParameters();
  const clock = {
    now: () => parameters.add(new Date(now).toISOString(), 'timestamptz'),
    timeZone: () => parameters.add(timeZone, 'text'),
  };
  const asked = settings.where.map((comparison) =>
    compileComparison(comparison, { properties: 'e.properties', parameters, clock }),
  );
  const { rows } = await connection.query<EventRow>(
    `WITH latest AS MATERIALIZED (
       SELECT e.id, e.customer_id, e.timestamp, e.properties FROM customer_event e
       WHERE e.project_id = ${parameters.add(projectId, 'uuid')}
         AND e.type = ${parameters.add(settings.event.trim(), 'text')}
         AND e.timestamp > ${parameters.add(new Date(now - backMs).toISOString(), 'timestamptz')}
         AND e.timestamp <= ${clock.now()}
       ORDER BY e.timestamp DESC LIMIT ${mostEvents})
     SELECT e.id AS "eventId", e.customer_id AS "customerId", e.timestamp AS at, random() AS lot,
       (SELECT count(*)::int FROM latest) AS looked, (SELECT min(timestamp) FROM latest) AS first
     FROM latest e WHERE ${['TRUE', ...asked].join(' AND ')} ORDER BY e.timestamp, e.id`,
    [...parameters.values],
  );
  const [row] = rows;
  return {
    events: rows.map(({ eventId, customerId, at, lot }) => ({ eventId, customerId, at: at.getTime(), lot })),
    spanMs: !row || row.looked < mostEvents ? backMs : Math.max(1, now - row.first.getTime()),
  };
};
