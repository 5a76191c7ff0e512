import type { WalkState } from '@curlew/contract';
import type { Connection } from '../../database/database.ts';
import { walkColumns, type StepRow, type WalkRow } from './store.ts';

export interface AskedNode {
  readonly id: string;
  readonly number: number;
}

/** Which walks of a run are asked for. */
export interface WalkFilter {
  readonly node: AskedNode | null;
  /** Counts with a node only. */
  readonly output: string | null;
  /** Why the message of the node was refused; counts with a node only. */
  readonly refusal: string | null;
  readonly state: WalkState | null;
  readonly customerId: string | null;
  /** Patterns, one of which is found in what is searched of a customer; null: anyone is meant. */
  readonly search: readonly string[] | null;
}

const stateSql: { readonly [S in WalkState]: string } = {
  inside: `e.status = 'active'`,
  finished: `e.status = 'finished' AND e.ending IS NULL`,
  ended: `e.ending IS NOT NULL`,
};

// In strict mode: in the other one a filter would look into each step for steps.
const leftSql = `jsonb_path_exists(way_taken(e.path), 'strict $[*] ? ((@[0] == $number || @[0] == $id) && ($any == true || @[1] == $output)
    && ($sent == true || @[3] == $refusal) && ($own == true || @[2] >= $since))',
  jsonb_build_object('number', $4::int, 'id', $5::text, 'output', $6::text, 'any', $6::text IS NULL,
    'refusal', $12::text, 'sent', $12::text IS NULL, 'since', $10::bigint, 'own', $10::bigint IS NULL))`;

/** What becomes of messages that were passed on and never sent: their steps do not know of it. */
const givenUp: ReadonlySet<string> = new Set(['expired', 'cancelled']);

// One that was sent, and of which the operator says so, has failed.
const givenUpSql = `SELECT m.visit FROM message m WHERE m.run_id = e.run_id AND m.node_id = $5
  AND m.enrolment_id = e.id AND m.status::text = $12 AND m.sent_at IS NULL`;

const isGivenUp = ({ refusal }: WalkFilter): boolean => refusal !== null && givenUp.has(refusal);

const placeSql = (filter: WalkFilter): string => {
  const { node, output, refusal, state } = filter;
  if (node === null) return 'TRUE';
  if (isGivenUp(filter)) return `(${leftSql} OR EXISTS (${givenUpSql}))`;
  if (output !== null || refusal !== null) return leftSql;
  return state === null ? `(e.node_id = $5 OR ${leftSql})` : 'e.node_id = $5';
};

// Where somebody stands now they did not leave, and where their walk was ended they left by no output.
const standingSql = ({ output, refusal, state }: WalkFilter): string => {
  if (output !== null || refusal !== null) return 'TRUE';
  if (state === 'inside') return 'FALSE';
  return state === 'ended' ? 's.step->>1 IS NULL' : 'TRUE';
};

/** Which steps at the node are told of. */
const stepSql = (filter: WalkFilter): string => {
  const refused = isGivenUp(filter) ? `(s.step->>3 = $12 OR s.place IN (${givenUpSql}))` : 's.step->>3 = $12';
  return `($12::text IS NULL OR ${refused}) AND ${standingSql(filter)}`;
};

interface Window {
  readonly projectId: string;
  readonly runId: string;
  /** Older than this one. */
  readonly before: string;
  /** This one, and none older; null: as old as there are. */
  readonly from: string | null;
  /** What walks did before this second since 1970 they did in another run; null: they were in no other. */
  readonly since: number | null;
}

/** The oldest of so many walks before one: where to stop looking; null: there are fewer. By an index alone. */
export const readWindowEnd = async (
  connection: Connection,
  { runId, before, size }: { runId: string; before: string; size: number },
): Promise<string | null> => {
  const { rows } = await connection.query<{ id: string }>(
    'SELECT id FROM enrolment WHERE run_id = $1 AND id < $2 ORDER BY id DESC OFFSET $3 LIMIT 1',
    [runId, before, size - 1],
  );
  return rows[0]?.id ?? null;
};

export type RunWalkRow = WalkRow & { readonly found: StepRow | null };

/** Walks of a run within a window, the latest first, with their last step at the node that is asked about. */
export const readRunWalks = async (
  connection: Connection,
  { projectId, runId, before, from, since }: Window,
  { filter, limit }: { filter: WalkFilter; limit: number },
): Promise<RunWalkRow[]> => {
  const { node, output, refusal, state, customerId, search } = filter;
  const told = isGivenUp(filter) ? `jsonb_set(s.step, '{3}', to_jsonb($12::text))` : 's.step';
  // Each walk leads to its customer: else a search would begin with all customers there are.
  const { rows } = await connection.query<RunWalkRow>(
    `SELECT ${walkColumns}, (SELECT jsonb_build_object('place', s.place, 'step', ${told})
        FROM jsonb_array_elements(way_taken(e.path)) WITH ORDINALITY AS s (step, place)
        WHERE s.step->0 IN (to_jsonb($4::int), to_jsonb($5::text)) AND ($6::text IS NULL OR s.step->>1 = $6)
          AND ${stepSql(filter)} AND ($10::bigint IS NULL OR (s.step->>2)::bigint >= $10)
        ORDER BY s.place DESC LIMIT 1) AS found
     FROM enrolment e CROSS JOIN LATERAL (
       SELECT attributes, phone_country, search_text FROM customer WHERE id = e.customer_id LIMIT 1) c
     WHERE e.run_id = $1 AND e.project_id = $7 AND e.id < $2 AND ($3::uuid IS NULL OR e.id >= $3)
       AND ($8::uuid IS NULL OR e.customer_id = $8) AND ($11::text[] IS NULL OR c.search_text LIKE ANY($11))
       AND ${state === null ? 'TRUE' : stateSql[state]} AND ${placeSql(filter)}
     ORDER BY e.id DESC LIMIT $9`,
    [
      runId,
      before,
      from,
      node?.number ?? null,
      node?.id ?? null,
      output,
      projectId,
      customerId,
      limit,
      since,
      search,
      refusal,
    ],
  );
  return rows;
};
