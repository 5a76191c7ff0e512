import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { withIntegrations, type NewIntegration } from '../../testing/with-integrations.ts';
import { deleteIntegration } from './delete-integration.ts';
import { describeUse } from './integration-use.ts';
import { changeIntegration } from './manage.ts';

const userId = newId();

let context: AppContext;
const { newProject, add, change, list } = withIntegrations((made) => {
  context = made;
});

const operator = (name: string, fallbackIntegrationId: string | null = null): NewIntegration => ({
  provider: 'cm',
  name,
  ratePerSecond: 30,
  rateUnit: 'messages',
  fallbackIntegrationId,
  settings: {},
  secrets: { productToken: 'token' },
});
const builtIn = (fallbackIntegrationId: string | null = null): NewIntegration => ({
  ...operator('Built-in carrier', fallbackIntegrationId),
  provider: 'built_in',
  secrets: {},
});

const setFallback = (projectId: string, integrationId: string, fallbackIntegrationId: string | null) =>
  change(projectId, integrationId, { fallbackIntegrationId });
const fallbacksOf = async (projectId: string) =>
  (await list(projectId, false)).integrations.map(({ name, fallbackIntegrationId }) => [
    name,
    fallbackIntegrationId,
  ]);
const refused = (message: string | RegExp) => ({
  details: { fields: [{ path: 'fallbackIntegrationId', message: expect.stringMatching(message) as string }] },
});

it('is named when an integration is added, changed and taken away, and stays where a change says nothing', async () => {
  const projectId = await newProject();
  const backup = await add(projectId, operator('Backup'));
  const main = await add(projectId, operator('Main', backup.id));
  expect([main.fallbackIntegrationId, backup.fallbackIntegrationId]).toEqual([backup.id, null]);
  const which = { projectId, integrationId: main.id };
  await changeIntegration(context, which, { body: { name: 'Renamed' }, userId });
  expect(await fallbacksOf(projectId)).toEqual([
    ['Backup', null],
    ['Renamed', backup.id],
  ]);
  // Each may stand in for the other.
  expect((await setFallback(projectId, backup.id, main.id)).fallbackIntegrationId).toBe(main.id);
  expect((await setFallback(projectId, main.id, null)).fallbackIntegrationId).toBeNull();
  const { rows } = await context.database.pool.query<{ detail: unknown }>(
    'SELECT detail FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [main.id],
  );
  expect(rows.map(({ detail }) => detail)).toMatchObject([
    { fallbackIntegrationId: backup.id },
    {
      before: { name: 'Main', fallbackIntegrationId: backup.id },
      after: { fallbackIntegrationId: backup.id },
    },
    { before: { fallbackIntegrationId: backup.id }, after: { fallbackIntegrationId: null } },
  ]);
});

describe('is refused where it is', () => {
  it('of another project, as if there were none, and changes nothing', async () => {
    const [ours, theirs] = [await newProject(), await newProject()];
    const foreign = await add(theirs, operator('Theirs'));
    const main = await add(ours, operator('Main'));
    for (const id of [foreign.id, newId()]) {
      await expect(setFallback(ours, main.id, id)).rejects.toMatchObject(
        refused(/^There is no such provider/),
      );
      await expect(add(ours, operator('More', id))).rejects.toMatchObject(
        refused(/^There is no such provider/),
      );
    }
    expect(await fallbacksOf(ours)).toEqual([['Main', null]]);
  });

  it('itself', async () => {
    const projectId = await newProject();
    const { id } = await add(projectId, operator('Main'));
    await expect(setFallback(projectId, id, id)).rejects.toMatchObject(refused(/own fallback/));
    const even = context.database.pool.query(
      'UPDATE integration SET fallback_integration_id = id WHERE id = $1',
      [id],
    );
    await expect(even).rejects.toThrow('integration_fallback');
  });

  it('for trials, or of what is for trials', async () => {
    const projectId = await newProject();
    const main = await add(projectId, operator('Main'));
    await expect(add(projectId, builtIn(main.id))).rejects.toMatchObject(refused(/hands nothing over/));
    const trial = await add(projectId, builtIn());
    await expect(setFallback(projectId, main.id, trial.id)).rejects.toMatchObject(refused(/no real phone/));
    await expect(setFallback(projectId, trial.id, main.id)).rejects.toMatchObject(
      refused(/hands nothing over/),
    );
  });
});

describe('an integration that others have as their fallback', () => {
  it('is not deleted before they have another or none', async () => {
    const projectId = await newProject();
    const main = await add(projectId, operator('Main'));
    const backup = await add(projectId, operator('Backup'));
    const other = await add(projectId, operator('Other', backup.id));
    await setFallback(projectId, main.id, backup.id);
    const which = { projectId, integrationId: backup.id };
    const remove = () => deleteIntegration(context, which, { userId });
    expect((await describeUse(context.database.pool, which)).refusal).toBe(
      'It is the fallback of “Main” and 1 more: choose another there, or none, first.',
    );
    await setFallback(projectId, other.id, null);
    await expect(remove()).rejects.toThrow(
      'It is the fallback of “Main”: choose another there, or none, first.',
    );
    await setFallback(projectId, main.id, other.id);
    await remove();
    expect(await fallbacksOf(projectId)).toEqual([
      ['Main', other.id],
      ['Other', null],
    ]);
  });

  it('is either named or deleted, where both are asked at once', async () => {
    const projectId = await newProject();
    const main = await add(projectId, operator('Main'));
    const backup = await add(projectId, operator('Backup'));
    const which = { projectId, integrationId: backup.id };
    const outcomes = await Promise.allSettled([
      setFallback(projectId, main.id, backup.id),
      deleteIntegration(context, which, { userId }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
