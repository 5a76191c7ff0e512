import { nodeSchema, type ScenarioNode } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { readTest } from './store.ts';

interface TestSource {
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly node: ScenarioNode;
}

/** What the campaign events of a test's messages name. */
export const findTestSource = async (
  connection: Connection,
  { projectId, testSendId }: { projectId: string; testSendId: string },
): Promise<TestSource> => {
  const test = await readTest(connection, { projectId, id: testSendId });
  if (!test) throw new Error(`test ${testSendId} does not exist`);
  const { scenarioId, scenarioName } = test;
  return { scenarioId, scenarioName, node: nodeSchema.parse(test.node) };
};
