import type { AppContext } from '../app-context.ts';
import { buildSearchText } from '../modules/customers/search-text.ts';
import { newId } from '../new-id.ts';

/** A customer as the gate sees them; what is left out is that of someone who can be written to. */
export interface TestCustomer {
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** As it was given. */
  readonly phone?: string | null;
  readonly e164?: string | null;
  readonly isUs?: boolean;
  readonly isUnusable?: boolean;
  readonly registered?: string;
}

// From the range that the United Kingdom's regulator reserves for drama.
const dramaPhone = (index: number): string => `+447700${String(900_000 + index)}`;

/** Writes customers straight into the tables, in one statement; returns their ids in order. */
export const addTestCustomers = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  customers: readonly TestCustomer[],
): Promise<string[]> => {
  const rows = customers.map(({ attributes, registered, ...customer }, index) => {
    const { phone = dramaPhone(index), e164 = phone, isUs = false, isUnusable = false } = customer;
    const known = { phone, ...attributes };
    const ids = registered === undefined ? [] : [registered];
    const searchText = buildSearchText({ attributes: known, phoneE164: e164, ids });
    return { id: newId(), known: JSON.stringify(known), e164, isUs, isUnusable, searchText, registered };
  });
  await database.pool.query(
    `INSERT INTO customer (id, project_id, attributes, phone_e164, phone_is_us, is_unusable, search_text)
     SELECT c.id, $1, c.attributes, c.e164, c.is_us, c.is_unusable, c.search_text
     FROM unnest($2::uuid[], $3::jsonb[], $4::text[], $5::boolean[], $6::boolean[], $7::text[])
       AS c(id, attributes, e164, is_us, is_unusable, search_text)`,
    [
      projectId,
      rows.map(({ id }) => id),
      rows.map(({ known }) => known),
      rows.map(({ e164 }) => e164),
      rows.map(({ isUs }) => isUs),
      rows.map(({ isUnusable }) => isUnusable),
      rows.map(({ searchText }) => searchText),
    ],
  );
  const registered = rows.filter((row) => row.registered !== undefined);
  await database.pool.query(
    `INSERT INTO customer_identifier (project_id, customer_id, kind, value)
     SELECT $1, i.id, 'registered', i.value FROM unnest($2::uuid[], $3::text[]) AS i(id, value)`,
    [projectId, registered.map(({ id }) => id), registered.map((row) => row.registered)],
  );
  return rows.map(({ id }) => id);
};

/** So many customers who can all be written to, each by a name and phone of their own. */
export const manyCustomers = (count: number): TestCustomer[] =>
  Array.from({ length: count }, (_, index) => ({ attributes: { first_name: `Customer ${index}` } }));
