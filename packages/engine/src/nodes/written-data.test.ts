import { expect, it } from 'vitest';
import { createCustomerFacts, createNode, createSmsNode, messagesOf } from '@curlew/testkit';
import type { CustomerFacts } from '../index.ts';
import { factsOf, having, pass, set, track, value } from '../testing/walk-nodes.ts';

it('[E74] what is written decides the zone, the language and the conditions that follow', () => {
  const condition = createNode('condition', {
    filter: {
      match: 'all',
      groups: [
        {
          match: 'all',
          conditions: [
            { kind: 'attribute', property: 'tier', type: 'text', operator: 'is', values: ['gold'] },
          ],
        },
      ],
    },
  });
  expect(pass([set(value('tier', 'gold')), condition]).moves.at(-1)).toMatchObject({
    output: 'match',
    why: ['0.0', 'gold'],
  });
  const silent = createNode('silent_hours', { from: '09:00', to: '10:00' });
  expect(pass([set(value('time_zone', 'Europe/Bratislava')), silent]).waitsUntil).toBe(
    Date.parse('2026-11-22T09:00Z'),
  );
  const sms = createSmsNode({
    versions: [
      { language: 'en', message: 'Hello' },
      { language: 'sk', message: 'Ahoj' },
    ],
  });
  expect(messagesOf(pass([set(value('language', 'sk')), sms]))[0]?.decision).toMatchObject({ text: 'Ahoj' });
});

const told = (wanted: string, event = 'campaign') =>
  createNode('condition', {
    filter: {
      match: 'all',
      groups: [
        {
          match: 'all',
          conditions: [
            {
              kind: 'event',
              event,
              did: true,
              atLeast: 1,
              withinDays: 1,
              where: [{ property: 'status', type: 'text', operator: 'is', values: [wanted] }],
            },
          ],
        },
      ],
    },
  });

it.each<[string, Partial<CustomerFacts>]>([
  ['enqueued', {}],
  ['suppressed', { isUnusable: true }],
])('[E74] that a message was %s is known to the condition after it', (status, more) => {
  const customer = createCustomerFacts({ events: [], ...more });
  const last = (wanted: string) => pass([createSmsNode(), told(wanted)], customer).moves.at(-1)?.output;
  expect([last(status), last('sent')]).toEqual(['match', 'no_match']);
});

it.each([
  [undefined, 'campaign', 'match'],
  ['text_message', 'text_message', 'match'],
  ['text_message', 'campaign', 'no_match'],
  ['campaign', 'text_message', 'no_match'],
])('[E47] events named %s are met by a condition on %s: %s', (campaignEvent, asked, output) => {
  const facts = factsOf(campaignEvent === undefined ? {} : { campaignEvent });
  const { moves } = pass(
    [createSmsNode(), told('enqueued', asked)],
    createCustomerFacts({ events: [] }),
    facts,
  );
  expect(moves.at(-1)?.output).toBe(output);
});

it('[E74] what the project takes for a date is one for later templates, and stored as it was written', () => {
  const nodes = [
    set(value('due', '2026-11-30', 'date')),
    track(value('d', "{{ customer.due|date('%d.%m.') }}")),
  ];
  const { customer } = pass(nodes, having({}), factsOf({ dateAttributes: new Set(['due']) }));
  expect(customer.stored).toEqual({ due: '2026-11-30' });
  expect(customer.attributes['due']).not.toBe('2026-11-30');
  expect(
    pass([set(value('due', 'soon'))], having({}), factsOf({ dateAttributes: new Set(['due']) })).customer
      .attributes,
  ).toEqual({ due: 'soon' });
});
