import { mostResendReasons, takenAsNotSent, undecided, type ResendReason } from '@curlew/contract';
import { enqueueFailedTypes } from '@curlew/engine';
import type { Connection } from '../../database/database.ts';
import { countLeavingSql } from '../runs/counts.ts';
import type { RunStatus } from '../runs/run-state.ts';
import type { Candidates } from '../triggers/enrol-store.ts';

/** A message that is to be sent again: of which node, in which run. */
export interface ResendPlace {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
  readonly nodeId: string;
}

export interface AttemptRun {
  readonly id: string;
  readonly status: RunStatus;
  readonly isResend: boolean;
  /** Messages of it that wait to be sent, or are being sent. */
  readonly leaving: number;
  /** Whether it is what was sent first, of the run that was asked for. */
  readonly isFirst: boolean;
}

/**
 * The runs in which a message of a run was tried: that run, those that took its place or whose place it took by publishing, and what
 * was sent again of them. Empty: there is no such run.
 */
export const readAttemptRuns = async (
  connection: Connection,
  { projectId, scenarioId, runId, nodeId }: ResendPlace,
): Promise<AttemptRun[]> => {
  // Runs of before it was noted which took whose place are told by when their scenario began to go on.
  const { rows } = await connection.query<AttemptRun>(
    `WITH first AS (
       SELECT f.id, f.begun_at, coalesce(f.first_id, f.id) AS first_id FROM run asked
       JOIN run f ON f.id = coalesce(asked.resend_of_id, asked.id) AND f.scenario_id = asked.scenario_id
       WHERE asked.id = $3 AND asked.project_id = $1 AND asked.scenario_id = $2),
     own AS (
       SELECT r.id FROM run r, first WHERE r.project_id = $1 AND r.scenario_id = $2 AND r.resend_of_id IS NULL
         AND (coalesce(r.first_id, r.id) = first.first_id OR r.begun_at = first.begun_at))
     SELECT r.id, r.status::text AS status, r.resend_of_id IS NOT NULL AS "isResend", ${countLeavingSql('r.id')} AS leaving,
       r.id IN (SELECT id FROM first) AS "isFirst"
     FROM run r WHERE r.project_id = $1 AND r.scenario_id = $2
       AND (r.id IN (SELECT id FROM own) OR (r.resend_of_id IN (SELECT id FROM own) AND r.resend_node_id = $4))`,
    [projectId, scenarioId, runId, nodeId],
  );
  return rows;
};

/** A run in which a message was tried, and by which number its ways name the node. */
export interface NumberedRun {
  readonly runId: string;
  readonly number: number;
}

/** By which number the ways of a run name a split, and whom it makes what by an output. */
export interface VariantStep extends NumberedRun {
  readonly output: string;
  readonly variant: string;
}

/** Where the attempts are looked for. */
export interface Attempts {
  readonly projectId: string;
  readonly nodeId: string;
  readonly runs: readonly NumberedRun[];
  readonly variants: readonly VariantStep[];
}

// What never left because it was late or called off did not fail; what the operator let expire did, and is counted so.
const failedSql = (message: string): string =>
  `(${message}.status = 'failed' OR (${message}.status IN ('expired', 'cancelled') AND ${message}.sent_at IS NOT NULL))`;

