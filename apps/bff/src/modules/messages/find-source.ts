import type { PoolClient } from 'pg';
import { findVersion } from '../runs/versions.ts';
import { findTestSource } from '../test-sends/source.ts';
import type { CampaignSource } from './campaign-event.ts';
import type { MessageRow } from './store.ts';

type Origin = Pick<MessageRow, 'id' | 'projectId' | 'runId' | 'testSendId' | 'nodeId' | 'properties'>;

/** What the campaign events of a message name: scenario and node as its run pinned them, or as its test was given them. */
export const findSource = async (connection: PoolClient, message: Origin): Promise<CampaignSource> => {
  const { id, projectId, runId, testSendId, nodeId, properties } = message;
  if (testSendId !== null)
    return { ...(await findTestSource(connection, { projectId, testSendId })), properties };
  if (runId === null) throw new Error(`message ${id} is of no run and of no test`);
  const version = await findVersion(connection, runId);
  const node = version.nodes.get(nodeId);
  if (!node) throw new Error(`message ${id} is of node ${nodeId}, which its version does not have`);
  return { scenarioId: version.scenarioId, scenarioName: version.name, node, properties };
};
