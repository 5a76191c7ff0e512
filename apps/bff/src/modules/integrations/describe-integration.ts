import type { Integration } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { callbackUrl } from '../receipts/callback-url.ts';
import { findAdapter } from './adapter.ts';
import { fieldsOf, managedSettingsSchema } from './managed-settings.ts';
import type { ManagedRow } from './manage-store.ts';

const isHeld = (until: Date | null, now: Date): until is Date => until !== null && until > now;

const troubleOf = (
  { heldUntil, trouble, troubleSince, fallbackName, fallbackHeldUntil }: ManagedRow,
  now: Date,
): Integration['trouble'] =>
  isHeld(heldUntil, now)
    ? {
        error: trouble ?? '',
        since: (troubleSince ?? heldUntil).toISOString(),
        until: heldUntil.toISOString(),
        through: isHeld(fallbackHeldUntil, now) ? null : fallbackName,
      }
    : null;

/** What people see of an integration. Who may not change it does not learn where its operator reports: that address is a secret. */
export const describeIntegration = (
  context: AppContext,
  row: ManagedRow,
  { mayChange }: { mayChange: boolean },
): Integration => {
  const settings = managedSettingsSchema.parse(row.settings);
  const { isBuiltIn, secretsSetAt } = settings;
  const adapter = findAdapter(row.provider);
  if (!adapter) throw new Error(`integration ${row.id} is of “${row.provider}”, which has no adapter`);
  const hasCallbackUrl = mayChange && !isBuiltIn;
  return {
    id: row.id,
    name: row.name,
    provider: adapter.id,
    isBuiltIn,
    isDefault: row.isDefault,
    ratePerSecond: row.ratePerSecond,
    rateUnit: row.rateUnit,
    hasPrices: row.hasPrices,
    fallbackIntegrationId: row.fallbackIntegrationId,
    settings: isBuiltIn ? {} : fieldsOf(settings),
    secretsSetAt: isBuiltIn ? {} : secretsSetAt,
    callbackUrl: hasCallbackUrl ? callbackUrl(context, row.id) : null,
    hasEarlierCallbackUrls: hasCallbackUrl && context.config.previousSecrets.length > 0,
    trouble: troubleOf(row, context.now()),
    lastReportAt: row.lastReportAt?.toISOString() ?? null,
    unreadCalls:
      row.lastUnreadAt === null ? null : { count: row.unreadCalls, lastAt: row.lastUnreadAt.toISOString() },
  };
};
