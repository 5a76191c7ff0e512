import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BodyOf, endpoints } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import { newId } from '../../new-id.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { readSecrets } from '../../testing/read-secrets.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { changeIntegration, createIntegration, listManagedIntegrations } from './manage.ts';
import { noteOutcome, openIntegration } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  context = {
    ...test.context,
    config: readConfig([], {
      CURLEW_CARRIER_URL: 'http://127.0.0.1:9',
      CURLEW_CARRIER_TOKEN: 'carrier-token',
    }),
  };
});
afterAll(() => test.stop());

const userId = newId();
const apiToken = 'the-token-that-stays-inside';

type New = BodyOf<typeof endpoints.createIntegration>;
type Change = BodyOf<typeof endpoints.changeIntegration>;

const sinch = (name: string): New => ({
  provider: 'sinch',
  name,
  ratePerSecond: 30,
  rateUnit: 'messages',
  fallbackIntegrationId: null,
  settings: { region: 'eu', servicePlanId: 'plan1' },
  secrets: { apiToken },
});

const newProject = async () => (await createTestProject(context)).projectId;
const add = (projectId: string, body: New) => createIntegration(context, projectId, { body, userId });
const change = (projectId: string, integrationId: string, body: Change) =>
  changeIntegration(context, { projectId, integrationId }, { body, userId });
const list = async (projectId: string, mayChange = true) =>
  listManagedIntegrations(context, projectId, { mayChange });

const readLog = async (integrationId: string) => {
  const { rows } = await context.database.pool.query<{ action: string; detail: unknown }>(
    'SELECT action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [integrationId],
  );
  return rows;
};

/** As if its operator had refused its account at that moment. */
const addTestTrouble = (integrationId: string, at: Date) =>
  noteOutcome(
    { ...context, now: () => at },
    {
      integrationId,
      outcome: { kind: 'retry', error: 'Bad token', afterMs: null, stopsQueue: true },
      error: 'Bad token',
      isInTrouble: false,
    },
  );

const secretsOf = (id: string) => readSecrets(context, id);

it('the first one becomes the default, and another may take its place', async () => {
  const projectId = await newProject();
  const first = await add(projectId, sinch('One'));
  const second = await add(projectId, sinch('Another'));
  expect([first.isDefault, second.isDefault]).toEqual([true, false]);
  await change(projectId, second.id, { isDefault: true });
  const { integrations } = await list(projectId);
  expect(integrations.map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ['Another', true],
    ['One', false],
  ]);
  expect((await list(await newProject())).integrations).toEqual([]);
});

