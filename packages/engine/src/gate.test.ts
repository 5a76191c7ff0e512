import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSender, countSms } from '@curlew/sms';
import { createCustomerFacts, createMessageFacts, createProjectFacts, createSmsNode } from '@curlew/testkit';
import { decideMessage, prepareMessage, type CustomerFacts, type MessageDecision } from './index.ts';

const category = '01a20242-d422-714d-a856-e14b220af4dd';
const facts = createMessageFacts();

interface Message {
  readonly message?: string;
  readonly sender?: string;
  readonly maximumParts?: number;
  readonly consentCategoryId?: string;
}

const decide = (
  { message = 'Hello', ...settings }: Message,
  customer = createCustomerFacts(),
  messageFacts = facts,
): MessageDecision =>
  decideMessage(
    prepareMessage(createSmsNode({ ...settings, versions: [{ language: 'en', message }] })),
    customer,
    messageFacts,
  );

const order = [
  'no_phone',
  'invalid_phone',
  'us_not_enabled',
  'invalid_contact',
  'consent',
  'template_error',
  'template_error of the sender',
  'empty_message',
  'message_too_long',
  'invalid_sender',
] as const;
type Fault = (typeof order)[number];

// Blanks alone are both empty and, when there are enough of them, too long: any set of faults can be had at once.
const decideWith = (faults: ReadonlySet<Fault>): MessageDecision => {
  const broken = '{{ 1 // 0 }}';
  const message = (faults.has('empty_message') ? ' ' : 'x').repeat(faults.has('message_too_long') ? 500 : 5);
  const customer = createCustomerFacts({
    phone: {
      raw: faults.has('no_phone') ? ' ' : '+44 7700 900123',
      e164: faults.has('invalid_phone') ? null : '+447700900123',
      isUs: faults.has('us_not_enabled'),
    },
    isUnusable: faults.has('invalid_contact'),
    grantedConsents: new Set(faults.has('consent') ? [] : [category]),
  });
  const settings = {
    message: faults.has('template_error') ? `${message}${broken}` : message,
    sender: `${faults.has('invalid_sender') ? '???' : 'Shop'}${faults.has('template_error of the sender') ? broken : ''}`,
    consentCategoryId: category,
  };
  return decide(settings, customer);
};

const allSets = Array.from(
  { length: 2 ** order.length },
  (_, bits) => new Set(order.filter((_fault, index) => (bits >> index) & 1)),
);

it('[E1] of any set of faults the first in the order is the reason', () => {
  expect(allSets).toHaveLength(1024);
  const wrong = allSets.filter((faults) => {
    const decision = decideWith(faults);
    const first = order.find((fault) => faults.has(fault));
    const expected = first?.replace(' of the sender', '') ?? 'enqueued';
    return (decision.status === 'enqueued' ? 'enqueued' : decision.type) !== expected;
  });
  expect(wrong).toEqual([]);
});

it('[E2] suppresses for what the customer is, fails for what the message does', () => {
  const suppressed = new Set<Fault>(order.slice(0, 5));
  for (const fault of order) {
    const decision = decideWith(new Set([fault]));
    expect(decision).toMatchObject(
      suppressed.has(fault)
        ? { status: 'suppressed', language: null }
        : { status: 'enqueue_failed', language: 'en' },
    );
    expect(decision).toHaveProperty('message', expect.stringMatching(/^[A-Z“].*[^.]$/));
  }
});

it('[E1] lets US numbers through where the project sends there', () => {
  const customer = createCustomerFacts({
    phone: { raw: '+1 415 555 0100', e164: '+14155550100', isUs: true },
  });
  const project = createProjectFacts({ isUsEnabled: true });
  expect(decide({}, customer, { ...facts, project }).status).toBe('enqueued');
  expect(decide({}, customer)).toMatchObject({ type: 'us_not_enabled' });
});

it.each([null, '', ' \n'])('[E1] a phone of %j is none', (raw) => {
  const customer = createCustomerFacts({ phone: { raw, e164: null, isUs: false } });
  expect(decide({}, customer)).toMatchObject({ type: 'no_phone' });
});

const other = '01a20242-d422-714d-a856-e14b220af4de';
const general = { general: [category], granted: [] };

