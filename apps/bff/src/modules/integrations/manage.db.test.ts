import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import {
  apiToken,
  sinchIntegration,
  withIntegrations,
  type NewIntegration,
} from '../../testing/with-integrations.ts';
import { listManagedIntegrations } from './manage.ts';
import { openIntegration } from './service.ts';

let context: AppContext;
const { newProject, add, change, list, readLog, secretsOf } = withIntegrations((made) => {
  context = made;
});

it('the first one becomes the default, and another may take its place', async () => {
  const projectId = await newProject();
  const first = await add(projectId, sinchIntegration('One'));
  const second = await add(projectId, sinchIntegration('Another'));
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
  const made = await Promise.all([
    add(projectId, sinchIntegration('One')),
    add(projectId, sinchIntegration('Two')),
  ]);
  expect(made.filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

it('names are taken once, whatever their case', async () => {
  const projectId = await newProject();
  const { id } = await add(projectId, sinchIntegration('Sinch'));
  await expect(add(projectId, sinchIntegration('SINCH'))).rejects.toMatchObject({
    details: { fields: [{ path: 'name' }] },
  });
  expect((await change(projectId, id, { name: 'sinch' })).name).toBe('sinch');
});

it('nobody sees a secret, and only who may change it sees where the operator reports', async () => {
  const projectId = await newProject();
  const made = await add(projectId, sinchIntegration('Sinch'));
  expect(made).toMatchObject({ hasEarlierCallbackUrls: false });
  expect(made.callbackUrl).toMatch(new RegExp(`/hooks/${made.id}/`));
  expect(made.secretsSetAt).toEqual({ apiToken: expect.stringMatching(/^\d{4}-.*Z$/) as string });
  const seen = await list(projectId, false);
  expect(seen.integrations).toEqual([{ ...made, callbackUrl: null }]);
  const config = readConfig([], { CURLEW_SECRET_PREVIOUS: 'the-secret-of-before-the-secret-of-before' });
  for (const mayChange of [true, false]) {
    const { integrations } = await listManagedIntegrations({ ...context, config }, projectId, { mayChange });
    expect(integrations).toMatchObject([{ hasEarlierCallbackUrls: mayChange }]);
  }
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

it.each<[string, NewIntegration, string[]]>([
  [
    'nothing',
    { ...sinchIntegration('x'), settings: {}, secrets: {} },
    ['settings.servicePlanId', 'secrets.apiToken'],
  ],
  ['what it does not have', { ...sinchIntegration('x'), secrets: { apiToken, pin: '1' } }, ['secrets.pin']],
  [
    'a region and an address',
    {
      ...sinchIntegration('x'),
      settings: { region: 'eu', baseUrl: 'https://a.example', servicePlanId: 'p' },
    },
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
  const { id, settings } = await add(projectId, sinchIntegration('Sinch'));
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
  const { id, rateUnit } = await add(projectId, sinchIntegration('Sinch'));
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
  const inParts = await add(projectId, { ...sinchIntegration('Another'), rateUnit: 'parts' });
  expect(inParts.rateUnit).toBe('parts');
});

it('what changes nothing is not in the log', async () => {
  const projectId = await newProject();
  const made = await add(projectId, sinchIntegration('Sinch'));
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
