import { readStoredAttributes, type CustomerFacts } from '@curlew/engine';
import type { Connection } from '../../database/database.ts';
import { inOneGo } from '../../database/in-one-go.ts';
import { readRawPhone } from './raw-phone.ts';
import {
  readDateAttributes,
  readGrantedConsents,
  readIdentifiers,
  type CustomerRow,
  type GrantRow,
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
  readonly customerIds: readonly string[];
  /** What to add; left out: both. */
  readonly ids?: boolean;
  readonly consents?: boolean;
}

type StoredCustomer = Omit<CustomerRow, 'createdAt'>;

/** Reads customers together with their ids and consents, a query each for all of them. */
export const readFacts = async (
  connection: Connection,
  { projectId, customerIds, ids: addsIds = true, consents: addsConsents = true }: Completion,
  readRows: () => Promise<readonly StoredCustomer[]>,
): Promise<CustomerFacts[]> => {
  const nothing = async (): Promise<[]> => [];
  const [customers, dates, identifiers, granted] = await inOneGo<
    [readonly StoredCustomer[], ReadonlySet<string>, readonly IdentifierRow[], readonly GrantRow[]]
  >(connection, [
    readRows,
    () => readDateAttributes(connection, projectId),
    addsIds ? () => readIdentifiers(connection, projectId, customerIds) : nothing,
    addsConsents ? () => readGrantedConsents(connection, projectId, customerIds) : nothing,
  ]);
  const ids = groupIds(identifiers);
  const consents = Map.groupBy(granted, (row) => row.customerId);
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
