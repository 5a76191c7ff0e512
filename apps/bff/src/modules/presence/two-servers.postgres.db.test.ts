import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints, type ReplyOf } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import {
  createTestDatabase,
  openTestContext,
  type TestContext,
  type TestDatabase,
} from '../../testing/test-context.ts';

let database: TestDatabase;
let contexts: readonly TestContext[] = [];
let servers: readonly TestServer[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  contexts = [await openTestContext(database), await openTestContext(database)];
  servers = await Promise.all(contexts.map(({ context }) => startTestServer(context)));
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const { stop } of contexts) await stop();
  await database.drop();
});

type Reply = ReplyOf<typeof endpoints.reportPresence>;

it('people on two servers of one database see each other, viewers too', async () => {
  const [first] = contexts;
  if (!first) throw new Error('there is no server');
  const { projectId, scenarioId } = await createTestCampaign(first.context, { document: createDocument() });
  const [editor, viewer] = await Promise.all(
    servers.map((server, index) => server.signIn({ [projectId]: index === 0 ? 'editor' : 'viewer' })),
  );
  const report = async (member: typeof editor, body: object): Promise<Reply> => {
    const response = await member?.send(`/api/projects/${projectId}/scenarios/${scenarioId}/presence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nodeId: null, ...body }),
    });
    expect(response?.status).toBe(200);
    return endpoints.reportPresence.reply.parse(await response?.json());
  };

  expect((await report(editor, { tabId: 'editor', nodeId: 'sms-1' })).others).toEqual([]);
  const { others, revision } = await report(viewer, { tabId: 'viewer' });
  expect(others).toMatchObject([{ tabId: 'editor', nodeId: 'sms-1' }]);
  expect(revision).toBe(0);

  const saved = await editor?.send(`/api/projects/${projectId}/scenarios/${scenarioId}/draft`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision: 0, document: createDocument() }),
  });
  expect(saved?.status).toBe(200);
  expect(await report(viewer, { tabId: 'viewer' })).toMatchObject({ revision: 1, updatedBy: 'Someone' });

  await report(editor, { tabId: 'editor', isLeaving: true });
  expect((await report(viewer, { tabId: 'viewer' })).others).toEqual([]);
});
