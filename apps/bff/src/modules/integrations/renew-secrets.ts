import type { AppContext } from '../../app-context.ts';
import { secretPurpose } from './secret-purpose.ts';
import { readSealed, replaceSealed } from './sealed-store.ts';

/**
 * Seals with the key of today what an earlier one sealed, so that the earlier one may be forgotten. What no key opens stays as
 * it is: `checkSecrets` speaks of it.
 */
export const renewSecrets = async ({
  config,
  database,
  log,
  secretBox,
}: Pick<AppContext, 'config' | 'database' | 'log' | 'secretBox'>): Promise<void> => {
  if (config.previousSecrets.length === 0) return;
  let renewed = 0;
  let lost = 0;
  for (const row of await readSealed(database.pool)) {
    try {
      const secrets = secretBox.renew(row.secrets, secretPurpose(row.id));
      if (secrets && (await replaceSealed(database.pool, { ...row, renewed: secrets }))) renewed += 1;
    } catch {
      // Neither today's key nor an earlier one opens it. Others may still be saved.
      lost += 1;
    }
  }
  log.info({ renewed, lost }, 'secrets were sealed anew with CURLEW_SECRET');
};
