import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import {
  apiToken,
  sinchIntegration,
  withIntegrations,
  type IntegrationChange,
} from '../../testing/with-integrations.ts';
import { listManagedIntegrations } from './manage.ts';
import { noteOutcome, openIntegration } from './service.ts';

let context: AppContext;
const { newProject, add, change } = withIntegrations((made) => {
  context = made;
});

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

describe('trouble', () => {
  it('is shown while its operator is left alone, and no longer', async () => {
    const projectId = await newProject();
    const { id, trouble } = await add(projectId, sinchIntegration('Sinch'));
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

  it.each<[string, IntegrationChange, isKept: boolean]>([
    ['another name, rate and place', { name: 'Renamed', ratePerSecond: 7, isDefault: true }, true],
    ['the same connection', { settings: sinchIntegration('x').settings, secrets: { apiToken } }, true],
    ['another setting', { settings: { region: 'eu', servicePlanId: 'plan2' } }, false],
    ['another secret', { secrets: { apiToken: 'the-right-one' } }, false],
  ])('with %s it is kept or forgotten', async (_, body, isKept) => {
    const projectId = await newProject();
    const { id } = await add(projectId, sinchIntegration('Sinch'));
    await addTestTrouble(id, new Date());
    expect((await change(projectId, id, body)).trouble !== null).toBe(isKept);
    const open = await openIntegration(context, id);
    expect([open?.isInTrouble, open?.heldUntil !== null]).toEqual([isKept, isKept]);
  });
});
