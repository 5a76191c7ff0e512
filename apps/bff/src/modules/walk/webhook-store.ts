import type { Answer } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { storableJson, storableText } from '../../database/storable-text.ts';

export interface Visit {
  readonly enrolmentId: string;
  readonly visit: number;
}

interface CallPlace {
  readonly projectId: string;
  readonly runId: string;
  readonly nodeId: string;
  readonly at: Date;
}

/** Takes the visits whose request nobody has taken yet: ids of the enrolments. */
export const claimCalls = async (
  connection: PoolClient,
  { projectId, runId, nodeId, at }: CallPlace,
  visits: readonly Visit[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await connection.query<{ id: string }>(
    `INSERT INTO webhook_call (enrolment_id, visit, project_id, run_id, node_id, started_at)
     SELECT v.id, v.visit, $1, $2, $3, $4 FROM unnest($5::uuid[], $6::int[]) AS v (id, visit)
     ON CONFLICT DO NOTHING RETURNING enrolment_id AS id`,
    [
      projectId,
      runId,
      nodeId,
      at,
      visits.map(({ enrolmentId }) => enrolmentId),
      visits.map(({ visit }) => visit),
    ],
  );
  return new Set(rows.map(({ id }) => id));
};

type WebhookAnswer = Extract<Answer, { kind: 'webhook' }>;

/** The first answer of a visit counts. What it says is kept for the walk that goes on with it, where one does. */
export const recordAnswers = async (
  connection: PoolClient,
  at: Date,
  answers: readonly (Visit & { readonly answer: WebhookAnswer })[],
): Promise<void> => {
  if (answers.length === 0) return;
  await connection.query(
    `UPDATE webhook_call c SET answered_at = $6, is_ok = a.is_ok, said = a.said,
       body = CASE WHEN EXISTS (SELECT FROM enrolment e WHERE e.id = c.enrolment_id AND e.status = 'active') THEN a.body END
     FROM unnest($1::uuid[], $2::int[], $3::boolean[], $4::text[], $5::jsonb[]) AS a (id, visit, is_ok, said, body)
     WHERE c.enrolment_id = a.id AND c.visit = a.visit AND c.answered_at IS NULL`,
    [
      answers.map(({ enrolmentId }) => enrolmentId),
      answers.map(({ visit }) => visit),
      answers.map(({ answer }) => answer.isOk),
      answers.map(({ answer }) => storableText(String(answer.said))),
      answers.map(({ answer }) => ('body' in answer ? storableJson(answer.body ?? null) : null)),
      at,
    ],
  );
};

/** Answers of these visits, by enrolment; one without an answer is missing. */
export const readAnswers = async (
  connection: Connection,
  visits: readonly Visit[],
): Promise<ReadonlyMap<string, WebhookAnswer>> => {
  const { rows } = await connection.query<{ id: string; isOk: boolean; said: string; body: unknown }>(
    `SELECT c.enrolment_id AS id, c.is_ok AS "isOk", c.said, c.body FROM webhook_call c
     JOIN unnest($1::uuid[], $2::int[]) AS v (id, visit) ON c.enrolment_id = v.id AND c.visit = v.visit
     WHERE c.answered_at IS NOT NULL`,
    [visits.map(({ enrolmentId }) => enrolmentId), visits.map(({ visit }) => visit)],
  );
  return new Map(
    rows.map(({ id, isOk, said, body }) => [
      id,
      {
        kind: 'webhook',
        isOk,
        said: /^\d{3}$/.test(said) ? Number(said) : said,
        ...(body === null ? {} : { body }),
      },
    ]),
  );
};

/** Drops what answers said to walks that have gone on, or ended. */
export const forgetBodies = async (
  connection: PoolClient,
  enrolmentIds: readonly string[],
): Promise<void> => {
  if (enrolmentIds.length === 0) return;
  await connection.query(
    `UPDATE webhook_call SET body = NULL WHERE enrolment_id = ANY($1::uuid[]) AND body IS NOT NULL`,
    [enrolmentIds],
  );
};

/** How many of these enrolments, from the first on, have answers of at most so many bytes of JSON together; at least one. */
export const countFitting = async (
  connection: PoolClient,
  enrolmentIds: readonly string[],
  mostBytes: number,
): Promise<number> => {
  const { rows } = await connection.query<{ fitting: number }>(
    `SELECT count(*)::int AS fitting FROM (
       SELECT sum(coalesce(octet_length(e.webhook::text), 0) + coalesce(octet_length(c.body::text), 0))
         OVER (ORDER BY wanted.place) AS bytes
       FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN enrolment e ON e.id = wanted.id
       LEFT JOIN webhook_call c ON c.enrolment_id = e.id AND c.visit = e.visit) sized
     WHERE bytes <= $2`,
    [enrolmentIds, mostBytes],
  );
  return Math.max(1, rows[0]?.fitting ?? 0);
};

/** Takes calls that were begun before a moment and never answered, and answers them with what is known: nothing. */
export const giveUpCalls = async (
  connection: PoolClient,
  { startedBefore, at, said }: { startedBefore: Date; at: Date; said: string },
): Promise<Visit[]> => {
  const { rows } = await connection.query<Visit>(
    `UPDATE webhook_call SET answered_at = $2, is_ok = FALSE, said = $3
     WHERE (enrolment_id, visit) IN (SELECT enrolment_id, visit FROM webhook_call
       WHERE answered_at IS NULL AND started_at < $1 LIMIT 1000 FOR UPDATE SKIP LOCKED)
     RETURNING enrolment_id AS "enrolmentId", visit`,
    [startedBefore, at, said],
  );
  return rows;
};
