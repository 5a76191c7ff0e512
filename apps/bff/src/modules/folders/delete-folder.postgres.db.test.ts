import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { changeScenarios } from '../scenarios/change-scenarios.ts';
import { createScenario, describeScenario } from '../scenarios/service.ts';
import { createFolder, deleteFolder } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

it('waits for whoever changes several scenarios of the folder, and never makes them wait', async () => {
  const { projectId, userId } = await createTestProject(context);
  const by = { userId, name: 'Tester' };
  const folder = await createFolder(context, projectId, { name: 'Spring', by });
  const make = async (name: string): Promise<string> =>
    (await createScenario(context, projectId, { name, document: createDocument(), by })).id;
  const ids = [await make('One'), await make('Two')] as const;
  // In the folder the second one comes first.
  for (const id of ids.toReversed()) {
    const change = { kind: 'move' as const, folderId: folder.id };
    await changeScenarios(context, projectId, { ids: [id], change, by });
  }
  const other = await context.database.pool.connect();
  await other.query('BEGIN');
  await other.query('SELECT FROM scenario WHERE id = $1 FOR UPDATE', [ids[0]]);
  const deleted = deleteFolder(context, { projectId, folderId: folder.id }, by);
  await until(() => isAnyoneWaiting(context));
  await other.query('SELECT FROM scenario WHERE id = $1 FOR UPDATE NOWAIT', [ids[1]]);
  await other.query('COMMIT');
  other.release();
  await deleted;
  expect(await describeScenario(context, { projectId, scenarioId: ids[1] })).toMatchObject({ folder: null });
});
