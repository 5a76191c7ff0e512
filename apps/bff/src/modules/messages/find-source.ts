import type { PoolClient } from 'pg';
import { findVersion } from '../runs/versions.ts';
import type { CampaignSource } from './campaign-event.ts';
import type { MessageRow } from './store.ts';

/** The scenario and node that a message is of, as pinned by its run. */
export const findSource = async (connection: PoolClient, message: MessageRow): Promise<CampaignSource> => {
  const version = await findVersion(connection, message.runId);
  const node = version.nodes.get(message.nodeId);
  if (!node)
    throw new Error(`message ${message.id} is of node ${message.nodeId}, which its version does not have`);
  const { properties } = message;
  return { scenarioId: version.scenarioId, scenarioName: version.name, node, properties };
};
