import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { holdTurn } from '../../testing/hold-turn.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { takeForecastTurn } from './forecast-turns.ts';

let test: TestContext;
let context: AppContext;
let server: TestServer;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  server = await startTestServer(context);
});
afterAll(async () => {
  await server.stop();
  await test.stop();
});

const later = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, ms, null));

const askerOf = async ({
  projectId,
  scenarioId,
}: TestCampaign): Promise<(signal?: AbortSignal) => Promise<Response>> => {
  const { send } = await server.signIn({ [projectId]: 'viewer' });
  return (signal) =>
    send(`/api/projects/${projectId}/scenarios/${scenarioId}/forecast`, { signal: signal ?? null });
};

it('a third forecast waits for one of two, and who has gone meanwhile is not waited for', async () => {
  const [askOne, askOther] = await Promise.all(
    [1, 2].map(async (count) =>
      askerOf(
        await createTestCampaign(context, { document: createDocument(), customers: manyCustomers(count) }),
      ),
    ),
  );
  expect((await askOne?.())?.status).toBe(200);
  const [stopFirst, stopSecond] = [holdTurn(takeForecastTurn), holdTurn(takeForecastTurn)];
  const leaving = new AbortController();
  const left = askOne?.(leaving.signal);
  const waiting = askOther?.();
  expect(await Promise.race([left, waiting, later(300)])).toBeNull();
  leaving.abort();
  await expect(left).rejects.toThrow('abort');
  await stopFirst();
  const reply = await waiting;
  expect(reply?.status).toBe(200);
  expect(await reply?.json()).toMatchObject({ triggers: [{ entries: 2 }] });
  await stopSecond();
});
