import type { Connection } from '../../database/database.ts';

interface CustomerMoment {
  readonly customerId: string;
  /** Of a category, or of a trigger. */
  readonly of: string;
  readonly at: Date;
}

const byCustomer = (rows: readonly CustomerMoment[]): ReadonlyMap<string, ReadonlyMap<string, number>> =>
  new Map(
    [...Map.groupBy(rows, ({ customerId }) => customerId)].map(([customerId, own]) => [
      customerId,
      new Map(own.map(({ of, at }) => [of, at.getTime()])),
    ]),
  );

/** Until when consents are valid that end some time, by customer and category. */
export const readConsentEnds = async (
  connection: Connection,
  { projectId, customerIds }: { projectId: string; customerIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const { rows } = await connection.query<CustomerMoment>(
    `SELECT customer_id AS "customerId", category_id AS "of", valid_until AS at FROM consent
     WHERE project_id = $1 AND customer_id = ANY($2::uuid[]) AND is_granted AND valid_until IS NOT NULL`,
    [projectId, customerIds],
  );
  return byCustomer(rows);
};

/** When customers last came in by triggers that limit it, up to a moment, by customer and trigger. */
export const readLastEntries = async (
  connection: Connection,
  {
    projectId,
    scenarioId,
    customerIds,
    until,
  }: { projectId: string; scenarioId: string; customerIds: readonly string[]; until: Date },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const { rows } = await connection.query<CustomerMoment>(
    `SELECT customer_id AS "customerId", node_id AS "of", at FROM last_entry
     WHERE project_id = $1 AND scenario_id = $2 AND customer_id = ANY($3::uuid[]) AND at <= $4`,
    [projectId, scenarioId, customerIds, until],
  );
  return byCustomer(rows);
};
