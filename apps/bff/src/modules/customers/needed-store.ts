import type { Connection } from '../../database/database.ts';
import { uuidArray } from '../../database/binary-array.ts';
import { storableText } from '../../database/storable-text.ts';
import type { CustomerRow } from './store.ts';

export interface NeededRows {
  readonly projectId: string;
  readonly customerIds: readonly string[];
  /** The ones that are read of each; the others are missing from it. */
  readonly attributes: readonly string[] | 'all';
  /** Until the transaction ends nobody else who asks to hold them gets them; always in one order, against circles. */
  readonly holds: boolean;
}

// Each is an expression of its own to the database, which many are more work for than the whole.
const mostAttributes = 30;

// As stored, null included; what is missing stays missing.
const attributesJson = (attributes: NeededRows['attributes'], parameters: unknown[]): string => {
  if (attributes === 'all' || attributes.length > mostAttributes) return 'c.attributes::text';
  // A template may ask for a name that no attribute can have, and that the database cannot even be asked for.
  const names = attributes.filter((name) => storableText(name) === name);
  if (names.length === 0) return `'{}'`;
  const members = names.map((name) => {
    const key = parameters.push(`${JSON.stringify(name)}:`);
    return `$${key}::text || (c.attributes->$${parameters.push(name)}::text)::text`;
  });
  return `'{' || concat_ws(',', ${members.join(', ')}) || '}'`;
};

/** The ones of these ids that exist in the project, with what is needed of them. */
export const readNeededCustomers = async (
  connection: Connection,
  { projectId, customerIds, attributes, holds }: NeededRows,
): Promise<Omit<CustomerRow, 'createdAt'>[]> => {
  const parameters: unknown[] = [projectId, uuidArray(customerIds)];
  const { rows } = await connection.query<Omit<CustomerRow, 'createdAt'>>(
    // The project is not asked for by an index of its own: of one that the planner does not know yet it would read everybody.
    // With nothing put to it the document is unpacked, once for all attributes of it.
    `SELECT c.id, ${attributesJson(attributes, parameters)} AS "attributesJson", c.phone_e164 AS "phoneE164",
       c.phone_is_us AS "phoneIsUs", c.phone_country AS "phoneCountry", c.is_unusable AS "isUnusable"
     FROM (SELECT id, attributes || '{}' AS attributes, phone_e164, phone_is_us, phone_country, is_unusable FROM customer
       WHERE project_id IS NOT DISTINCT FROM $1 AND id = ANY($2::uuid[]) ${holds ? 'ORDER BY id FOR NO KEY UPDATE' : 'OFFSET 0'}) c`,
    parameters,
  );
  return rows;
};
