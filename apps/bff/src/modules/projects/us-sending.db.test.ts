import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endpoints, roles } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { jsonOf } from '../../testing/endpoint-calls.ts';
import { dispatchAll } from '../../testing/enqueue-messages.ts';
import { acceptCall } from '../../testing/open-receipts-ground.ts';
import { startFakeOperator, type FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { describeCustomer } from '../customers/service.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { readProjectRules, switchUsSending } from './service.ts';

let test: TestContext;
let context: AppContext;
let server: TestServer;
let operator: FakeOperator;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  server = await startTestServer(context);
  operator = await startFakeOperator();
});
beforeEach(() => operator.answer((call) => acceptCall(call)));
afterAll(async () => {
  await operator.stop();
  await server.stop();
  await test.stop();
});

const pathOf = (projectId: string): string => endpoints.switchUsSending.path.replace(':projectId', projectId);
const put = (body: unknown): RequestInit => jsonOf('PUT', body);
const isEnabled = async (projectId: string): Promise<boolean> =>
  (await readProjectRules(context, projectId)).isUsEnabled;

const readLog = async (projectId: string) => {
  const { rows } = await context.database.pool.query<{ userId: string; detail: unknown }>(
    `SELECT user_id AS "userId", detail FROM audit_entry
     WHERE project_id = $1 AND action = 'us_sending.switch' ORDER BY id`,
    [projectId],
  );
  return rows;
};

describe('sending to the US', () => {
  it('is off in a new project, and switched by its owners only', async () => {
    const [{ projectId }, other] = [await createTestProject(context), await createTestProject(context)];
    expect(await isEnabled(projectId)).toBe(false);
    const refused = { error: expect.objectContaining({ code: 'not_allowed' }) };
    for (const role of roles.filter((one) => one !== 'owner')) {
      const member = await server.signIn({ [projectId]: role });
      const response = await member.send(pathOf(projectId), put({ isUsEnabled: true }));
      expect([role, response.status, await response.json()]).toEqual([role, 403, refused]);
    }
    const stranger = await server.signIn({ [other.projectId]: 'owner' });
    expect((await stranger.send(pathOf(projectId), put({ isUsEnabled: true }))).status).toBe(404);
    expect((await server.send(pathOf(projectId), put({ isUsEnabled: true }))).status).toBe(401);
    expect(await isEnabled(projectId)).toBe(false);
    expect(await readLog(projectId)).toEqual([]);

    const owner = await server.signIn({ [projectId]: 'owner' });
    const response = await owner.send(pathOf(projectId), put({ isUsEnabled: true }));
    expect([response.status, await response.json()]).toEqual([200, { isUsEnabled: true }]);
    const project: unknown = await (await owner.send(`/api/projects/${projectId}`)).json();
    expect(project).toMatchObject({ isUsEnabled: true });
    expect(await isEnabled(other.projectId)).toBe(false);
  });

  it('is not switched by what is not quite the word', async () => {
    const { projectId } = await createTestProject(context);
    const owner = await server.signIn({ [projectId]: 'owner' });
    for (const body of [{}, { isUsEnabled: 'true' }, { isUsEnabled: 1 }, { isUsEnabled: true, isOn: true }])
      expect((await owner.send(pathOf(projectId), put(body))).status).toBe(400);
    expect(await isEnabled(projectId)).toBe(false);
  });

  it('is in the log with who switched it, and only where that changed something', async () => {
    const { projectId, userId } = await createTestProject(context);
    const another = newId();
    const turn = (isUsEnabled: boolean, by = userId) =>
      switchUsSending(context, projectId, { isUsEnabled, userId: by });
    await turn(false);
    expect(await readLog(projectId)).toEqual([]);
    // Two owners at once: one of them switches it.
    await Promise.all([turn(true), turn(true)]);
    await turn(true, another);
    await turn(false, another);
    expect(await readLog(projectId)).toEqual([
      { userId, detail: { before: false, after: true } },
      { userId: another, detail: { before: true, after: false } },
    ]);
  });
});

describe('a customer with a number in the US', () => {
  const problemOf = async ({ projectId, customerIds: [customerId = ''] }: TestCampaign) =>
    (await describeCustomer(context, { projectId, customerId })).phoneProblem;

  const walk = async ({ start }: TestCampaign): Promise<void> => {
    await startScenario(context, start);
    for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  };

  const fatesOf = async ({ projectId }: TestCampaign) =>
    (await readCampaignEvents(context, projectId)).map(({ properties }) => [
      properties['status'],
      properties['type'],
    ]);

  it('gets messages while it is on, what was let through leaves after it was switched off', async () => {
    const campaign = await createTestCampaign(context, {
      operatorUrl: operator.url,
      document: createDocument(),
      customers: [{ phone: '+12125550123', isUs: true }],
    });
    const { projectId, userId } = campaign;
    const turn = (isUsEnabled: boolean) => switchUsSending(context, projectId, { isUsEnabled, userId });
    const refused = ['suppressed', 'us_not_enabled'];

    expect(await problemOf(campaign)).toBe('us_not_enabled');
    await walk(campaign);
    expect(await fatesOf(campaign)).toEqual([refused]);
    expect(await readMessages(context, projectId)).toEqual([]);

    await turn(true);
    expect(await problemOf(campaign)).toBeNull();
    await walk(campaign);
    const enqueued = [expect.objectContaining({ status: 'enqueued', recipient: '+12125550123' })];
    expect(await readMessages(context, projectId)).toEqual(enqueued);

    await turn(false);
    expect(await problemOf(campaign)).toBe('us_not_enabled');
    await dispatchAll(context);
    expect(operator.calls.map(({ to }) => to)).toEqual([['+12125550123']]);
    const sent = [expect.objectContaining({ status: 'sent' })];
    expect(await readMessages(context, projectId)).toEqual(sent);

    await walk(campaign);
    expect(await fatesOf(campaign)).toEqual([refused, ['enqueued', undefined], ['sent', undefined], refused]);
    expect(await readMessages(context, projectId)).toEqual(sent);
  });

  it('who is on the way is decided by what holds when they come to the message', async () => {
    const campaign = await createTestCampaign(context, {
      operatorUrl: operator.url,
      document: createDocument(),
      customers: [{ phone: '+17875550123', isUs: true }],
    });
    const { projectId, userId } = campaign;
    await startScenario(context, campaign.start);
    await switchUsSending(context, projectId, { isUsEnabled: true, userId });
    for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
    expect(await fatesOf(campaign)).toEqual([['enqueued', undefined]]);
    await takeJobs(context, 'dispatch');
  });
});
