import type { Customer, CustomerSummary } from '@curlew/contract';
import type { CustomerFacts, WalkFacts } from '@curlew/engine';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { notFound } from '../../http/api-failure.ts';
import { containsPattern, readCursor, toPage } from '../../http/page.ts';
import { listFrequencyUses } from '../frequency/service.ts';
import { readProjectRules, type ProjectRules } from '../projects/service.ts';
import { groupIds, readFacts } from './facts.ts';
import { readNeededCustomers, type NeededRows } from './needed-store.ts';
import { findPhoneProblem } from './phone.ts';
import { readRawPhone } from './raw-phone.ts';
import { readSearch } from './search-text.ts';
import {
  countProjectCustomers,
  readConsents,
  readDateAttributes,
  readCustomerList,
  readCustomers,
  readCustomersAfter,
  readCustomersWithId,
  readHasEvents,
  readIdentifiers,
  readRandomCustomerIds,
  upsertAttributes,
  type AttributeRow,
  type ConsentRow,
  type CustomerListRow,
} from './store.ts';

export type { AttributeType } from './store.ts';
// For counting over all customers.
export { readCustomersStamp, readProjectedPage, type Projection } from './projection-store.ts';

/** Customers with a phone number by its country, the most first. */
export { countByPhoneCountry as countPhoneCountries } from './store.ts';

type World = Pick<AppContext, 'database'>;

const factsBatch = 1_000;

