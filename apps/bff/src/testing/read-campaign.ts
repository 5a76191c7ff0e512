import type { AppContext } from '../app-context.ts';
import { campaignEventTypes } from '../modules/projects/campaign-event-types.ts';

export interface TestEvent {
  readonly customerId: string;
  readonly timestamp: Date;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The campaign events of a project in the order a customer's page shows them, oldest first. */
export const readCampaignEvents = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<TestEvent[]> => {
  const { rows } = await database.pool.query<TestEvent>(
    `SELECT customer_id AS "customerId", timestamp, properties FROM customer_event
     WHERE project_id = $1 AND type = ANY(${campaignEventTypes('$1')}) ORDER BY timestamp, id`,
    [projectId],
  );
  return rows;
};

export interface TestMessage {
  readonly id: string;
  readonly customerId: string;
  readonly status: string;
  readonly text: string;
  readonly recipient: string;
  readonly batchId: string | null;
  readonly statusCode: string | null;
  readonly error: string | null;
}

/** The messages of a project, by id. */
export const readMessages = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<TestMessage[]> => {
  const { rows } = await database.pool.query<TestMessage>(
    `SELECT id, customer_id AS "customerId", status::text AS status, text, recipient, batch_id AS "batchId",
       status_code AS "statusCode", error FROM message WHERE project_id = $1 ORDER BY id`,
    [projectId],
  );
  return rows;
};

/** How many there are of each. */
export const tally = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]));
