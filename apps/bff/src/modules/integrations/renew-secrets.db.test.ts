import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import { createSecretBox } from '../../secret-box.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { readSecrets } from '../../testing/read-secrets.ts';
import { createTestContext, testSecret, type TestContext } from '../../testing/test-context.ts';
import { callbackUrl, isCallbackSecret } from '../receipts/callback-url.ts';
import { renewSecrets } from './renew-secrets.ts';
import { addBuiltInCarrier, checkSecrets, listIntegrations } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const newSecret = 'the-secret-of-today-the-secret-of-today';

/** The same server, started with another secret and what it knows of earlier ones. */
const withSecret = (secret: string, previous: string[]): AppContext => ({
  ...context,
  config: readConfig([], { CURLEW_SECRET: secret, CURLEW_SECRET_PREVIOUS: previous.join(',') }),
  installationSecret: secret,
  secretBox: createSecretBox(secret, previous),
});

const addOne = async () => {
  const { projectId } = await createTestProject(context);
  await addBuiltInCarrier(context, projectId, { url: 'http://127.0.0.1:9', token: 'the-token' });
  const [integration] = await listIntegrations(context, projectId);
  if (!integration) throw new Error('the project has no integration');
  return integration.id;
};

const readBytes = async (id: string): Promise<string | undefined> => {
  const { rows } = await context.database.pool.query<{ bytes: string }>(
    `SELECT encode(secrets, 'hex') AS bytes FROM integration WHERE id = $1`,
    [id],
  );
  return rows[0]?.bytes;
};

it('secrets under an earlier key are sealed anew, once, and then do without it', async () => {
  const ids = [await addOne(), await addOne()];
  const changed = withSecret(newSecret, ['another-one-of-long-ago-another-one', testSecret]);
  await renewSecrets(changed);
  const afterwards = await Promise.all(ids.map(readBytes));
  const without = withSecret(newSecret, []);
  await checkSecrets(without);
  for (const id of ids) expect(await readSecrets(without, id)).toEqual({ apiToken: 'the-token' });
  await expect(checkSecrets(context)).rejects.toThrow('sealed with another key');
  await renewSecrets(changed);
  expect(await Promise.all(ids.map(readBytes))).toEqual(afterwards);
});

it('what no key opens stays as it is, and the start says so', async () => {
  const id = await addOne();
  const before = await readBytes(id);
  const stranger = withSecret('a-secret-that-nobody-has-ever-had-before', [newSecret]);
  await renewSecrets(stranger);
  expect(await readBytes(id)).toBe(before);
  await expect(checkSecrets(stranger)).rejects.toThrow('sealed with another key');
});

it('operators may go on calling the address they were given under an earlier key', async () => {
  const id = await addOne();
  const secretOf = (url: string): string => url.split('/').at(-1) ?? '';
  const earlier = secretOf(callbackUrl(context, id));
  const changed = withSecret(newSecret, [testSecret]);
  const now = secretOf(callbackUrl(changed, id));
  expect(now).not.toBe(earlier);
  expect(isCallbackSecret(changed, id, now)).toBe(true);
  expect(isCallbackSecret(changed, id, earlier)).toBe(true);
  expect(isCallbackSecret(withSecret(newSecret, []), id, earlier)).toBe(false);
});
