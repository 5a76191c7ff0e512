import { describe, expect, it } from 'vitest';
import {
  apiToken,
  sinchIntegration,
  withIntegrations,
  type NewIntegration,
} from '../../testing/with-integrations.ts';

const { newProject, add, change, readLog, secretsOf } = withIntegrations();

describe('secrets', () => {
  it('stay where their field is empty or left out, and are replaced where it is not', async () => {
    const projectId = await newProject();
    const { id, secretsSetAt: before } = await add(projectId, sinchIntegration('Sinch'));
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
    const { id } = await add(projectId, sinchIntegration('Sinch'));
    await expect(change(projectId, id, { secrets: { apiToken: null } })).rejects.toMatchObject({
      details: { fields: [{ path: 'secrets.apiToken', message: 'Fill this in' }] },
    });
    expect(await secretsOf(id)).toEqual({ apiToken });
  });

  it('go to no other address than the one they were given for', async () => {
    const projectId = await newProject();
    const { id } = await add(projectId, sinchIntegration('Sinch'));
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

describe('other operators', () => {
  const secretOf = (letter: string): string => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;
  const webhook = (secrets: Record<string, string>): NewIntegration => ({
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
    const cm: NewIntegration = {
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