/** Facts of these customers, in the order of the ids; one that is not of this project is missing. Four queries per 1,000. */
export const loadCustomerFacts = async (
  connection: Connection,
  projectId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, CustomerFacts>> => {
  const found = new Map<string, CustomerFacts>();
  for (let start = 0; start < customerIds.length; start += factsBatch) {
    const ids = customerIds.slice(start, start + factsBatch);
    const facts = await readFacts(connection, { projectId, customerIds: ids }, () =>
      readCustomers(connection, projectId, ids),
    );
    for (const customer of facts) found.set(customer.id, customer);
  }
  return new Map(
    customerIds.flatMap((id) => {
      const facts = found.get(id);
      return facts ? [[id, facts] as const] : [];
    }),
  );
};

/** As much of the facts of up to 1,000 customers as walks need, by id; with `holds` until the transaction ends for this one alone. */
export const loadNeededFacts = (
  connection: Connection,
  needed: Pick<NeededRows, 'projectId' | 'customerIds' | 'holds'>,
  { attributes, ids, consents }: WalkFacts,
): Promise<CustomerFacts[]> => {
  const { projectId, customerIds } = needed;
  return readFacts(connection, { projectId, customerIds, ids, consents }, () =>
    readNeededCustomers(connection, { ...needed, attributes }),
  );
};

/** Facts of the next `limit` customers of a project, by id; begin with `after: null`. Four queries. */
export const loadCustomerFactsPage = async (
  connection: Connection,
  projectId: string,
  page: { after: string | null; limit: number },
): Promise<CustomerFacts[]> => {
  const rows = await readCustomersAfter(connection, projectId, page);
  if (rows.length === 0) return [];
  const customerIds = rows.map(({ id }) => id);
  return readFacts(connection, { projectId, customerIds }, async () => rows);
};

/** Ids of `size` customers taken at random, or of all when there are fewer. */
export const pickCustomers = (connection: Connection, projectId: string, size: number): Promise<string[]> =>
  readRandomCustomerIds(connection, projectId, size);

/** The ids of one customer, by kind. */
export const readCustomerIds = async (
  connection: Connection,
  { projectId, customerId }: { projectId: string; customerId: string },
): Promise<Readonly<Record<string, readonly string[]>>> =>
  groupIds(await readIdentifiers(connection, projectId, [customerId])).get(customerId) ?? {};

export const countCustomers = (connection: Connection, projectId: string): Promise<number> =>
  countProjectCustomers(connection, projectId);

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

// The database holds attributes as JSON objects only.
const plainAttributes = ({ attributesJson }: Pick<CustomerListRow, 'attributesJson'>) =>
  JSON.parse(attributesJson) as Customer['attributes'];

const nameOf = ({ id, anyId }: CustomerListRow, attributes: Customer['attributes']): string => {
  const names = [textOrNull(attributes['first_name']), textOrNull(attributes['last_name'])];
  return names.filter((name) => name !== null).join(' ') || (anyId ?? id);
};

const toSummary = (row: CustomerListRow, rules: ProjectRules): CustomerSummary => {
  const attributes = plainAttributes(row);
  const { phoneE164: e164, phoneIsUs: isUs, isUnusable } = row;
  const phone = { raw: readRawPhone(attributes), e164, isUs, isUnusable };
  return {
    id: row.id,
    name: nameOf(row, attributes),
    email: textOrNull(attributes['email']),
    phone: phone.raw,
    phoneProblem: findPhoneProblem(phone, rules),
    language: textOrNull(attributes['language']),
    country: textOrNull(attributes['country']),
  };
};

export const listCustomers = async (
  context: World,
  projectId: string,
  query: { search: string; cursor?: string | undefined; limit: number },
) => {
  const rules = await readProjectRules(context, projectId);
  const [after = null] = readCursor(query.cursor, 1) ?? [];
  const rows = await readCustomerList(context.database, {
    projectId,
    search: readSearch(query.search),
    after,
    limit: query.limit,
  });
  return toPage(rows, query.limit, { item: (row) => toSummary(row, rules), cursor: (row) => [row.id] });
};

/** Patterns for `customer.search_text`, of which a customer who is searched for fits one; null: nobody is searched for. */
export const searchPatterns = (search: string): string[] | null => {
  const texts = readSearch(search).filter((text) => text !== '');
  return texts.length === 0 ? null : texts.map(containsPattern);
};

/** What these customers are called, in the order of the ids; one that is not of this project is missing. */
export const nameCustomers = async (
  connection: Connection,
  projectId: string,
  customerIds: readonly string[],
): Promise<Pick<CustomerSummary, 'id' | 'name'>[]> => {
  const rows = await readCustomersWithId(connection, projectId, customerIds);
  const names = new Map(rows.map((row) => [row.id, nameOf(row, plainAttributes(row))]));
  return customerIds.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
};

/** How a customer is known outside. */
export interface CustomerContact {
  readonly name: string;
  /** E.164, else as it was typed; null: there is none. */
  readonly phone: string | null;
  readonly registered: string | null;
}

/** Name, phone and registered id of these customers, by their id. Two queries. */
export const readContacts = async (
  connection: Connection,
  projectId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, CustomerContact>> => {
  const rows = await readCustomersWithId(connection, projectId, customerIds);
  const ids = groupIds(await readIdentifiers(connection, projectId, customerIds));
  return new Map(
    rows.map((row) => {
      const attributes = plainAttributes(row);
      const phone = row.phoneE164 ?? readRawPhone(attributes);
      const registered = ids.get(row.id)?.['registered']?.[0] ?? null;
      return [row.id, { name: nameOf(row, attributes), phone, registered }];
    }),
  );
};

/** Names of the attributes that the project takes for dates. */
export const listDateAttributes = (connection: Connection, projectId: string): Promise<ReadonlySet<string>> =>
  readDateAttributes(connection, projectId);

interface Where {
  readonly projectId: string;
  readonly customerId: string;
}

const toConsent = ({ isGranted, since, ...consent }: ConsentRow): Customer['consents'][number] => ({
  ...consent,
  status: isGranted ? 'granted' : 'revoked',
  since: since.toISOString(),
});

export const describeCustomer = async (context: World, { projectId, customerId }: Where) => {
  const { database } = context;
  const [row] = await readCustomers(database.pool, projectId, [customerId]);
  if (!row) throw notFound('customer');
  const [rules, dates, identifiers, consents, uses] = await Promise.all([
    readProjectRules(context, projectId),
    readDateAttributes(database.pool, projectId),
    readIdentifiers(database.pool, projectId, [customerId]),
    readConsents(database, projectId, customerId),
    listFrequencyUses(database.pool, { projectId, customerId, now: new Date() }),
  ]);
  const ids = groupIds(identifiers).get(customerId) ?? {};
  const anyId = ids['registered']?.[0] ?? identifiers[0]?.value ?? null;
  return {
    ...toSummary({ ...row, anyId }, rules),
    ids,
    attributes: plainAttributes(row),
    exactAttributes: row.attributesJson,
    dateAttributes: [...dates],
    phoneE164: row.phoneE164,
    phoneCountry: row.phoneCountry,
    frequencyUses: uses.map(({ policyId, at }) => ({ policyId, at: at.toISOString() })),
    isUnusable: row.isUnusable,
    unusableSince: row.unusableSince?.toISOString() ?? null,
    unusableBecause: row.unusableBecause,
    consents: consents.map(toConsent),
    createdAt: row.createdAt.toISOString(),
  };
};

/** Whether any customer of the project ever had an event of this type. */
export const hasEvents = (connection: Connection, projectId: string, type: string): Promise<boolean> =>
  readHasEvents(connection, projectId, type);

/** What the project takes these attributes for from now on; of two with one name the last counts. */
export const declareAttributes = (
  connection: Connection,
  projectId: string,
  attributes: readonly AttributeRow[],
): Promise<void> =>
  upsertAttributes(connection, projectId, [
    ...new Map(attributes.map(({ name, type }) => [name, { name, type }])).values(),
  ]);
