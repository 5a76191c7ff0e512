import { expect, it } from 'vitest';
import { sinchBatchesUrl } from './address.ts';
import { sinchSecretsSchema, sinchSettingsSchema } from './settings.ts';

it.each([
  [{ region: 'eu', servicePlanId: 'plan1' }, 'https://eu.sms.api.sinch.com/xms/v1/plan1/batches'],
  [
    { baseUrl: 'http://127.0.0.1:4100', servicePlanId: 'plan-1' },
    'http://127.0.0.1:4100/xms/v1/plan-1/batches',
  ],
  [{ baseUrl: 'https://gw.example/sms/', servicePlanId: 'p' }, 'https://gw.example/sms/xms/v1/p/batches'],
])('[P37] takes %j', (settings, url) => {
  expect(sinchBatchesUrl(sinchSettingsSchema.parse(settings))).toBe(url);
});

it.each([
  {},
  { servicePlanId: 'p' },
  { region: 'mars', servicePlanId: 'p' },
  { region: 'eu', baseUrl: 'https://gw.example', servicePlanId: 'p' },
  { region: 'eu', servicePlanId: '../other' },
  { region: 'eu', servicePlanId: '' },
  { baseUrl: 'ftp://gw.example', servicePlanId: 'p' },
  { baseUrl: 'https://name:word@gw.example', servicePlanId: 'p' },
  { baseUrl: 'https://gw.example?x=1', servicePlanId: 'p' },
  { baseUrl: 'gw.example', servicePlanId: 'p' },
])('[P37] refuses the settings %j', (settings) => {
  expect(sinchSettingsSchema.safeParse(settings).success).toBe(false);
});

it('[P37] takes a token, with or without a callback secret', () => {
  expect(sinchSecretsSchema.safeParse({ apiToken: 'abc' }).success).toBe(true);
  expect(sinchSecretsSchema.safeParse({ apiToken: 'abc', callbackSecret: 'ß ok' }).success).toBe(true);
});

it.each([
  { apiToken: '' },
  { apiToken: 'a b' },
  { apiToken: 'a\nb' },
  { apiToken: 'é' },
  { apiToken: 'a', callbackSecret: '' },
])('[P37] refuses the secrets %j', (secrets) => {
  expect(sinchSecretsSchema.safeParse(secrets).success).toBe(false);
});
