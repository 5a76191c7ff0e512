import { expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import { createCustomerFacts, createMessageFacts, createSmsNode } from '@curlew/testkit';
import { decideMessage, prepareMessage } from './index.ts';

const withShortener = createMessageFacts({
  shortener: { base: 'https://crlw.example', newSlug: () => 'aB3dE5fG' },
});
const link = 'https://heron.example/boots?size=42';
const decideLinks = (settings: Partial<SmsSettings>, message = `New: ${link}`, given = withShortener) =>
  decideMessage(
    prepareMessage(createSmsNode({ ...settings, versions: [{ language: 'en', message }] })),
    createCustomerFacts(),
    given,
  );

it('[E24] a message is counted and sent with its short links', () => {
  expect(decideLinks({ linkShortener: 'on', utm: { of: 'none' } })).toMatchObject({
    status: 'enqueued',
    text: 'New: https://crlw.example/aB3dE5fG',
    links: [{ slug: 'aB3dE5fG', target: link }],
  });
  const long = `${link}${'a'.repeat(200)}`;
  expect(decideLinks({ linkShortener: 'off' }, long)).toMatchObject({ type: 'message_too_long' });
  expect(decideLinks({ linkShortener: 'on' }, long)).toMatchObject({ status: 'enqueued', parts: 1 });
});

it('[E24] links stay as they are where the rules say so, or nothing can shorten them', () => {
  const asItIs = { status: 'enqueued', text: `New: ${link}`, links: [] };
  expect(decideLinks({})).toMatchObject(asItIs);
  expect(decideLinks({ linkShortener: 'on' }, `New: ${link}`, createMessageFacts())).toMatchObject(asItIs);
});

it('[E25] an address gets the UTM parameters of the node', () => {
  const utm = {
    of: 'own' as const,
    value: { source: 'shop', medium: '', campaign: '', term: '', content: '' },
  };
  expect(decideLinks({ linkShortener: 'on', utm })).toMatchObject({
    links: [{ target: `${link}&utm_source=shop` }],
  });
});

it('[E26] refuses an address that is too long', () => {
  const decision = decideLinks({ linkShortener: 'on' }, `${link}${'a'.repeat(2_100)}`);
  expect(decision).toMatchObject({ status: 'enqueue_failed', type: 'link_shortener' });
});
