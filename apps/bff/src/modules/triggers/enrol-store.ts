import type { Reentry } from '@curlew/scenario';
import type { PoolClient } from 'pg';

/** Where customers enter. */
export interface Entrance {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
  /** The trigger. */
  readonly nodeId: string;
  readonly reentry: Reentry;
  readonly at: Date;
}

/** One customer who is to enter, and by what. */
export interface Entry {
  readonly customerId: string;
  readonly eventId: string | null;
  /** What may let them in once only; null: nothing of the kind. */
  readonly entryKey: string | null;
  readonly depth: number;
}

/** SQL of who enters: rows of `id` (a customer), `event_id`, `entry_key` and `depth`. */
export interface Candidates {
  /** Knows the columns of `entrance`; names its parameters from $7 on. */
  readonly sql: string;
  readonly values: readonly unknown[];
  /** None of them has a key: nothing has to be looked up for it. */
  readonly isKeyless?: boolean;
  /** Each has a `variant` and `replaces` besides: what an earlier walk of theirs knew, and which messages this one is to replace. */
  readonly isCarried?: boolean;
}

// Whoever may not enter again is left out, and whoever enters is remembered, in one step: two at once let nobody in twice.
const rememberedSql = ({ mode }: Reentry): string => {
  if (mode === 'unlimited') return '';
  const again =
    mode === 'once'
      ? 'DO NOTHING'
      : `DO UPDATE SET at = excluded.at
           WHERE last_entry.at <= excluded.at - make_interval(hours => 24 * (SELECT days FROM entrance))`;
  return `, remembered AS (
    INSERT INTO last_entry (scenario_id, node_id, customer_id, project_id, at)
    SELECT n.scenario_id, n.node_id, c.id, n.project_id, n.at FROM candidate c, entrance n ORDER BY c.id
    ON CONFLICT (scenario_id, node_id, customer_id) ${again} RETURNING customer_id)`;
};

