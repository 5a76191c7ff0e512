import { type CustomerFacts, prepareMessage } from '@curlew/engine';
import { messageDefaultsSchema, type NodeOf, nodeKinds, type SmsSettings } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { previewMessage } from './preview-message.ts';

const jana: CustomerFacts = {
  id: 'c1',
  attributes: { first_name: 'Jana', language: 'sk' },
  ids: {},
  phone: { raw: '+420601234567', e164: '+420601234567', isUs: false },
  isUnusable: false,
  grantedConsents: new Set(),
};
const facts = {
  project: {
    id: 'p1',
    name: 'Demo',
    isUsEnabled: false,
    generalCategories: new Set<string>(),
    frequencyPolicies: new Map(),
  },
  scenario: { id: 's1', name: 'Spring' },
  defaults: messageDefaultsSchema.parse({}),
  now: 0,
};
const nodeOf = (settings: Partial<SmsSettings>): NodeOf<'sms'> => ({
  id: 'n1',
  number: 1,
  name: 'Offer',
  kind: 'sms',
  position: { x: 0, y: 0 },
  settings: { ...nodeKinds.sms.defaults(), sender: 'Curlew', ...settings },
});
const preview = (settings: Partial<SmsSettings>, customer = jana) =>
  previewMessage(prepareMessage(nodeOf(settings)), customer, facts);
const en = (message: string) => ({ versions: [{ language: 'en', message }] });

it('shows what would be sent, in the language of the customer', () => {
  const shown = preview({
    versions: [
      { language: 'en', message: 'Hi' },
      { language: 'sk', message: 'Ahoj {{ customer.first_name }}' },
    ],
  });
  expect(shown).toMatchObject({ language: 'sk', sender: 'Curlew', text: 'Ahoj Jana' });
  expect(shown.decision).toMatchObject({ status: 'enqueued', text: 'Ahoj Jana', parts: 1 });
});

it('renders also what the gate refuses before it renders', () => {
  const nobody = { ...jana, phone: { raw: null, e164: null, isUs: false } };
  const shown = preview(en('Hi {{ customer.first_name }}'), nobody);
  expect(shown.decision).toMatchObject({ status: 'suppressed', type: 'no_phone' });
  expect(shown.text).toBe('Hi Jana');
});

it('counts a message that is too long', () => {
  const shown = preview(en('a'.repeat(200)));
  expect(shown.decision).toMatchObject({ status: 'enqueue_failed', type: 'message_too_long' });
  expect(shown.count?.parts).toHaveLength(2);
});

it('has no text for a broken template, and still the sender', () => {
  const shown = preview(en('Hi {{ customer.first_name'));
  expect(shown.decision).toMatchObject({ type: 'template_error' });
  expect(shown).toMatchObject({ text: null, count: null, sender: 'Curlew' });
});

it('renders the sender for the customer', () => {
  expect(preview({ ...en('Hi'), sender: ' {{ customer.first_name }} ' }).sender).toBe('Jana');
  expect(preview({ ...en('Hi'), sender: '{{ customer' })).toMatchObject({ sender: null, text: 'Hi' });
});

it.each([
  ['the event that is not there', 'Paid: {{ event.total_price }}', true],
  ['another mistake', 'Paid: {{ 1 // 0 }}', false],
  ['nothing', 'Paid{% if event %}: {{ event.total_price }}{% endif %}', false],
  ['a broken template', 'Paid: {{ event.total_price', false],
] as const)('knows whether %s makes a message fail for want of an event', (...[, message, expected]) => {
  expect(preview(en(message)).lacksEvent).toBe(expected);
});
