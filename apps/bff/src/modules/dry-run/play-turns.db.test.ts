import { afterAll, beforeAll, expect, it } from 'vitest';
import { dryScriptSchema } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { holdTurn } from '../../testing/hold-turn.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { createExpectation } from '../expectations/service.ts';
import { startScenario } from '../runs/start.ts';
import { playTurns } from './play-turns.ts';
import { usualBounds } from './play.ts';
import { dryRunScenario } from './service.ts';

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

const campaignOfOne = (): Promise<TestCampaign> =>
  createTestCampaign(context, { document: createDocument(), customers: manyCustomers(1) });

const bodyOf = (): string =>
  JSON.stringify({
    document: createDocument(),
    people: { kind: 'sample', size: 1 },
    startsAt: '2026-11-23T08:00:00Z',
    script: {},
  });

it('what is played before a start waits for nobody who merely looks', async () => {
  const campaign = await campaignOfOne();
  await createExpectation(context, campaign, {
    name: 'Gets it',
    customer: { kind: 'real', id: campaign.customerIds[0] ?? '' },
    start: { kind: 'weekday', weekday: 'mon', time: '09:00' },
    script: dryScriptSchema.parse({ days: 1 }),
    expected: [{ kind: 'gets', nodeId: 'sms-1', contains: null, language: null, from: null, to: null }],
    blocks: true,
    by: campaign.start.by,
  });
  const stopLooking = holdTurn(playTurns.look);
  expect(await startScenario(context, campaign.start)).toMatchObject({ enrolled: 1 });
  await stopLooking();
});

it('too many who look are told to try again, and who has gone takes no place', async () => {
  const { projectId, scenarioId } = await campaignOfOne();
  const { send } = await server.signIn({ [projectId]: 'viewer' });
  const stopLooking = holdTurn(playTurns.look);
  const ask = (signal: AbortSignal | null = null): Promise<Response> =>
    send(`/api/projects/${projectId}/scenarios/${scenarioId}/dry`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bodyOf(),
      signal,
    });
  const leaving = new AbortController();
  const waiting = Array.from({ length: 30 }, () => ask(leaving.signal));
  const told = await Promise.race(waiting);
  expect(told.status).toBe(503);
  expect(await told.json()).toMatchObject({
    error: { code: 'busy', message: expect.stringContaining('try again') },
  });
  leaving.abort();
  await Promise.allSettled(waiting);
  const answers: number[] = [];
  await until(async () => {
    // Until the server has heard that they left, it has no room for another.
    const patient = ask();
    const first = await Promise.race([patient, new Promise((resolve) => setTimeout(resolve, 300, null))]);
    if (first !== null) return false;
    await stopLooking();
    answers.push((await patient).status);
    return true;
  });
  expect(answers).toEqual([200]);
});

it('what nobody waits for any more is not played on', async () => {
  const { projectId, scenarioId } = await campaignOfOne();
  const gone = new AbortController();
  const asked = {
    projectId,
    scenarioId,
    document: createDocument(),
    people: { kind: 'sample', size: 1 } as const,
    startsAt: '2026-11-23T08:00:00Z',
    script: dryScriptSchema.parse({}),
  };
  const playing = dryRunScenario(context, asked, { ...usualBounds, signal: gone.signal });
  gone.abort(new Error('gone'));
  await expect(playing).rejects.toThrow('gone');
  expect((await dryRunScenario(context, asked)).lives).toHaveLength(1);
});
