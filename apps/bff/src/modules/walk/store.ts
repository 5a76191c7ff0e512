import type { Why } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { intArray, textArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { storableJson, storablePlainJson, storableText } from '../../database/storable-text.ts';

export interface EnrolmentRow {
  readonly id: string;
  readonly customerId: string;
  readonly visit: number;
  /** When they came to their node. */
  readonly enteredAt: Date;
  /** They are held at it until then; null: they are not. */
  readonly waitsUntil: Date | null;
  /** The type of event that ends the wait before that. */
  readonly awaits: string | null;
  readonly eventId: string | null;
  readonly depth: number;
  /** Of the A/B split passed last. */
  readonly variant: string | null;
  /** Messages that failed, in place of which it is to send another one; null: none. */
  readonly replaces: readonly string[] | null;
}

const enrolmentColumns = `id, customer_id AS "customerId", visit, entered_at AS "enteredAt", waits_until AS "waitsUntil", awaits,
  event_id AS "eventId", depth, variant, replaces`;

interface Standing {
  readonly runId: string;
  readonly nodeId: string;
  readonly enrolmentIds: string[];
}

const selectStanding = `SELECT ${enrolmentColumns} FROM enrolment
  WHERE id = ANY($1::uuid[]) AND run_id IS NOT DISTINCT FROM $2 AND node_id = $3 AND status = 'active' ORDER BY id`;

const standing = async (
  connection: PoolClient,
  sql: string,
  { runId, nodeId, enrolmentIds }: Standing,
): Promise<EnrolmentRow[]> => {
  const { rows } = await connection.query<EnrolmentRow>(sql, [uuidArray(enrolmentIds), runId, nodeId]);
  return rows;
};

/** The enrolments that still stand where the job says, in order of id. */
export const readEnrolments = (connection: PoolClient, at: Standing): Promise<EnrolmentRow[]> =>
  standing(connection, selectStanding, at);

/** The same, locked until the transaction ends. */
export const lockEnrolments = (connection: PoolClient, at: Standing): Promise<EnrolmentRow[]> =>
  standing(connection, `${selectStanding} FOR UPDATE`, at);

/** Where enrolments that are not over stand, those at one place together. */
export const readPlaces = async (
  connection: PoolClient,
  enrolmentIds: readonly string[],
): Promise<Standing[]> => {
  if (enrolmentIds.length === 0) return [];
  const { rows } = await connection.query<Standing>(
    `SELECT run_id AS "runId", node_id AS "nodeId", array_agg(id ORDER BY id) AS "enrolmentIds" FROM enrolment
     WHERE id = ANY($1::uuid[]) AND status = 'active' GROUP BY 1, 2`,
    [enrolmentIds],
  );
  return rows;
};

/** What the webhook nodes that they passed last were answered; who passed none is missing. */
export const readWebhookAnswers = async (
  connection: PoolClient,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> => {
  const { rows } = await connection.query<{ id: string; webhook: unknown }>(
    'SELECT id, webhook FROM enrolment WHERE id = ANY($1::uuid[]) AND webhook IS NOT NULL',
    [enrolmentIds],
  );
  return new Map(rows.map(({ id, webhook }) => [id, webhook]));
};

/** A step as it is kept: number of the node, output (null: the walk was ended there), seconds since 1970, what decided it. */
export type Step = readonly [node: number, output: string | null, at: number, ...why: readonly Why[]];

export interface NewPlace {
  /** Where they stood when they were read. */
  readonly from: EnrolmentRow;
  readonly nodeId: string;
  readonly visit: number;
  readonly isFinished: boolean;
  /** Milliseconds since 1970; null: they are not held. */
  readonly waitsUntil: number | null;
  readonly awaits: string | null;
  /** Why it ended before the end of its way. */
  readonly ending: string | null;
  readonly variant: string | null;
  /** Left out where no webhook has answered. */
  readonly webhook?: unknown;
  /** The steps to append to the way taken. */
  readonly steps: readonly Step[];
}

const updateWebhooks = async (connection: PoolClient, places: readonly NewPlace[]): Promise<void> => {
  const answered = places.filter((place) => 'webhook' in place && !place.isFinished);
  if (answered.length === 0) return;
  await connection.query(
    `UPDATE enrolment SET webhook = p.webhook FROM unnest($1::uuid[], $2::jsonb[]) AS p (id, webhook)
     WHERE enrolment.id = p.id`,
    [answered.map(({ from }) => from.id), answered.map(({ webhook }) => storableJson(webhook ?? null))],
  );
};

const stepsText = (steps: readonly Step[]): string =>
  steps.length === 0 ? '' : `${storablePlainJson(steps).slice(1, -1)},`;

// With its length, so that no two rows have one key.
const told = (text: string | null): string => `${text?.length} ${text}`;

const keyOf = ({ from, nodeId, visit, isFinished, waitsUntil, awaits, ending, variant }: NewPlace): string =>
  `${from.visit} ${from.waitsUntil?.getTime()} ${visit} ${isFinished} ${waitsUntil} ${told(from.awaits)} ${told(nodeId)} ${told(awaits)} ${told(ending)} ${told(variant)}`;

const arePlacesAlike = (one: NewPlace, other: NewPlace): boolean =>
  one.from.visit === other.from.visit &&
  one.from.waitsUntil?.getTime() === other.from.waitsUntil?.getTime() &&
  one.from.awaits === other.from.awaits &&
  one.nodeId === other.nodeId &&
  one.visit === other.visit &&
  one.isFinished === other.isFinished &&
  one.waitsUntil === other.waitsUntil &&
  one.awaits === other.awaits &&
  one.ending === other.ending &&
  one.variant === other.variant;

interface PlacesAt {
  readonly runId: string;
  readonly nodeId: string;
  readonly at: Date;
}

/**
 * Writes where enrolments have come to from the node, in one statement; how many it found where they were read. Who is missing was sent on,
 * moved or ended by somebody else meanwhile: what came of their walk is not true.
 */
export const updatePlaces = async (
  connection: PoolClient,
  { runId, nodeId, at }: PlacesAt,
  places: readonly NewPlace[],
): Promise<number> => {
  if (places.length === 0) return 0;
  const { rows, places: own } = distinctRows(places, keyOf, arePlacesAlike);
  const ways = distinctRows(
    places.map(({ steps }) => stepsText(steps)),
    (text) => text,
  );
  const { rowCount } = await connection.query(
    // Joined before, and the run not asked for by an index of its own: whatever the planner thinks of the table, rows of it are fetched
    // by their keys, once each; in order of id, as of two walks of the same enrolments one must wait for the other and not in a circle.
    `WITH came AS MATERIALIZED (
       SELECT own.id, way.steps, p.* FROM unnest($1::uuid[], $2::int[], $16::int[]) AS own (id, place, way)
       JOIN unnest($6::int[], $7::timestamptz[], $8::text[], $9::text[], $10::int[], $11::boolean[], $12::timestamptz[],
           $13::text[], $14::text[], $18::text[])
         WITH ORDINALITY AS p (old_visit, old_waits_until, old_awaits, node_id, visit, is_finished, waits_until, awaits,
           ending, variant, place) USING (place)
       JOIN unnest($15::text[]) WITH ORDINALITY AS way (steps, way) USING (way) ORDER BY own.id LIMIT $17)
     UPDATE enrolment e SET node_id = p.node_id, visit = p.visit, path = path || p.steps,
       waits_until = p.waits_until, awaits = p.awaits, ending = p.ending, variant = p.variant,
       -- Whoever is held on stays there since they came.
       entered_at = CASE WHEN e.visit = p.visit THEN entered_at ELSE $5 END,
       -- Nobody asks for it any more.
       webhook = CASE WHEN p.is_finished THEN NULL ELSE webhook END,
       status = CASE WHEN p.is_finished THEN 'finished'::enrolment_status ELSE status END
     FROM came p
     WHERE e.id = p.id AND e.run_id IS NOT DISTINCT FROM $3 AND e.node_id = $4 AND e.status = 'active' AND e.visit = p.old_visit
       AND e.waits_until IS NOT DISTINCT FROM p.old_waits_until AND e.awaits IS NOT DISTINCT FROM p.old_awaits`,
    [
      uuidArray(places.map(({ from }) => from.id)),
      intArray(own),
      runId,
      nodeId,
      at,
      rows.map(({ from }) => from.visit),
      rows.map(({ from }) => from.waitsUntil),
      rows.map(({ from }) => from.awaits),
      rows.map((row) => row.nodeId),
      rows.map((row) => row.visit),
      rows.map((row) => row.isFinished),
      rows.map(({ waitsUntil }) => (waitsUntil === null ? null : new Date(waitsUntil))),
      rows.map((row) => row.awaits),
      rows.map((row) => row.ending),
      textArray(ways.rows),
      intArray(ways.places),
      places.length,
      rows.map(({ variant }) => (variant === null ? null : storableText(variant))),
    ],
  );
  await updateWebhooks(connection, places);
  return rowCount ?? 0;
};
