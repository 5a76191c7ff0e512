import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorBodySchema } from '@curlew/contract';
import { pino } from 'pino';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { startFakeOperator, type FakeOperator } from '../../testing/fake-operator.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';

let test: TestContext;
let operator: FakeOperator;
let server: TestServer;
let projectId: string;
let logged = '';

beforeAll(async () => {
  test = await createTestContext();
  operator = await startFakeOperator();
  const lines = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  });
  const context: AppContext = {
    ...test.context,
    config: readConfig([], { CURLEW_WEBHOOK_ALLOW: new URL(operator.url).host }),
    log: pino({ level: 'trace' }, lines),
  };
  ({ projectId } = await createTestProject(context));
  server = await startTestServer(context);
});
afterAll(async () => {
  await server.stop();
  await operator.stop();
  await test.stop();
});

const apiToken = 'the-token-that-stays-inside';

it('no secret is in any reply or line of the log, whatever becomes of the request', async () => {
  const owner = await server.signIn({ [projectId]: 'owner' });
  let replied = '';
  const send = async (method: string, path: string, body?: unknown): Promise<[number, unknown]> => {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const init = { method, ...(body === undefined ? {} : json) };
    const response = await owner.send(`/api/projects/${projectId}/integrations${path}`, init);
    const text = await response.text();
    replied += `${JSON.stringify([...response.headers])}${text}`;
    return [response.status, text === '' ? null : JSON.parse(text)];
  };
  const settings = { baseUrl: operator.url, servicePlanId: 'plan1' };
  const body = { provider: 'sinch', name: 'Sinch', ratePerSecond: 30, settings, secrets: { apiToken } };
  const [status, made] = await send('POST', '', body);
  expect(status).toBe(201);
  // Where nobody says what it counts.
  expect(made).toMatchObject({ rateUnit: 'messages' });
  const { id } = made as { id: string };

  // Wrong in each way: by the contract, by the adapter, by the rules.
  expect((await send('POST', '', { ...body, ratePerSecond: 0 }))[0]).toBe(400);
  const [refusedStatus, refused] = await send('POST', '', {
    ...body,
    name: 'Two',
    settings: { ...settings, servicePlanId: `no plan ${apiToken}` },
    secrets: { apiToken: `${apiToken} with spaces` },
  });
  expect(refusedStatus).toBe(400);
  const { fields } = errorBodySchema.parse(refused).error;
  expect(fields?.map(({ path }) => path)).toEqual(['settings.servicePlanId', 'secrets.apiToken']);
  expect((await send('PATCH', `/${id}`, { secrets: { apiToken: `${apiToken}-2`, pin: apiToken } }))[0]).toBe(
    400,
  );
  expect((await send('PATCH', `/${id}`, { secrets: { apiToken: `${apiToken}-3` } }))[0]).toBe(200);

  operator.answerLookup(() => ({ status: 403, body: { code: apiToken, text: `${apiToken}-3 is blocked` } }));
  const [checkedStatus, checked] = await send('POST', `/${id}/check`);
  expect([checkedStatus, (checked as { ok: boolean }).ok]).toEqual([200, false]);
  expect((await send('GET', ''))[0]).toBe(200);
  expect((await send('GET', `/${id}/use`))[0]).toBe(200);
  expect((await send('DELETE', `/${id}`))[0]).toBe(204);

  expect(replied).toContain(id);
  expect(logged).toContain(`/api/projects/${projectId}/integrations`);
  for (const text of [replied, logged]) expect(text).not.toContain(apiToken);
});
