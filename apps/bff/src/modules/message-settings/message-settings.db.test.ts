import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageDefaultsSchema } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { changeMessageSettings, readMessageDefaults, readMessageSettings } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const change = (projectId: string, given: Partial<Parameters<typeof changeMessageSettings>[2]>) =>
  changeMessageSettings(context, projectId, {
    senders: undefined,
    defaults: undefined,
    userId: newId(),
    ...given,
  });

it('a project that changed nothing has the defaults of the product', async () => {
  const { projectId } = await createTestProject(context);
  expect(await readMessageSettings(context.database.pool, projectId)).toEqual({
    senders: [],
    defaults: messageDefaultsSchema.parse({}),
  });
});

it('what is left out of a change stays, and other projects are left alone', async () => {
  const [{ projectId }, other] = [await createTestProject(context), await createTestProject(context)];
  await change(projectId, { senders: ['HeronReed', '+447700900000'] });
  const defaults = { ...messageDefaultsSchema.parse({}), shortensLinks: true };
  expect(await change(projectId, { defaults })).toEqual({
    senders: ['HeronReed', '+447700900000'],
    defaults,
  });
  expect(await readMessageDefaults(context.database.pool, projectId)).toEqual(defaults);
  expect(await readMessageSettings(context.database.pool, other.projectId)).toMatchObject({ senders: [] });
});

it('two changes at once are both kept, and written to the log', async () => {
  const { projectId } = await createTestProject(context);
  const defaults = { ...messageDefaultsSchema.parse({}), utm: null };
  await Promise.all([change(projectId, { senders: ['Curlew'] }), change(projectId, { defaults })]);
  expect(await readMessageSettings(context.database.pool, projectId)).toEqual({
    senders: ['Curlew'],
    defaults,
  });
  const { rows } = await context.database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit_entry WHERE project_id = $1 AND action = 'message_settings.change'`,
    [projectId],
  );
  expect(rows).toEqual([{ count: 2 }]);
});

it('a silence that never ends is refused, and nothing is changed', async () => {
  const { projectId } = await createTestProject(context);
  const silentDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const defaults = messageDefaultsSchema.parse({ silentHours: { silentDays } });
  await expect(change(projectId, { senders: ['Curlew'], defaults })).rejects.toThrow(/Every day is silent/);
  expect(await readMessageSettings(context.database.pool, projectId)).toMatchObject({ senders: [] });
});
