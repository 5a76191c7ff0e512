import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertBatch, layOutBatches } from './batching.ts';
import type { OutboundMessage } from './provider.ts';
import { providers } from './providers.ts';

const operators = Object.values(providers);
const planBatches = (messages: readonly OutboundMessage[]) => providers.sinch.planBatches(messages);

// Few senders and recipients, so that collisions are the rule; texts around the limit of one value.
const messagesArbitrary = fc
  .array(
    fc.record({
      sender: fc.constantFrom('Curlew', '31', 'a b', '+3197000000'),
      recipient: fc.integer({ min: 0, max: 12 }).map((index) => `+31612345${String(index).padStart(3, '0')}`),
      text: fc.oneof(
        fc.string(),
        fc.integer({ min: 150, max: 330 }).map((length) => 'x'.repeat(length)),
      ),
    }),
    { maxLength: 60 },
  )
  .map((drafts) =>
    drafts.map((draft, index): OutboundMessage => ({
      ...draft,
      id: String(index),
      parts: 1,
      encoding: 'GSM-7',
      expiresAt: null,
    })),
  );

function message(index: number): OutboundMessage {
  return {
    id: String(index),
    sender: 'Curlew',
    recipient: `+3161${String(index).padStart(7, '0')}`,
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7',
    expiresAt: null,
  };
}

describe('planBatches', () => {
  it.each(operators)('[P1] loses nothing and repeats nothing ($title)', (operator) => {
    fc.assert(
      fc.property(messagesArbitrary, (messages) => {
        const planned = operator.planBatches(messages).flatMap((batch) => batch.messages);
        expect(planned.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(messages);
      }),
    );
  });

  it.each(operators)('[P1] keeps the order of like messages to one recipient ($title)', (operator) => {
    const messages = Array.from({ length: 5 }, (_, index) => ({ ...message(7), id: String(index) }));
    const ids = operator.planBatches(messages).flatMap((batch) => batch.messages.map(({ id }) => id));
    expect(ids).toEqual(['0', '1', '2', '3', '4']);
  });

  it.each(operators)('[P2] keeps every limit ($title)', (operator) => {
    fc.assert(
      fc.property(messagesArbitrary, fc.integer({ min: 1, max: 5 }), (messages, limit) => {
        const rules = { limit, groupKey: ({ text }: OutboundMessage) => String(text.length) };
        for (const batch of [...operator.planBatches(messages), ...layOutBatches(messages, rules)]) {
          expect(new Set(batch.messages.map(({ sender }) => sender)).size).toBe(1);
          expect(new Set(batch.messages.map(({ recipient }) => recipient)).size).toBe(batch.messages.length);
        }
        for (const batch of layOutBatches(messages, rules)) {
          expect(batch.messages.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it.each([
    [0, []],
    [1000, [1000]],
    [1001, [1000, 1]],
    [2500, [1000, 1000, 500]],
  ])('[P2] takes up to 1,000 messages in one request: %i', (count, sizes) => {
    const messages = Array.from({ length: count }, (_, index) => message(index));
    expect(planBatches(messages).map((batch) => batch.messages.length)).toEqual(sizes);
  });
});

describe('assertBatch', () => {
  it.each([
    ['no message', []],
    ['too many', [message(1), message(2), message(3)]],
    ['two senders', [message(1), { ...message(2), sender: 'Other' }]],
    ['one recipient twice', [message(1), { ...message(1), id: '2' }]],
  ])('[P4] throws on %s', (_, messages) => {
    expect(() => assertBatch({ messages }, 2)).toThrow('batch');
  });
});
