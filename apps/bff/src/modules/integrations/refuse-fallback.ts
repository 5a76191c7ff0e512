import type { ManagedRow } from './manage-store.ts';
import { isBuiltIn } from './managed-settings.ts';
import { refuseFields } from './read-connection.ts';

interface Chosen {
  /** Of the integration that is to have it. */
  readonly integrationId: string;
  readonly isBuiltIn: boolean;
  readonly fallbackIntegrationId: string | null;
}

const faultOf = (chosen: Chosen, rows: readonly ManagedRow[]): string | null => {
  const { fallbackIntegrationId: id } = chosen;
  if (id === null) return null;
  if (chosen.isBuiltIn) return 'The built-in carrier is for trials: it hands nothing over';
  if (id === chosen.integrationId) return 'It cannot be its own fallback: choose another provider';
  // One of another project is as good as none, and is not told apart.
  const row = rows.find((one) => one.id === id);
  if (!row) return 'There is no such provider in this project: choose another';
  return isBuiltIn(row) ? 'The built-in carrier reaches no real phone: choose another provider' : null;
};

/** Throws at its field where an integration cannot have the chosen one of these, all of its project, as its fallback. */
export const refuseFallback = (chosen: Chosen, rows: readonly ManagedRow[]): void => {
  const message = faultOf(chosen, rows);
  if (message !== null) refuseFields([{ path: 'fallbackIntegrationId', message }]);
};