it.each([
  ['no category', undefined, { general: [], granted: [] }, true],
  ['General, which takes no refusal either', category, general, true],
  ['a consent that was given', category, { general: [], granted: [category] }, true],
  ['a consent to something else', category, { general: [other], granted: [other] }, false],
  ['a consent never given, taken back, or out of date', category, { general: [], granted: [] }, false],
] as const)('[E3] %s', (...[, asked, { general, granted }, isSent]) => {
  const customer = createCustomerFacts({ grantedConsents: new Set(granted) });
  const project = createProjectFacts({ generalCategories: new Set(general) });
  const message = asked === undefined ? {} : { consentCategoryId: asked };
  expect(decide(message, customer, { ...facts, project }).status).toBe(isSent ? 'enqueued' : 'suppressed');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('a', '€', 'e\u0301', 'c\u0327', '😀', ' ', '\ud800'), maxLength: 1_000 }),
);
const anySender = fc.oneof(
  fc.constantFrom('Shop', ' Shop\n', 'Cafe\u0301', '+447700900000', '123', 'Curlew Shops', 'Ťava'),
  fc.string({ unit: 'grapheme', maxLength: 14 }),
);

it('[E4] what leaves is NFC, within the parts allowed and from a valid sender', () => {
  let enqueued = 0;
  fc.assert(
    fc.property(anyText, anySender, fc.integer({ min: 1, max: 8 }), (name, sender, maximumParts) => {
      const customer = createCustomerFacts({ attributes: { name, sender } });
      const settings = { message: 'Hi {{ customer.name }}', sender: '{{ customer.sender }}', maximumParts };
      const decision = decide(settings, customer);
      if (decision.status !== 'enqueued') return;
      enqueued += 1;
      const count = countSms(decision.text);
      const checks: Record<string, boolean> = {
        text: decision.text.normalize('NFC') === decision.text && decision.text.isWellFormed(),
        count: count.parts.length === decision.parts && count.encoding === decision.encoding,
        parts: decision.parts >= 1 && decision.parts <= maximumParts,
        sender: checkSender(decision.sender).ok && decision.sender.trim() === decision.sender,
        senderForm: decision.sender.normalize('NFC') === decision.sender,
        recipient: decision.recipient === customer.phone.e164,
      };
      expect(Object.entries(checks).filter(([, holds]) => !holds)).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(enqueued).toBeGreaterThan(50);
});

it.each([
  [
    'one part',
    { message: 'x'.repeat(161) },
    'The message is too long: 161 GSM-7 units, 2 parts, where 1 part of 160 units may be used',
  ],
  [
    'several parts in Unicode',
    { message: '你'.repeat(135), maximumParts: 2 },
    'The message is too long: 135 Unicode units, 3 parts, where 2 parts of 134 units may be used',
  ],
])('[E5] names length and limit of %s', (_, message, words) => {
  expect(decide(message)).toMatchObject({ type: 'message_too_long', message: words });
});

it.each([
  ['', 'The sender is empty'],
  ['{{ customer.shop }}', 'The sender is empty'],
  ['???', '“???” cannot be a sender'],
])('[E1] says what is wrong with the sender %j', (sender, words) => {
  expect(decide({ sender })).toMatchObject({ type: 'invalid_sender', message: words });
});

it.each([
  [{ sender: '???' }, '???'],
  [{ sender: '{{ customer.shop }}' }, undefined],
  [{ sender: '{{ broken' }, undefined],
  [{ sender: 'Shop', message: 'x'.repeat(2_000) }, 'Shop'],
  [{ sender: 'Shop', message: ' ' }, 'Shop'],
])('[E1] what %j refuses says who it would have come from, where that is known', (settings, sender) => {
  const decision = decide(settings);
  expect(decision.status).toBe('enqueue_failed');
  expect('sender' in decision ? decision.sender : undefined).toBe(sender);
});

it('[E5] lets the last unit that fits through', () => {
  expect(decide({ message: 'x'.repeat(160) })).toMatchObject({ status: 'enqueued', parts: 1 });
  expect(decide({ message: '你'.repeat(134), maximumParts: 2 })).toMatchObject({ parts: 2 });
});

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
};

it('[E6] decides the same each time and changes nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (attributes) => {
      const customer: CustomerFacts = freeze(createCustomerFacts({ attributes }));
      const prepared = prepareMessage(
        freeze(createSmsNode({ versions: [{ language: 'en', message: '{{ customer }}' }], maximumParts: 8 })),
      );
      const first = decideMessage(prepared, customer, facts);
      expect(decideMessage(prepared, customer, facts)).toEqual(first);
      expect(decideMessage(prepareMessage(prepared.node), customer, facts)).toEqual(first);
    }),
  );
});
