import type { ScenarioDocument } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import { ApiFailure } from '../../http/api-failure.ts';
import { holdRows, holdRowsOf } from './hold-store.ts';

/**
 * For those who write messages: none of these integrations is deleted until the transaction ends, so that no message is written
 * that nothing can send. Throws when one is gone; whoever tries again finds what has taken its place.
 */
export const holdIntegrations = async (
  connection: PoolClient,
  integrationIds: readonly string[],
): Promise<void> => {
  const wanted = new Set(integrationIds);
  if (wanted.size === 0) return;
  const held = await holdRows(connection, [...wanted]);
  const gone = [...wanted].filter((id) => !held.has(id));
  if (gone.length > 0)
    throw new Error(`integration ${gone.join(', ')} was deleted while messages were written`);
};

/** For those who start a scenario: what its messages are sent through is there, and stays until the transaction ends. */
export const holdIntegrationsOf = async (
  connection: PoolClient,
  projectId: string,
  { nodes }: ScenarioDocument,
): Promise<void> => {
  const held = await holdRowsOf(connection, projectId);
  const ids = new Set(held.map(({ id }) => id));
  const hasDefault = held.some(({ isDefault }) => isDefault);
  const isGone = nodes.some((node) => {
    if (node.kind !== 'sms') return false;
    const { integrationId } = node.settings;
    return integrationId === null ? !hasDefault : !ids.has(integrationId);
  });
  if (isGone)
    throw new ApiFailure(
      'bad_request',
      'A provider that the scenario sends through was deleted just now: choose another, then start it.',
    );
};
