import type { PoolClient } from 'pg';
import { textArray } from '../../database/binary-array.ts';

export interface NewIncoming {
  readonly id: string;
  readonly providerKey: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly customerId: string | null;
  readonly receivedAt: Date;
}

interface Through {
  readonly projectId: string;
  readonly integrationId: string;
}

/**
 * Takes these keys from texts that were received before then, so that they are free for another one. Of two workers that do so at once
 * the second waits, and finds that the first has done it.
 */
export const releaseKeys = async (
  connection: PoolClient,
  { integrationId, before }: Pick<Through, 'integrationId'> & { before: Date },
  keys: readonly string[],
): Promise<void> => {
  if (keys.length === 0) return;
  await connection.query(
    `WITH old AS MATERIALIZED (
       SELECT id FROM incoming_message
       WHERE integration_id = $1 AND provider_key = ANY($2::text[]) AND received_at < $3
       ORDER BY provider_key FOR UPDATE)
     UPDATE incoming_message m SET provider_key = m.provider_key || ' ' || m.id FROM old WHERE m.id = old.id`,
    [integrationId, textArray(keys), before],
  );
};

/** Writes texts that came in; returns the ids of those that were not known before. */
export const insertIncoming = async (
  connection: PoolClient,
  { projectId, integrationId }: Through,
  texts: readonly NewIncoming[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await connection.query<{ id: string }>(
    `INSERT INTO incoming_message (id, project_id, integration_id, provider_key, "from", "to", text, customer_id, received_at)
     SELECT id, $1, $2, provider_key, "from", "to", text, customer_id, received_at
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::timestamptz[])
       AS t (id, provider_key, "from", "to", text, customer_id, received_at)
     -- In one order: of two workers that are told the same texts one waits for the other, and not in a circle.
     ORDER BY provider_key
     ON CONFLICT (integration_id, provider_key) DO NOTHING RETURNING id`,
    [
      projectId,
      integrationId,
      texts.map(({ id }) => id),
      texts.map(({ providerKey }) => providerKey),
      texts.map(({ from }) => from),
      texts.map(({ to }) => to),
      texts.map(({ text }) => text),
      texts.map(({ customerId }) => customerId),
      texts.map(({ receivedAt }) => receivedAt),
    ],
  );
  return new Set(rows.map(({ id }) => id));
};