/** The runs that a run took the place of, one after the other, by publishing. */
const readRunsBefore = async (connection: PoolClient, runId: string): Promise<string[]> => {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT before.id FROM run r JOIN run before ON before.scenario_id = r.scenario_id AND before.begun_at = r.begun_at
     WHERE r.id = $1 AND before.id <> r.id`,
    [runId],
  );
  return rows.map(({ id }) => id);
};

/** Enrols candidates as far as re-entry and their keys let them; returns how many. */
export const insertEnrolments = async (
  connection: PoolClient,
  { projectId, scenarioId, runId, nodeId, reentry, at }: Entrance,
  { sql, values, isKeyless = false, isCarried = false }: Candidates,
): Promise<number> => {
  const isLimited = reentry.mode !== 'unlimited';
  const before = isKeyless ? [] : await readRunsBefore(connection, runId);
  // What has let somebody in does not do so again because a version was published meanwhile; and what lets nobody in because it
  // did before is not remembered as an entry.
  const told = isLimited && !isKeyless ? [runId, ...before] : before;
  const fresh = `SELECT c.* FROM (${sql}) c WHERE c.entry_key IS NULL OR NOT EXISTS (SELECT FROM enrolment e
    WHERE e.run_id = ANY($${values.length + 7}::uuid[]) AND e.trigger_id = $4::text AND e.customer_id = c.id
      AND e.entry_key = c.entry_key)`;
  const { rowCount } = await connection.query(
    `WITH entrance AS (SELECT $1::uuid AS project_id, $2::uuid AS scenario_id, $3::uuid AS run_id, $4::text AS node_id,
       $5::timestamptz AS at, $6::int AS days),
     candidate AS ${isLimited ? '' : 'NOT '}MATERIALIZED (${told.length > 0 ? fresh : sql})${rememberedSql(reentry)}
     INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, trigger_id, entered_at, started_at, event_id,
       entry_key, depth${isCarried ? ', variant, replaces' : ''})
     SELECT new_uuid(), n.project_id, n.run_id, c.id, n.node_id, n.node_id, n.at, n.at, c.event_id, c.entry_key, c.depth
       ${isCarried ? ', c.variant, c.replaces' : ''}
     FROM entrance n, candidate c ${isLimited ? 'JOIN remembered ON remembered.customer_id = c.id' : ''}
     ${isKeyless ? '' : 'ON CONFLICT (run_id, trigger_id, customer_id, entry_key) WHERE entry_key IS NOT NULL DO NOTHING'}`,
    [projectId, scenarioId, runId, nodeId, at, reentry.days, ...values, ...(told.length > 0 ? [told] : [])],
  );
  return rowCount ?? 0;
};

/** Every customer of the project, as the audience is now. */
export const everyone: Candidates = {
  sql: `SELECT c.id, NULL::uuid AS event_id, NULL::text AS entry_key, 0::smallint AS depth FROM customer c
    WHERE c.project_id = (SELECT project_id FROM entrance)`,
  values: [],
  isKeyless: true,
};

/** These customers of the project; where re-entry is limited only the first entry of each counts. */
export const named = (entries: readonly Entry[], { mode }: Reentry): Candidates => {
  const seen = new Set<string>();
  const first = entries.filter(({ customerId }) => {
    if (mode === 'unlimited') return true;
    if (seen.has(customerId)) return false;
    seen.add(customerId);
    return true;
  });
  return {
    sql: `SELECT n.id, n.event_id, n.entry_key, n.depth
      FROM unnest($7::uuid[], $8::uuid[], $9::text[], $10::smallint[]) AS n (id, event_id, entry_key, depth)
      JOIN customer c ON c.id = n.id AND c.project_id = (SELECT project_id FROM entrance)`,
    values: [
      first.map(({ customerId }) => customerId),
      first.map(({ eventId }) => eventId),
      first.map(({ entryKey }) => entryKey),
      first.map(({ depth }) => depth),
    ],
  };
};

/** A place in the order of ids that no id made before it comes after, and none made from now on comes before. */
export const markIds = async (connection: PoolClient): Promise<string> => {
  const { rows } = await connection.query<{ mark: string }>(
    `SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint - 1), 12, '0') || repeat('0', 20))::uuid::text
       AS mark`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database tells no time');
  return row.mark;
};

/** So many are read at a time. */
const enteredAtOnce = 10_000;

/**
 * Reads the ids of enrolments that this transaction made after a mark, ten thousand at a time. A cursor reads them once from end
 * to end: a page by its last id would cost a search each time, as nothing is known yet of rows this fresh.
 */
export async function* readEntered(
  connection: PoolClient,
  { runId, nodeId, mark }: { runId: string; nodeId: string; mark: string },
): AsyncGenerator<string[]> {
  await connection.query(
    `DECLARE entered NO SCROLL CURSOR FOR SELECT id FROM enrolment
     WHERE id >= $3::uuid AND run_id = $1 AND trigger_id = $2 AND xmin = pg_current_xact_id()::xid ORDER BY id`,
    [runId, nodeId, mark],
  );
  for (;;) {
    const { rows } = await connection.query<{ id: string }>(`FETCH ${enteredAtOnce} FROM entered`);
    if (rows.length === 0) break;
    yield rows.map((row) => row.id);
  }
  await connection.query('CLOSE entered');
}

/** Remembers who entered a scenario by a trigger before re-entry was limited there. */
export const rememberEntries = async (
  connection: PoolClient,
  { projectId, scenarioId, nodeId }: Pick<Entrance, 'projectId' | 'scenarioId' | 'nodeId'>,
): Promise<void> => {
  await connection.query(
    `INSERT INTO last_entry (scenario_id, node_id, customer_id, project_id, at)
     SELECT $2, $3, e.customer_id, $1, max(e.started_at) FROM enrolment e JOIN run r ON r.id = e.run_id
     WHERE r.scenario_id = $2 AND r.project_id = $1 AND e.trigger_id = $3 GROUP BY e.customer_id
     ON CONFLICT (scenario_id, node_id, customer_id) DO UPDATE SET at = greatest(last_entry.at, excluded.at)`,
    [projectId, scenarioId, nodeId],
  );
};
