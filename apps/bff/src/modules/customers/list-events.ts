import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readCursor, toPage } from '../../http/page.ts';
import { findOpenMessages } from './open-messages.ts';
import { nameCustomers } from './service.ts';
import { readCustomerEvents, readCustomers, readEventsOfType, type CustomerEventRow } from './store.ts';

type World = Pick<AppContext, 'database'>;

const toEvent = ({ timestamp, ...event }: CustomerEventRow) => ({
  ...event,
  timestamp: timestamp.toISOString(),
});

/** A customer's events, the newest first. */
export const listCustomerEvents = async (
  { database }: World,
  { projectId, customerId }: { projectId: string; customerId: string },
  query: {
    cursor?: string | undefined;
    limit: number;
    type?: string | undefined;
    only?: 'campaign' | undefined;
  },
) => {
  const [customer] = await readCustomers(database.pool, projectId, [customerId]);
  if (!customer) throw notFound('customer');
  const rows = await readCustomerEvents(database, {
    projectId,
    customerId,
    type: query.type,
    only: query.only,
    after: readCursor(query.cursor, 2),
    limit: query.limit,
  });
  const open = await findOpenMessages(database.pool, projectId, rows);
  return toPage(rows, query.limit, {
    item: (row) => ({ ...toEvent(row), messageStatus: open.get(row.id) ?? null }),
    cursor: (row) => [row.timestamp.toISOString(), row.id],
  });
};

/** The newest events of a type, with who did them. */
export const listEvents = async (
  { database }: World,
  projectId: string,
  query: { type: string; limit: number },
) => {
  const rows = await readEventsOfType(database, { projectId, ...query });
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const names = new Map(
    (await nameCustomers(database.pool, projectId, customerIds)).map(({ id, name }) => [id, name]),
  );
  const items = rows.map(({ customerId, ...row }) => ({
    ...toEvent(row),
    customerId,
    customerName: names.get(customerId) ?? customerId,
  }));
  return { items };
};
