import { expect, it } from 'vitest';
import { findDefaultsIssues } from './defaults-issues.ts';
import { messageDefaultsSchema, messageRulesOf } from './message-rules.ts';
import { smsSettingsSchema } from './sms-settings.ts';

const policy = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';
const defaults = messageDefaultsSchema.parse({
  frequencyPolicyId: policy,
  expiry: { amount: 6, unit: 'hours' },
  shortensLinks: true,
});
const rulesOf = (settings: object) =>
  messageRulesOf({ name: 'Offer', settings: smsSettingsSchema.parse(settings) }, defaults);

it('[N88] a node that says nothing follows its project', () => {
  expect(rulesOf({})).toEqual({
    frequencyPolicyId: policy,
    silentHours: null,
    expiry: { amount: 6, unit: 'hours' },
    shortensLinks: true,
    identityTransfer: 'first_click',
    utm: { source: 'curlew', medium: 'sms', campaign: 'Offer', term: '', content: '' },
  });
});

it('[N88] a node takes what its project says away, or says its own', () => {
  const rules = rulesOf({
    frequencyPolicy: { of: 'own', value: other },
    expiry: { of: 'none' },
    linkShortener: 'off',
    identityTransfer: 'every_click',
    utm: { of: 'own', value: { source: 'shop' } },
    silentHours: { of: 'own', value: { from: '22:00' } },
  });
  expect(rules).toMatchObject({
    frequencyPolicyId: other,
    expiry: null,
    shortensLinks: false,
    identityTransfer: 'every_click',
    utm: { source: 'shop', medium: '' },
    silentHours: { from: '22:00', to: '08:00', timeZone: 'customer' },
  });
});

it('[N92] finds what is wrong with the defaults of a project', () => {
  const silentDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const wrong = messageDefaultsSchema.parse({
    silentHours: { silentDays },
    expiry: { amount: 0, unit: 'hours' },
  });
  expect(findDefaultsIssues(wrong).map(({ code, field }) => [code, field])).toEqual([
    ['always_silent', 'silentHours.silentDays'],
    ['expires_at_once', 'expiry.amount'],
  ]);
  expect(findDefaultsIssues(defaults)).toEqual([]);
});
