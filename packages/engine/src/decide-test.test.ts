import { expect, it } from 'vitest';
import { createCustomerFacts, createMessageFacts, createSmsNode } from '@curlew/testkit';
import { decideMessage, decideTest, prepareMessage } from './index.ts';

const facts = createMessageFacts();

const typed = (e164: string | null, isUs = false, isUnusable = false) => ({
  phone: { raw: e164 ?? 'none', e164, isUs },
  isUnusable,
});

it('[E30] a test goes to typed phones, with the data of a customer who could not be written to', () => {
  const customer = createCustomerFacts({
    attributes: { first_name: 'Jana', phone: 'of the customer' },
    phone: { raw: null, e164: null, isUs: false },
    isUnusable: true,
  });
  const message = '{{ customer.first_name }}, {{ customer.phone }}';
  const node = createSmsNode({
    consentCategoryId: '01a20242-d422-714d-a856-e14b220af4dd',
    versions: [{ language: 'en', message }],
  });
  const phones = [
    typed('+447700900001'),
    typed(null),
    typed('+14155550100', true),
    typed('+447700900002', false, true),
  ];
  const decisions = decideTest(prepareMessage(node), { customer, phones }, facts);
  expect(decisions).toEqual([
    {
      status: 'enqueued',
      recipient: '+447700900001',
      sender: 'Curlew',
      text: 'Jana, of the customer',
      language: 'en',
      encoding: 'GSM-7',
      parts: 1,
      identityToken: null,
      links: [],
    },
    expect.objectContaining({ type: 'invalid_phone' }),
    expect.objectContaining({ type: 'us_not_enabled' }),
    expect.objectContaining({ type: 'invalid_contact' }),
  ]);
});

it('[E30] a test asks about no frequency, and comes too late as any message does', () => {
  const frequencyPolicy = { of: 'own', value: '01a20242-d422-714d-a856-e14b220af4d9' } as const;
  const phones = [typed('+447700900001')];
  const decide = (settings: Parameters<typeof createSmsNode>[0]) =>
    decideTest(prepareMessage(createSmsNode(settings)), { customer: createCustomerFacts(), phones }, facts);
  const prepared = prepareMessage(createSmsNode({ frequencyPolicy }));
  expect(decideMessage(prepared, createCustomerFacts(), facts)).toMatchObject({ type: 'frequency_policy' });
  expect(decide({ frequencyPolicy })).toMatchObject([{ status: 'enqueued' }]);
  const expiry = { of: 'own', value: { amount: 0, unit: 'minutes' } } as const;
  expect(decide({ expiry })).toMatchObject([{ status: 'suppressed', type: 'expired' }]);
});

it('[E30] each message of a test has a token of its own, where it has any', () => {
  let made = 0;
  const withTokens = { ...facts, newIdentityToken: () => `token${(made += 1)}` };
  const decide = (message: string) =>
    decideTest(
      prepareMessage(createSmsNode({ versions: [{ language: 'en', message }] })),
      { customer: createCustomerFacts(), phones: [typed('+447700900001'), typed('+447700900002')] },
      withTokens,
    );
  expect(decide('Hi {{ iitt }}')).toMatchObject([
    { text: 'Hi token1', identityToken: 'token1' },
    { text: 'Hi token2', identityToken: 'token2' },
  ]);
  expect(decide('Hi')).toMatchObject([{ identityToken: null }, { identityToken: null }]);
});

it('[E30] a test of a message that does not leave is refused as any other', () => {
  const prepared = prepareMessage(
    createSmsNode({ versions: [{ language: 'en', message: 'x'.repeat(161) }] }),
  );
  const phones = [typed('+447700900001'), typed('+447700900002')];
  const refusal = expect.objectContaining({ status: 'enqueue_failed', type: 'message_too_long' });
  expect(decideTest(prepared, { customer: createCustomerFacts(), phones }, facts)).toEqual([
    refusal,
    refusal,
  ]);
});
