import type { AppContext } from '../app-context.ts';
import { newId } from '../new-id.ts';

/** A customer as the gate sees them; what is left out is that of someone who can be written to. */
export interface TestCustomer {
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** As it was given. */
  readonly phone?: string | null;
  readonly e164?: string | null;
  readonly isUs?: boolean;
  readonly isUnusable?: boolean;
}

// From the range that the United Kingdom's regulator reserves for drama.
const dramaPhone = (index: number): string => `+447700${String(900_000 + index)}`;

/** Writes customers straight into the tables, in one statement; returns their ids in order. */
export const addTestCustomers = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  customers: readonly TestCustomer[],
): Promise<string[]> => {
  const ids = customers.map(() => newId());
  const phones = customers.map(({ phone }, index) => (phone === undefined ? dramaPhone(index) : phone));
  await database.pool.query(
    `INSERT INTO customer (id, project_id, attributes, phone_e164, phone_is_us, is_unusable)
     SELECT c.id, $1, c.attributes, c.e164, c.is_us, c.is_unusable
     FROM unnest($2::uuid[], $3::jsonb[], $4::text[], $5::boolean[], $6::boolean[])
       AS c(id, attributes, e164, is_us, is_unusable)`,
    [
      projectId,
      ids,
      customers.map(({ attributes }, index) => JSON.stringify({ phone: phones[index], ...attributes })),
      customers.map(({ e164 }, index) => (e164 === undefined ? phones[index] : e164)),
      customers.map(({ isUs = false }) => isUs),
      customers.map(({ isUnusable = false }) => isUnusable),
    ],
  );
  return ids;
};

/** So many customers who can all be written to, each by a name and phone of their own. */
export const manyCustomers = (count: number): TestCustomer[] =>
  Array.from({ length: count }, (_, index) => ({ attributes: { first_name: `Customer ${index}` } }));
