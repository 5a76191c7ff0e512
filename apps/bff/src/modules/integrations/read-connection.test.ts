import { expect, it } from 'vitest';
import { ApiFailure } from '../../http/api-failure.ts';
import { findAdapter } from './adapter.ts';
import { readConnection, type Connection } from './read-connection.ts';

const at = new Date('2026-11-30T08:00:00.000Z');
const secretOf = (fill: number): string => `whsec_${Buffer.alloc(32, fill).toString('base64')}`;

const stored: {
  readonly [P in 'webhook' | 'cm' | 'sinch']: Omit<Connection, 'settings'> & { provider: object };
} = {
  webhook: {
    provider: { url: 'https://one.example/sms' },
    secrets: { signing: [secretOf(1)], callback: [secretOf(2)] },
  },
  cm: { provider: { baseUrl: 'https://one.example' }, secrets: { productToken: 'token-1' } },
  sinch: {
    provider: { baseUrl: 'https://one.example', servicePlanId: 'plan1' },
    secrets: { apiToken: 'token-1' },
  },
};

const move = (provider: keyof typeof stored, settings: Record<string, string>): Connection => {
  const adapter = findAdapter(provider);
  if (!adapter) throw new Error(`there is no adapter of ${provider}`);
  const { provider: before, secrets } = stored[provider];
  const settingsBefore = { isBuiltIn: false, provider: { ...before }, secretsSetAt: {} };
  return readConnection(
    adapter,
    { settings: settingsBefore, secrets },
    { typed: { settings, secrets: {} }, at },
  );
};

it('another address of a webhook keeps the secrets, none of which is sent there', () => {
  const { settings, secrets } = move('webhook', { url: 'https://two.example/sms' });
  expect(settings).toMatchObject({
    provider: { url: 'https://two.example/sms' },
    connectedAt: at.toISOString(),
  });
  expect(secrets).toEqual(stored.webhook.secrets);
});

it.each([
  ['cm', { baseUrl: 'https://two.example' }, 'secrets.productToken'],
  ['sinch', { baseUrl: 'https://two.example', servicePlanId: 'plan1' }, 'secrets.apiToken'],
] as const)(
  'another address of %s asks again for the secret that would be sent there',
  (provider, settings, path) => {
    let refused: unknown;
    try {
      move(provider, settings);
    } catch (failure) {
      refused = failure;
    }
    expect(refused).toBeInstanceOf(ApiFailure);
    expect(refused).toMatchObject({ code: 'bad_request', details: { fields: [{ path }] } });
  },
);
