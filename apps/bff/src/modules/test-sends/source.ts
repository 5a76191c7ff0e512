import { nodeSchema, type ScenarioNode } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { readTestsOf } from './store.ts';

interface TestSource {
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly node: ScenarioNode;
}

/** What the campaign events of these tests' messages name, by the id of the test. */
export const findTestSources = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TestSource>> => {
  const tests = ids.length === 0 ? [] : await readTestsOf(connection, projectId, ids);
  return new Map(
    tests.map(({ id, scenarioId, scenarioName, node }) => [
      id,
      { scenarioId, scenarioName, node: nodeSchema.parse(node) },
    ]),
  );
};
