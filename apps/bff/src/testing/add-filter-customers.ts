import type { FilterFacts } from '@curlew/scenario';
import type { AppContext } from '../app-context.ts';
import { newId } from '../new-id.ts';
import { addTestCustomers } from './add-test-customers.ts';

/** Writes customers with all that a filter asks about: attributes, events and consents to these categories. */
export const addFilterCustomers = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  customers: readonly FilterFacts[],
): Promise<string[]> => {
  const ids = await addTestCustomers(
    { database },
    projectId,
    customers.map(({ attributes }) => ({ attributes })),
  );
  const events = customers.flatMap(({ events: own }, index) =>
    own.map((event) => ({ ...event, customerId: ids[index] ?? '' })),
  );
  await database.pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT e.id, $1, e.customer_id, e.type, e.timestamp, e.properties
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::jsonb[])
       AS e (id, customer_id, type, timestamp, properties)`,
    [
      projectId,
      events.map(() => newId()),
      events.map(({ customerId }) => customerId),
      events.map(({ type }) => type),
      events.map(({ timestamp }) => new Date(timestamp).toISOString()),
      events.map(({ properties }) => JSON.stringify(properties)),
    ],
  );
  const consents = customers.flatMap(({ grantedConsents }, index) =>
    [...grantedConsents].map((categoryId) => ({ categoryId, customerId: ids[index] ?? '' })),
  );
  await database.pool.query(
    `INSERT INTO consent (customer_id, category_id, project_id, is_granted, source, since, event_id)
     SELECT c.customer_id, c.category_id, $1, TRUE, 'test', now(), c.customer_id
     FROM unnest($2::uuid[], $3::uuid[]) AS c (customer_id, category_id)`,
    [projectId, consents.map(({ customerId }) => customerId), consents.map(({ categoryId }) => categoryId)],
  );
  return ids;
};
