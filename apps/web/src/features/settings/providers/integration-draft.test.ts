import type { Integration } from '@curlew/contract';
import { expect, it } from 'vitest';
import {
  changeBodyOf,
  draftOf,
  faultsOf,
  isAsRefused,
  newBodyOf,
  newDraft,
  ofKind,
} from './integration-draft.ts';

const stored: Integration = {
  id: '01a20242-d422-714d-a856-e14b220af4da',
  name: 'Sinch',
  provider: 'sinch',
  isBuiltIn: false,
  isDefault: true,
  ratePerSecond: 30,
  rateUnit: 'parts',
  hasPrices: false,
  fallbackIntegrationId: null,
  settings: { region: 'us', servicePlanId: 'plan1' },
  secretsSetAt: { apiToken: '2026-11-29T12:00:00.000Z' },
  callbackUrl: null,
  hasEarlierCallbackUrls: false,
  trouble: null,
  lastReportAt: null,
  unreadCalls: null,
};

it('a new one has a name that is free', () => {
  expect(newDraft('sinch', []).name).toBe('Sinch');
  expect(newDraft('sinch', ['SINCH', 'Sinch 2']).name).toBe('Sinch 3');
});

it('sends what is typed, without what is empty or not shown', () => {
  const draft = newDraft('sinch', []);
  const settings = { region: 'eu', baseUrl: 'https://left.example', servicePlanId: ' plan1 ' };
  expect(newBodyOf({ ...draft, settings, secrets: { apiToken: ' token ', callbackSecret: '' } })).toEqual({
    provider: 'sinch',
    name: 'Sinch',
    ratePerSecond: 30,
    rateUnit: 'messages',
    fallbackIntegrationId: null,
    settings: { region: 'eu', servicePlanId: 'plan1' },
    secrets: { apiToken: 'token' },
  });
  const elsewhere = { ...settings, region: '' };
  expect(newBodyOf({ ...draft, settings: elsewhere })).toMatchObject({
    settings: { baseUrl: 'https://left.example', servicePlanId: 'plan1' },
  });
});

it('a change keeps the secrets that nobody typed, and takes away what is to go', () => {
  const draft = draftOf(stored);
  expect(draft.settings).toEqual({ region: 'us', baseUrl: '', servicePlanId: 'plan1' });
  expect(changeBodyOf({ ...draft, removed: ['callbackSecret'] }, draft)).toEqual({
    secrets: { callbackSecret: null },
  });
  expect(changeBodyOf({ ...draft, secrets: { apiToken: 'new' } }, draft)).toEqual({
    secrets: { apiToken: 'new' },
  });
});

it('a change says only what was changed, so that it undoes nothing of somebody else', () => {
  const draft = draftOf(stored);
  expect(changeBodyOf(draft, draft)).toEqual({});
  expect(changeBodyOf({ ...draft, name: ' Other ' }, draft)).toEqual({ name: 'Other' });
  const fallbackIntegrationId = '01a20242-d422-714d-a856-e14b220af4db';
  expect(changeBodyOf({ ...draft, fallbackIntegrationId }, draft)).toEqual({ fallbackIntegrationId });
  const kept = draftOf({ ...stored, fallbackIntegrationId });
  expect(changeBodyOf({ ...kept, fallbackIntegrationId: null }, kept)).toEqual({
    fallbackIntegrationId: null,
  });
  const settings = { ...draft.settings, servicePlanId: 'plan2' };
  expect(changeBodyOf({ ...draft, settings }, draft)).toEqual({
    settings: { region: 'us', servicePlanId: 'plan2' },
  });
});

it('the built-in carrier has a name and a rate, and nothing else', () => {
  const draft = draftOf({ ...stored, isBuiltIn: true });
  expect(changeBodyOf({ ...draft, rate: '40', fallbackIntegrationId: stored.id }, draft)).toEqual({
    ratePerSecond: 40,
  });
  expect(newBodyOf(newDraft('built_in', []))).toEqual({
    provider: 'built_in',
    name: 'Built-in carrier',
    ratePerSecond: 5_000,
    rateUnit: 'messages',
    fallbackIntegrationId: null,
    settings: {},
    secrets: {},
  });
});

it('of another kind keeps the name and the rate that were typed, and no others', () => {
  const taken = ['CM.com'];
  expect(ofKind(newDraft('sinch', taken), 'cm', taken)).toEqual(newDraft('cm', taken));
  const typed = {
    ...newDraft('sinch', taken),
    name: 'Ours',
    rate: '7',
    settings: { servicePlanId: 'plan1' },
  };
  expect(ofKind(typed, 'cm', taken)).toEqual({ ...newDraft('cm', taken), name: 'Ours', rate: '7' });
});

it('what was refused of a field no longer holds once the field is another', () => {
  const refused = newDraft('webhook', []);
  const mended = { ...refused, rate: '1.5', secrets: { signing: 'whsec_' }, removed: ['callback'] };
  const paths = ['name', 'ratePerSecond', 'fallbackIntegrationId', 'settings.url', 'secrets.signing'];
  const stands = [...paths, 'secrets.callback'].filter((path) => isAsRefused(mended, refused, path));
  expect(stands).toEqual(['name', 'fallbackIntegrationId', 'settings.url']);
  const addressed = { ...refused, name: 'Ours', settings: { url: 'https://ours.example' } };
  expect(['name', 'settings.url'].filter((path) => isAsRefused(addressed, refused, path))).toEqual([]);
});

it.each([
  ['1', true],
  ['10,000', true],
  ['10001', false],
  ['0', false],
  ['1.5', false],
  ['1,0', false],
  ['1,2,3', false],
  ['', false],
])('a rate of %j', (rate, isRight) => {
  expect('ratePerSecond' in faultsOf({ ...newDraft('cm', []), rate })).toBe(!isRight);
});
