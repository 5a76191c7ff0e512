import type { CampaignSource } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { findVersion } from '../runs/versions.ts';
import { findTestSources } from '../test-sends/source.ts';
import type { MessageRow } from './store.ts';

type Origin = Pick<MessageRow, 'id' | 'runId' | 'testSendId' | 'nodeId' | 'properties'>;

/**
 * How to find what the campaign events of a project's messages name: scenario and node as their run pinned them, or as their
 * test was given them. One query for all tests; versions are read once by each process.
 */
export const findSources = async (
  connection: PoolClient,
  projectId: string,
  messages: readonly Origin[],
): Promise<(message: Origin) => CampaignSource> => {
  const testIds = new Set(messages.flatMap(({ testSendId }) => testSendId ?? []));
  const tests = await findTestSources(connection, projectId, [...testIds]);
  const versions = new Map<string, Awaited<ReturnType<typeof findVersion>>>();
  for (const runId of new Set(messages.flatMap((message) => message.runId ?? [])))
    versions.set(runId, await findVersion(connection, runId));
  return ({ id, runId, testSendId, nodeId, properties }) => {
    const test = tests.get(testSendId ?? '');
    if (test) return { ...test, properties };
    const version = versions.get(runId ?? '');
    if (!version) throw new Error(`message ${id} is of no run and of no test`);
    const node = version.nodes.get(nodeId);
    if (!node) throw new Error(`message ${id} is of node ${nodeId}, which its version does not have`);
    return { scenarioId: version.scenarioId, scenarioName: version.name, node, properties };
  };
};
