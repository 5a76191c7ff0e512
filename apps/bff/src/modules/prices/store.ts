import type { Price, PriceKey } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface PriceListOf {
  readonly projectId: string;
  readonly integrationId: string;
}

// Amounts are texts on both sides: a driver that reads them as numbers would round them.
const columns = `country, to_char(valid_from, 'YYYY-MM-DD') AS "validFrom", currency, trim_scale(price)::text AS price`;

/** By country, and each country by day; `*` first. */
export const readPriceRows = async (
  connection: Connection,
  { projectId, integrationId }: PriceListOf,
): Promise<Price[]> => {
  const { rows } = await connection.query<Price>(
    `SELECT ${columns} FROM price WHERE project_id = $1 AND integration_id = $2
     ORDER BY country COLLATE "C", valid_from`,
    [projectId, integrationId],
  );
  return rows;
};

/** True for an integration of the project, whose prices nobody else changes until the transaction ends. */
export const lockPriceList = async (
  connection: PoolClient,
  { projectId, integrationId }: PriceListOf,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM integration WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [projectId, integrationId],
  );
  return rowCount === 1;
};

export const deletePriceRows = async (
  connection: PoolClient,
  { projectId, integrationId }: PriceListOf,
  keys: readonly PriceKey[],
): Promise<void> => {
  await connection.query(
    `DELETE FROM price USING unnest($3::text[], $4::date[]) AS gone (country, valid_from)
     WHERE project_id = $1 AND integration_id = $2
       AND price.country = gone.country AND price.valid_from = gone.valid_from`,
    [projectId, integrationId, keys.map(({ country }) => country), keys.map(({ validFrom }) => validFrom)],
  );
};

/** Adds prices, and changes those of the same country and day. No two of `prices` have both in common. */
export const upsertPriceRows = async (
  connection: PoolClient,
  { projectId, integrationId }: PriceListOf,
  prices: readonly Price[],
): Promise<void> => {
  await connection.query(
    `INSERT INTO price (project_id, integration_id, country, valid_from, currency, price)
     SELECT $1, $2, p.country, p.valid_from, p.currency, p.price
     FROM unnest($3::text[], $4::date[], $5::text[], $6::numeric[]) AS p (country, valid_from, currency, price)
     ON CONFLICT (integration_id, country, valid_from)
     DO UPDATE SET currency = excluded.currency, price = excluded.price`,
    [
      projectId,
      integrationId,
      prices.map(({ country }) => country),
      prices.map(({ validFrom }) => validFrom),
      prices.map(({ currency }) => currency),
      prices.map(({ price }) => price),
    ],
  );
};
