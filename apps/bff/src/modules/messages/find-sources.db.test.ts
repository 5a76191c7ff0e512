import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDocument, createSmsNode } from '@curlew/testkit';
import { newId } from '../../new-id.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { startScenario } from '../runs/start.ts';
import { sendTest } from '../test-sends/service.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { findSources } from './find-sources.ts';
import { readMessage } from './store.ts';

let test: TestContext;

beforeAll(async () => {
  test = await createTestContext();
});
afterAll(() => test.stop());

it('names the scenario and node of messages of tests and of runs, with one question for all tests', async () => {
  const { context } = test;
  const campaign = await createTestCampaign(context, { document: createDocument(), customers: [{}] });
  const { projectId, customerIds, start } = campaign;
  for (const name of ['First', 'Second']) {
    const node = { ...createSmsNode(), name };
    const numbers = ['+447700900123', '+447700900124'];
    const asked = { key: newId(), node, customerId: customerIds[0] ?? '', event: null, numbers };
    await sendTest(context, { ...campaign, ...asked });
  }
  await startScenario(context, start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  await takeJobs(context, 'dispatch');
  const { pool } = context.database;
  const known = await readMessages(context, projectId);
  const rows = await Promise.all(known.map(({ id }) => readMessage(pool, { projectId, messageId: id })));
  const messages = rows.filter((row) => row !== undefined);
  const { names, questions } = await context.database.transaction(async (connection) => {
    const queries = vi.spyOn(connection, 'query');
    const sourceOf = await findSources(connection, projectId, messages);
    const found = messages.map((message) => sourceOf(message));
    const { length } = queries.mock.calls;
    queries.mockRestore();
    return {
      names: found.map(({ scenarioName, node }) => `${scenarioName} ${node.name}`),
      questions: length,
    };
  });
  expect(names.toSorted()).toEqual(['Sale First', 'Sale First', 'Sale SMS', 'Sale Second', 'Sale Second']);
  expect(questions).toBe(1);
});
