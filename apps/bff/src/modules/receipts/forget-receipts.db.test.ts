import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { forgetReceipts } from './forget-receipts.ts';
import { insertReceipts } from './store.ts';
import { insertUnreadCall } from './unread-store.ts';

let nowMs = Date.now();
let test: TestContext;
beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(nowMs) });
});
afterAll(() => test.stop());

it('reports are forgotten a month after they came, and not before they are applied', async () => {
  const { database } = test.context;
  const { projectId, integrationId } = await createTestCampaign(test.context, { document: createDocument() });
  const bodies = ['applied', 'waiting'];
  await database.transaction((connection) =>
    insertReceipts(
      connection,
      bodies.map((body) => ({ projectId, integrationId, body })),
    ),
  );
  await insertUnreadCall(database.pool, { projectId, integrationId, reason: 'nonsense', body: 'unread' });
  await database.pool.query(`UPDATE receipt SET applied_at = now() WHERE body = '"applied"'`);
  const left = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ body: string }>(
      `SELECT body #>> '{}' AS body FROM receipt UNION ALL SELECT body FROM unread_call ORDER BY body`,
    );
    return rows.map(({ body }) => body);
  };
  nowMs += 29 * 86_400_000;
  await forgetReceipts(test.context);
  expect(await left()).toEqual([bodies[0], 'unread', bodies[1]]);
  nowMs += 2 * 86_400_000;
  await forgetReceipts(test.context);
  expect(await left()).toEqual(['waiting']);
});