it('two that are added at once make one default', async () => {
  const projectId = await newProject();
  const made = await Promise.all([add(projectId, sinch('One')), add(projectId, sinch('Two'))]);
  expect(made.filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

it('names are taken once, whatever their case', async () => {
  const projectId = await newProject();
  const { id } = await add(projectId, sinch('Sinch'));
  await expect(add(projectId, sinch('SINCH'))).rejects.toMatchObject({
    details: { fields: [{ path: 'name' }] },
  });
  expect((await change(projectId, id, { name: 'sinch' })).name).toBe('sinch');
});

it('nobody sees a secret, and only who may change it sees where the operator reports', async () => {
  const projectId = await newProject();
  const made = await add(projectId, sinch('Sinch'));
  expect(made.callbackUrl).toMatch(new RegExp(`/hooks/${made.id}/`));
  expect(made.secretsSetAt).toEqual({ apiToken: expect.stringMatching(/^\d{4}-.*Z$/) as string });
  const seen = await list(projectId, false);
  expect(seen.integrations).toEqual([{ ...made, callbackUrl: null }]);
  expect(JSON.stringify([made, seen, await readLog(made.id)])).not.toContain(apiToken);
  expect(await secretsOf(made.id)).toEqual({ apiToken });
});

it('the built-in carrier is had once, and shows nothing of how it is connected', async () => {
  const projectId = await newProject();
  const built = {
    provider: 'built_in',
    name: 'Built-in carrier',
    ratePerSecond: 5_000,
    rateUnit: 'messages',
    fallbackIntegrationId: null,
    settings: {},
    secrets: {},
  } as const;
  expect((await list(projectId)).available).toContain('built_in');
  const made = await add(projectId, built);
  expect(made).toMatchObject({ isBuiltIn: true, settings: {}, secretsSetAt: {}, callbackUrl: null });
  expect((await list(projectId)).available).not.toContain('built_in');
  await expect(add(projectId, { ...built, name: 'Two' })).rejects.toThrow('one is all there is');
  await expect(change(projectId, made.id, { secrets: { apiToken: 'x' } })).rejects.toThrow(
    'nothing to set here',
  );
  expect((await change(projectId, made.id, { ratePerSecond: 7 })).ratePerSecond).toBe(7);
  expect(await secretsOf(made.id)).toEqual({ apiToken: 'carrier-token' });
  const without = { ...context, config: readConfig([], {}) };
  expect(
    (await listManagedIntegrations(without, await newProject(), { mayChange: true })).available,
  ).not.toContain('built_in');
});

describe('secrets', () => {
  it('stay where their field is empty or left out, and are replaced where it is not', async () => {
    const projectId = await newProject();
    const { id, secretsSetAt: before } = await add(projectId, sinch('Sinch'));
    await change(projectId, id, { secrets: { apiToken: '', callbackSecret: 'signed' } });
    expect(await secretsOf(id)).toEqual({ apiToken, callbackSecret: 'signed' });
    const later = await change(projectId, id, { name: 'Renamed' });
    expect(later.secretsSetAt['apiToken']).toBe(before['apiToken']);
    const replaced = await change(projectId, id, { secrets: { apiToken: 'another', callbackSecret: null } });
    expect(Object.keys(replaced.secretsSetAt)).toEqual(['apiToken']);
    expect(await secretsOf(id)).toEqual({ apiToken: 'another' });
    const log = await readLog(id);
    expect(log.map(({ action }) => action)).toEqual([
      'integration.create',
      ...Array(3).fill('integration.change'),
    ]);
    expect(log.at(-1)?.detail).toMatchObject({
      replacedSecrets: ['apiToken'],
      removedSecrets: ['callbackSecret'],
    });
    expect(JSON.stringify(log)).not.toMatch(/signed|another|stays-inside/);
  });

  it('that are needed cannot be taken away', async () => {
    const projectId = await newProject();
    const { id } = await add(projectId, sinch('Sinch'));
    await expect(change(projectId, id, { secrets: { apiToken: null } })).rejects.toMatchObject({
      details: { fields: [{ path: 'secrets.apiToken', message: 'Fill this in' }] },
    });
    expect(await secretsOf(id)).toEqual({ apiToken });
  });

  it('go to no other address than the one they were given for', async () => {
    const projectId = await newProject();
    const { id } = await add(projectId, sinch('Sinch'));
    const settings = { baseUrl: 'https://elsewhere.example', servicePlanId: 'plan1' };
    for (const secrets of [undefined, { apiToken: '' }])
      await expect(change(projectId, id, { settings, secrets })).rejects.toMatchObject({
        details: { fields: [{ path: 'secrets.apiToken' }] },
      });
    const moved = await change(projectId, id, { settings, secrets: { apiToken: 'of-elsewhere' } });
    expect(moved.settings).toEqual(settings);
    // The same address again asks for nothing.
    const renamed = await change(projectId, id, { settings: { ...settings, servicePlanId: 'plan2' } });
    expect(renamed.settings['servicePlanId']).toBe('plan2');
  });
});

it.each<[string, New, string[]]>([
  ['nothing', { ...sinch('x'), settings: {}, secrets: {} }, ['settings.servicePlanId', 'secrets.apiToken']],
  ['what it does not have', { ...sinch('x'), secrets: { apiToken, pin: '1' } }, ['secrets.pin']],
  [
    'a region and an address',
    { ...sinch('x'), settings: { region: 'eu', baseUrl: 'https://a.example', servicePlanId: 'p' } },
    ['settings.baseUrl'],
  ],
])('an integration with %s is refused at its fields', async (_, body, paths) => {
  const projectId = await newProject();
  const cause: unknown = await add(projectId, body).catch((error: unknown) => error);
  const fields = (cause as { details?: { fields?: { path: string }[] } }).details?.fields ?? [];
  expect(paths.every((path) => fields.some((field) => field.path === path))).toBe(true);
  expect((await list(projectId)).integrations).toEqual([]);
});

it('is known to be called elsewhere since its settings say so, and not for another name or token', async () => {
  const projectId = await newProject();
  const { id, settings } = await add(projectId, sinch('Sinch'));
  const connectedAt = async () => (await openIntegration(context, id))?.connectedAt;
  await change(projectId, id, { name: 'Renamed', settings, secrets: { apiToken: 'another' } });
  expect(await connectedAt()).toBeNull();
  await change(projectId, id, { settings: { ...settings, servicePlanId: 'plan2' } });
  const moved = await connectedAt();
  expect(moved).toBeInstanceOf(Date);
  await change(projectId, id, { name: 'Renamed again' });
  expect(await connectedAt()).toEqual(moved);
});

it('a rate is in messages or in parts, and stays so until somebody says otherwise', async () => {
  const projectId = await newProject();
  const { id, rateUnit } = await add(projectId, sinch('Sinch'));
  expect(rateUnit).toBe('messages');
  expect(await change(projectId, id, { rateUnit: 'parts' })).toMatchObject({
    ratePerSecond: 30,
    rateUnit: 'parts',
  });
  expect((await change(projectId, id, { name: 'Renamed' })).rateUnit).toBe('parts');
  expect((await readLog(id)).map(({ detail }) => detail)).toMatchObject([
    { rateUnit: 'messages' },
    { before: { rateUnit: 'messages' }, after: { rateUnit: 'parts' } },
    { before: { rateUnit: 'parts' }, after: { rateUnit: 'parts' } },
  ]);
  const inParts = await add(projectId, { ...sinch('Another'), rateUnit: 'parts' });
  expect(inParts.rateUnit).toBe('parts');
});

describe('trouble', () => {
  it('is shown while its operator is left alone, and no longer', async () => {
    const projectId = await newProject();
    const { id, trouble } = await add(projectId, sinch('Sinch'));
    expect(trouble).toBeNull();
    const at = new Date();
    const until = new Date(at.getTime() + 60_000);
    await addTestTrouble(id, at);
    const seenAt = async (now: Date) => {
      const later = { ...context, now: () => now };
      return (await listManagedIntegrations(later, projectId, { mayChange: false })).integrations[0]?.trouble;
    };
    expect(await seenAt(at)).toEqual({
      error: 'Bad token',
      since: at.toISOString(),
      until: until.toISOString(),
      through: null,
    });
    expect(await seenAt(until)).toBeNull();
  });

  it.each<[string, Change, isKept: boolean]>([
    ['another name, rate and place', { name: 'Renamed', ratePerSecond: 7, isDefault: true }, true],
    ['the same connection', { settings: sinch('x').settings, secrets: { apiToken } }, true],
    ['another setting', { settings: { region: 'eu', servicePlanId: 'plan2' } }, false],
    ['another secret', { secrets: { apiToken: 'the-right-one' } }, false],
  ])('with %s it is kept or forgotten', async (_, body, isKept) => {
    const projectId = await newProject();
    const { id } = await add(projectId, sinch('Sinch'));
    await addTestTrouble(id, new Date());
    expect((await change(projectId, id, body)).trouble !== null).toBe(isKept);
    const open = await openIntegration(context, id);
    expect([open?.isInTrouble, open?.heldUntil !== null]).toEqual([isKept, isKept]);
  });
});

it('what changes nothing is not in the log', async () => {
  const projectId = await newProject();
  const made = await add(projectId, sinch('Sinch'));
  const { name, ratePerSecond, settings } = made;
  const same = await change(projectId, made.id, {
    name,
    ratePerSecond,
    settings,
    secrets: { apiToken },
    isDefault: true,
  });
  expect(same).toEqual(made);
  expect(await readLog(made.id)).toHaveLength(1);
});

describe('other operators', () => {
  const secretOf = (letter: string): string => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;
  const webhook = (secrets: Record<string, string>): New => ({
    provider: 'webhook',
    name: 'Gateway',
    ratePerSecond: 20,
    rateUnit: 'messages',
    fallbackIntegrationId: null,
    settings: { url: 'https://gateway.example/sms' },
    secrets,
  });

  it('a webhook may have two secrets of a kind, with a space between them', async () => {
    const projectId = await newProject();
    const [signing, next, callback] = [secretOf('a'), secretOf('b'), secretOf('c')];
    const { id } = await add(projectId, webhook({ signing, callback }));
    expect(await secretsOf(id)).toEqual({ signing: [signing], callback: [callback] });
    const later = await change(projectId, id, { secrets: { signing: ` ${signing} ${next}` } });
    expect(await secretsOf(id)).toEqual({ signing: [signing, next], callback: [callback] });
    expect(Object.keys(later.secretsSetAt)).toEqual(['signing', 'callback']);
    expect(JSON.stringify([later, await readLog(id)])).not.toContain('whsec_');
  });

  it('a webhook has one secret for each way, as Standard Webhooks writes them', async () => {
    const projectId = await newProject();
    const same = webhook({ signing: secretOf('a'), callback: secretOf('a') });
    await expect(add(projectId, same)).rejects.toThrow(
      'One secret for what we send, another for what we are told',
    );
    await expect(
      add(projectId, webhook({ signing: 'short', callback: secretOf('a') })),
    ).rejects.toMatchObject({
      details: { fields: [{ path: 'secrets.signing' }] },
    });
  });

  it('CM needs a product token and nothing else', async () => {
    const projectId = await newProject();
    const cm: New = {
      provider: 'cm',
      name: 'CM',
      ratePerSecond: 50,
      rateUnit: 'messages',
      fallbackIntegrationId: null,
      settings: {},
      secrets: { productToken: 'a-b' },
    };
    const { id, callbackUrl } = await add(projectId, cm);
    expect(await secretsOf(id)).toEqual({ productToken: 'a-b' });
    expect(callbackUrl).toContain('/hooks/');
  });
});