// Parameters are numbered from `from` on. Whoever came to nothing once is looked for first: of those alone it is asked whether it was
// their last time. A way that only looks as if it held a refusal is sorted out by its steps. What was replaced by the attempt that
// failed may have arrived late after all.
const lastFailedSql = (from: number): string => {
  const [project, runs, numbers, node, types, guess, guessed] = Array.from(
    { length: 7 },
    (_, index) => `$${from + index}`,
  );
  const [splitRuns, splitNumbers, outputs, variants] = Array.from(
    { length: 4 },
    (_, index) => `$${from + 7 + index}`,
  );
  return `SELECT last.customer_id, last.event_id, last.depth,
    CASE WHEN m.id IS NOT NULL THEN m.properties->>'variant' WHEN last.replaces IS NOT NULL THEN last.variant ELSE (
      SELECT v.variant FROM jsonb_array_elements(way_taken(last.path)) WITH ORDINALITY AS p (step, place)
      JOIN unnest(${splitRuns}::uuid[], ${splitNumbers}::int[], ${outputs}::text[], ${variants}::text[])
        AS v (run_id, number, output, variant)
        ON v.run_id = last.run_id AND p.step->0 = to_jsonb(v.number) AND p.step->>1 = v.output
      WHERE p.place < last.visit ORDER BY p.place DESC LIMIT 1) END AS variant,
    coalesce(last.replaces, '{}') || CASE WHEN m.id IS NULL THEN '{}'::uuid[] ELSE ARRAY[m.id] END AS replaces,
    CASE WHEN m.id IS NULL THEN 'enqueue_failed' ELSE 'failed' END AS status,
    CASE WHEN m.id IS NULL THEN last.why WHEN m.error LIKE ${guess} THEN ${guessed}
      ELSE left(coalesce(m.error, ''), 300) END AS reason
  FROM (
    SELECT DISTINCT ON (e.customer_id) e.customer_id, e.id, e.run_id, e.event_id, e.depth, e.path, e.variant, e.replaces,
      s.place::int AS visit, s.step->>3 AS why
    FROM (
      SELECT f.customer_id FROM message f
      WHERE f.project_id = ${project} AND f.run_id = ANY(${runs}::uuid[]) AND f.node_id = ${node} AND ${failedSql('f')}
      UNION
      SELECT t.customer_id FROM enrolment t WHERE t.run_id = ANY(${runs}::uuid[]) AND t.project_id = ${project}
        AND t.path LIKE ANY (SELECT '%"' || type || '"%' FROM unnest(${types}::text[]) AS type)
    ) tried
    JOIN enrolment e ON e.customer_id = tried.customer_id
    JOIN unnest(${runs}::uuid[], ${numbers}::int[]) AS own (run_id, number) ON own.run_id = e.run_id
    CROSS JOIN LATERAL jsonb_array_elements(way_taken(e.path)) WITH ORDINALITY AS s (step, place)
    WHERE s.step->0 IN (to_jsonb(own.number), to_jsonb(${node}::text)) AND s.step->>1 IS NOT NULL
    ORDER BY e.customer_id, (s.step->>2)::bigint DESC, e.id DESC, s.place DESC
  ) last
  LEFT JOIN message m ON m.run_id = ANY(${runs}::uuid[]) AND m.node_id = ${node} AND m.enrolment_id = last.id
    AND m.visit = last.visit
  WHERE (${failedSql('m')} OR (m.id IS NULL AND last.why = ANY(${types}::text[])))
    AND NOT EXISTS (SELECT FROM message r WHERE r.id = ANY(last.replaces)
      AND r.status IN ('enqueued', 'sending', 'sent', 'delivered', 'unknown'))`;
};

const valuesOf = ({ projectId, nodeId, runs, variants }: Attempts): unknown[] => [
  projectId,
  runs.map(({ runId }) => runId),
  runs.map(({ number }) => number),
  nodeId,
  enqueueFailedTypes,
  `${undecided}%`,
  takenAsNotSent,
  variants.map(({ runId }) => runId),
  variants.map(({ number }) => number),
  variants.map(({ output }) => output),
  variants.map(({ variant }) => variant),
];

/** How many customers got nothing in the end, by reason, the most frequent first; and how many for reasons that are rarer. */
export const countFailed = async (
  connection: Connection,
  attempts: Attempts,
): Promise<{ reasons: (ResendReason & { customers: number })[]; rarer: number }> => {
  const { rows } = await connection.query<ResendReason & { customers: number }>(
    `SELECT status, reason, count(*)::int AS customers FROM (${lastFailedSql(1)}) f
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, f.reason COLLATE "C"`,
    valuesOf(attempts),
  );
  const rest = rows.slice(mostResendReasons);
  return {
    reasons: rows.slice(0, mostResendReasons),
    rarer: rest.reduce((sum, { customers }) => sum + customers, 0),
  };
};

/** How many messages the operator refused outright. */
export const countRejected = async (
  connection: Connection,
  { nodeId, runs }: Pick<Attempts, 'nodeId' | 'runs'>,
): Promise<number> => {
  const { rows } = await connection.query<{ rejected: number }>(
    `SELECT coalesce(sum(value), 0)::int AS rejected FROM node_count
     WHERE run_id = ANY($1::uuid[]) AND node_id = $2 AND counter = 'rejected'`,
    [runs.map(({ runId }) => runId), nodeId],
  );
  return rows[0]?.rejected ?? 0;
};

// The parameters of whoever enrols come first.
const own = 7;

/** Those whose last message failed for one of these reasons, with what their walk knew then, and which messages the next one replaces. */
export const failedFor = (attempts: Attempts, reasons: readonly ResendReason[]): Candidates => {
  const values = valuesOf(attempts);
  const next = own + values.length;
  return {
    sql: `SELECT f.customer_id AS id, f.event_id, NULL::text AS entry_key, f.depth, f.variant, f.replaces
      FROM (${lastFailedSql(own)}) f
      WHERE (f.status, f.reason) IN (SELECT * FROM unnest($${next}::text[], $${next + 1}::text[]))`,
    values: [...values, reasons.map(({ status }) => status), reasons.map(({ reason }) => reason)],
    isKeyless: true,
    isCarried: true,
  };
};
