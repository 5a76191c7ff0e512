import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { lockCustomers } from './change-store.ts';
import { clearUnusable } from './unusable-store.ts';

/** Takes the mark from a customer's number because a person says so: the next message to it is tried again. */
export const clearUnusableNumber = (
  { database }: Pick<AppContext, 'database'>,
  { projectId, customerId }: { projectId: string; customerId: string },
  by: { readonly userId: string },
): Promise<void> =>
  database.transaction(async (connection) => {
    const [customer] = await lockCustomers(connection, projectId, [customerId]);
    if (!customer) throw notFound('customer');
    const mark = await clearUnusable(connection, { projectId, customerId });
    if (mark === null) return;
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'customer.clear_unusable_number',
      subjectId: customerId,
      detail: { since: mark.since?.toISOString() ?? null, because: mark.because },
    });
  });
