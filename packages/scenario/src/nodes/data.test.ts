import { compileTemplate, renderTemplate } from '@curlew/jinja';
import { expect, it } from 'vitest';
import { observeKind, type KindCase } from '../testing/observe-kind.ts';
import { changeConsent, type ChangeConsentSettings } from './change-consent.ts';
import { setAttribute, type SetAttributeSettings } from './set-attribute.ts';
import { trackEvent, type TrackEventSettings } from './track-event.ts';
import { hasBody, webhook, webhookMethods, type WebhookSettings } from './webhook.ts';

const url = 'https://example.com/hook';
const header = (name: string, value = 'x'): WebhookSettings['headers'][number] => ({ name, value });

const requests: KindCase<WebhookSettings>[] = [
  {
    with: { url: ' https://example.com/hook ' },
    summary: 'POST https://example.com/hook',
    outputs: ['ok', 'error'],
    issues: [],
  },
  { with: { url, method: 'GET', body: '{{ broken' }, summary: 'GET https://example.com/hook', issues: [] },
  { with: { url, body: '{{ broken' }, issues: ['!template_error body'] },
];

it.each(requests)('[N68] Webhook with $with', (kindCase) => {
  expect(observeKind(webhook, kindCase)).toEqual(kindCase);
});

it('[N68] only GET and DELETE have no body', () => {
  expect(webhookMethods.filter((method) => !hasBody(method))).toEqual(['GET', 'DELETE']);
});

it.each([{}, { registered: 'jana@example.com', cookie: ['a', 'b'] }])(
  '[N68] the body of a new node is JSON for the customer %j',
  (ids) => {
    const compiled = compileTemplate(webhook.defaults().body);
    if (!compiled.ok) throw new Error('the default body is broken');
    const rendered = renderTemplate(compiled.template, { customer_ids: ids });
    expect(rendered.ok && JSON.parse(rendered.text)).toEqual({ customer: ids });
  },
);

const faults: KindCase<WebhookSettings>[] = [
  { with: { url: ' ' }, summary: 'No address yet', issues: ['!url_missing url'] },
  { with: { url: 'example.com' }, issues: ['!url_invalid url'] },
  { with: { url: 'ftp://example.com' }, issues: ['!url_invalid url'] },
  { with: { url: 'https://' }, issues: ['!url_invalid url'] },
  { with: { url: 'https://user:secret@example.com' }, issues: ['!url_invalid url'] },
  { with: { url: 'https://example.com/@jana' }, issues: [] },
  { with: { url: 'HTTPS://example.com/{{ customer.id }}' }, issues: [] },
  { with: { url: '{{ project.url }}/hook' }, issues: [] },
  { with: { url: '{% if a %}https://a.example{% endif %}' }, issues: [] },
  { with: { url: 'https://example.com/{{' }, issues: ['!template_error url'] },
  { with: { url: 'http://example.com' }, issues: ['?url_unencrypted url'] },
  { with: { url, headers: [header('Authorization', 'Bearer {{ project.token }}')] }, issues: [] },
  { with: { url, headers: [header('')] }, issues: ['!header_name_wrong headers.0.name'] },
  { with: { url, headers: [header('X Token')] }, issues: ['!header_name_wrong headers.0.name'] },
  { with: { url, headers: [header('Host')] }, issues: ['!header_name_wrong headers.0.name'] },
  { with: { url, headers: [header('X-A'), header('x-a')] }, issues: ['!header_name_wrong headers.1.name'] },
  { with: { url, headers: [header('X-A', 'a\nb')] }, issues: ['!header_value_wrong headers.0.value'] },
  { with: { url, headers: [header('X-A', '{{ a')] }, issues: ['!template_error headers.0.value'] },
];

it.each(faults)('[N69] Webhook with $with', (kindCase) => {
  expect(observeKind(webhook, kindCase)).toEqual(kindCase);
});

const tier = { name: 'tier', type: 'text' as const, value: 'gold' };

const attributes: KindCase<SetAttributeSettings>[] = [
  { with: {}, summary: 'No attribute yet', outputs: ['out'], issues: ['!name_missing attributes.0.name'] },
  { with: { attributes: [] }, summary: 'No attribute yet', issues: ['!attribute_missing attributes'] },
  { with: { attributes: [tier] }, summary: 'tier = gold', issues: [] },
  { with: { attributes: [{ ...tier, value: ' ' }] }, summary: 'Delete tier', issues: [] },
  {
    with: { attributes: [tier, { ...tier, name: 'since' }] },
    summary: 'tier = gold, and 1 more',
    issues: [],
  },
  { with: { attributes: [{ ...tier, type: 'date' }] }, issues: ['!value_wrong attributes.0.value'] },
];

it.each(attributes)('[N70] Set attribute with $with', (kindCase) => {
  expect(observeKind(setAttribute, kindCase)).toEqual(kindCase);
});

const events: KindCase<TrackEventSettings>[] = [
  { with: {}, summary: 'No event yet', outputs: ['out'], issues: ['!event_missing event'] },
  { with: { event: ' upgraded ' }, summary: 'Track upgraded', issues: [] },
  { with: { event: 'upgraded', mayTrigger: true }, summary: 'Track upgraded, may start scenarios' },
  { with: { event: ' campaign' }, issues: ['!event_reserved event'] },
  { with: { event: 'consent' }, issues: ['!event_reserved event'] },
  {
    with: { event: 'upgraded', properties: [{ ...tier, name: '' }] },
    issues: ['!name_missing properties.0.name'],
  },
];

it.each(events)('[N71] Track event with $with', (kindCase) => {
  expect(observeKind(trackEvent, kindCase)).toEqual(kindCase);
});

const categoryId = '01a20242-d422-714d-a856-e14b220af4d1';
const consents: KindCase<ChangeConsentSettings>[] = [
  { with: {}, summary: 'No category yet', outputs: ['out'], issues: ['!category_missing categoryId'] },
  { with: { categoryId }, summary: 'Revoke the consent', issues: [] },
  { with: { categoryId, action: 'grant' }, summary: 'Give the consent', issues: [] },
  { with: { categoryId, action: 'grant', validDays: 1 }, summary: 'Give the consent for a day' },
  { with: { categoryId, action: 'grant', validDays: 30 }, summary: 'Give the consent for 30 days' },
];

it.each(consents)('[N72] Change consent with $with', (kindCase) => {
  expect(observeKind(changeConsent, kindCase)).toEqual(kindCase);
});
