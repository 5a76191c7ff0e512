import type { Why } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { storableJson, storablePlainJson } from '../../database/storable-text.ts';

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
}

const enrolmentColumns = `id, customer_id AS "customerId", visit, entered_at AS "enteredAt", waits_until AS "waitsUntil", awaits,
  event_id AS "eventId", depth`;

interface Standing {
  readonly runId: string;
  readonly nodeId: string;
  readonly enrolmentIds: string[];
}

const selectStanding = `SELECT ${enrolmentColumns} FROM enrolment
  WHERE id = ANY($1::uuid[]) AND run_id = $2 AND node_id = $3 AND status = 'active' ORDER BY id`;

/** The enrolments that still stand where the job says, in order of id. */
export const readEnrolments = async (
  connection: PoolClient,
  { runId, nodeId, enrolmentIds }: Standing,
): Promise<EnrolmentRow[]> => {
  const { rows } = await connection.query<EnrolmentRow>(selectStanding, [enrolmentIds, runId, nodeId]);
  return rows;
};

/** Locks the enrolments that still stand where the job says, in order of id. */
export const lockEnrolments = async (
  connection: PoolClient,
  { runId, nodeId, enrolmentIds }: Standing,
): Promise<EnrolmentRow[]> => {
  const { rows } = await connection.query<EnrolmentRow>(`${selectStanding} FOR UPDATE`, [
    enrolmentIds,
    runId,
    nodeId,
  ]);
  return rows;
};

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
  readonly id: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly isFinished: boolean;
  /** Milliseconds since 1970; null: they are not held. */
  readonly waitsUntil: number | null;
  readonly awaits: string | null;
  /** Why it ended before the end of its way. */
  readonly ending: string | null;
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
    [answered.map(({ id }) => id), answered.map(({ webhook }) => storableJson(webhook ?? null))],
  );
};

export const updatePlaces = async (
  connection: PoolClient,
  at: Date,
  places: readonly NewPlace[],
): Promise<void> => {
  await connection.query(
    `UPDATE enrolment SET node_id = p.node_id, visit = p.visit, path = path || p.steps,
       waits_until = p.waits_until, awaits = p.awaits, ending = p.ending,
       -- Whoever is held on stays there since they came.
       entered_at = CASE WHEN enrolment.visit = p.visit THEN entered_at ELSE $9 END,
       -- Nobody asks for it any more.
       webhook = CASE WHEN p.is_finished THEN NULL ELSE webhook END,
       status = CASE WHEN p.is_finished THEN 'finished'::enrolment_status ELSE status END
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::boolean[], $5::jsonb[], $6::timestamptz[], $7::text[], $8::text[])
       AS p(id, node_id, visit, is_finished, steps, waits_until, awaits, ending)
     WHERE enrolment.id = p.id`,
    [
      places.map((place) => place.id),
      places.map((place) => place.nodeId),
      places.map((place) => place.visit),
      places.map((place) => place.isFinished),
      places.map((place) => storablePlainJson(place.steps)),
      places.map(({ waitsUntil }) => (waitsUntil === null ? null : new Date(waitsUntil))),
      places.map((place) => place.awaits),
      places.map((place) => place.ending),
      at,
    ],
  );
  await updateWebhooks(connection, places);
};
