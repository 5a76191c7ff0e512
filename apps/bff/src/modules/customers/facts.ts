import { readStoredAttributes, type CustomerFacts } from '@curlew/engine';
import type { Connection } from '../../database/database.ts';
import { readRawPhone } from './raw-phone.ts';
import {
  readDateAttributes,
  readGrantedConsents,
  readIdentifiers,
  type CustomerRow,
  type IdentifierRow,
} from './store.ts';

/** Ids by kind, per customer. Object.fromEntries, unlike assignment, also takes a kind named `__proto__`. */
export const groupIds = (rows: readonly IdentifierRow[]): Map<string, Record<string, string[]>> => {
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  return new Map(
    [...byCustomer].map(([customerId, own]) => {
      const byKind = Map.groupBy(own, (row) => row.kind);
      return [
        customerId,
        Object.fromEntries([...byKind].map(([kind, ids]) => [kind, ids.map(({ value }) => value)])),
      ];
    }),
  );
};

interface Completion {
  readonly projectId: string;
  /** What to add; left out: both. */
  readonly ids?: boolean;
  readonly consents?: boolean;
}

/** Adds ids and consents to customers and reads their attributes, one query each for all of them. */
export const completeFacts = async (
  connection: Connection,
  { projectId, ids: addsIds = true, consents: addsConsents = true }: Completion,
  customers: readonly Omit<CustomerRow, 'createdAt'>[],
): Promise<CustomerFacts[]> => {
  if (customers.length === 0) return [];
  const customerIds = customers.map(({ id }) => id);
  const dates = await readDateAttributes(connection, projectId);
  const ids = groupIds(addsIds ? await readIdentifiers(connection, projectId, customerIds) : []);
  const consents = Map.groupBy(
    addsConsents ? await readGrantedConsents(connection, projectId, customerIds) : [],
    (row) => row.customerId,
  );
  return customers.map((row) => {
    // Most texts are read once for templates and filters alike.
    const read = readStoredAttributes(row.attributesJson, dates);
    const { attributes } = read;
    return {
      id: row.id,
      ...read,
      ids: ids.get(row.id) ?? {},
      phone: {
        raw: readRawPhone(attributes),
        e164: row.phoneE164,
        isUs: row.phoneIsUs,
        country: row.phoneCountry,
      },
      isUnusable: row.isUnusable,
      grantedConsents: new Set(consents.get(row.id)?.map(({ categoryId }) => categoryId)),
    };
  });
};
