import type { Connection } from '../../database/database.ts';

/** Until when consents are valid that end some time, by customer and category. */
export const readConsentEnds = async (
  connection: Connection,
  { projectId, customerIds }: { projectId: string; customerIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const { rows } = await connection.query<{ customerId: string; categoryId: string; at: Date }>(
    `SELECT customer_id AS "customerId", category_id AS "categoryId", valid_until AS at FROM consent
     WHERE project_id = $1 AND customer_id = ANY($2::uuid[]) AND is_granted AND valid_until IS NOT NULL`,
    [projectId, customerIds],
  );
  return new Map(
    [...Map.groupBy(rows, ({ customerId }) => customerId)].map(([customerId, own]) => [
      customerId,
      new Map(own.map(({ categoryId, at }) => [categoryId, at.getTime()])),
    ]),
  );
};
