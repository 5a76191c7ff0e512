import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../provider.ts';
import { writeBatchRequest, type SinchBatchRequest } from './batch-request.ts';
import { cutText } from './parameters.ts';
import { planSinchBatches } from './plan-batches.ts';

const CONTEXT = { reference: 'ref-1', callbackUrl: null, now: 0 };

function message(overrides: Partial<OutboundMessage>): OutboundMessage {
  return {
    id: 'm',
    sender: 'Curlew',
    recipient: '+31612345678',
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7',
    expiresAt: null,
    ...overrides,
  };
}

/** The documented rule, in a scan of its own: each `${key}` of the body is replaced once, left to right. */
function expand({ body, parameters }: SinchBatchRequest, recipient: string): string {
  if (parameters === undefined) {
    if (body.includes('${')) throw new Error(`A placeholder in the plain body ${body}`);
    return body;
  }
  let text = '';
  let rest = body;
  while (rest !== '') {
    const [placeholder = '', key = ''] = /^\$\{([A-Za-z0-9._-]{1,16})\}/.exec(rest) ?? [];
    const value = parameters[key]?.[recipient.replace('+', '')];
    if (placeholder === '' || value === undefined) throw new Error(`Nothing to put in place of ${rest}`);
    text += value;
    rest = rest.slice(placeholder.length);
  }
  return text;
}

// Well-formed text full of what could go wrong: placeholders, replacement patterns of regular expressions, pairs.
const textArbitrary = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '${t1}',
        '${',
        '}',
        '$',
        '$$',
        '$&',
        '$1',
        '\\${t2}',
        '😀',
        'x'.repeat(159),
        '${default}',
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '' && text.length <= 2000);

describe('writeBatchRequest', () => {
  it('[P20] writes what Sinch documents', () => {
    const messages = [
      message({ id: 'a', recipient: '+31612345678', text: 'Hi Ann', parts: 1 }),
      message({ id: 'b', recipient: '+390612345678', text: 'Hi Bob', parts: 3 }),
    ];
    expect(writeBatchRequest(messages, CONTEXT)).toEqual({
      type: 'mt_text',
      from: 'Curlew',
      to: ['+31612345678', '+390612345678'],
      body: '${t1}',
      parameters: { t1: { '31612345678': 'Hi Ann', '390612345678': 'Hi Bob' } },
      client_reference: 'ref-1',
      delivery_report: 'none',
      max_number_of_message_parts: 3,
    });
  });

  it('[P21] asks for reports where there is an address for them', () => {
    const callbackUrl = 'https://curlew.example/receipts/abc';
    expect(writeBatchRequest([message({})], { ...CONTEXT, callbackUrl })).toMatchObject({
      delivery_report: 'per_recipient',
      callback_url: callbackUrl,
    });
  });

  it('[P22] sends equal texts as a plain body', () => {
    const request = writeBatchRequest([message({}), message({ recipient: '+31612345679' })], CONTEXT);
    expect(request.body).toBe('hello');
    expect(request).not.toHaveProperty('parameters');
  });

  it('[P22] sends a text with a placeholder in it as a parameter', () => {
    const request = writeBatchRequest([message({ text: 'Price: ${price}' })], CONTEXT);
    expect(request).toMatchObject({
      body: '${t1}',
      parameters: { t1: { '31612345678': 'Price: ${price}' } },
    });
  });

  it('[P23] gives back exactly the texts', () => {
    fc.assert(
      fc.property(fc.array(textArbitrary, { minLength: 1, maxLength: 8 }), (texts) => {
        const messages = texts.map((text, index) =>
          message({ id: String(index), recipient: `+3161234567${index}`, text }),
        );
        const batches = planSinchBatches(messages);
        for (const batch of batches) {
          const request = writeBatchRequest(batch.messages, CONTEXT);
          expect(batch.messages.map(({ recipient }) => expand(request, recipient))).toEqual(
            batch.messages.map(({ text }) => text),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('cutText', () => {
  it('[P24] keeps values within 1 to 160 units and whole characters', () => {
    fc.assert(
      fc.property(textArbitrary, (text) => {
        const values = cutText(text);
        expect(values.join('')).toBe(text);
        for (const value of values) {
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(160);
          expect(value.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['', []],
    ['x'.repeat(160), [160]],
    ['x'.repeat(161), [160, 1]],
    [`${'x'.repeat(159)}😀`, [159, 2]],
    [`${'x'.repeat(158)}😀`, [160]],
    ['😀'.repeat(100), [160, 40]],
  ])('[P24] cuts %#', (text, lengths) => {
    expect(cutText(text).map((value) => value.length)).toEqual(lengths);
  });

  it('[P24] does not mix texts that need different numbers of values', () => {
    const messages = [
      message({ id: 'a' }),
      message({ id: 'b', recipient: '+31612345679', text: 'x'.repeat(200) }),
    ];
    expect(planSinchBatches(messages)).toHaveLength(2);
    expect(() => writeBatchRequest(messages, CONTEXT)).toThrow('Message b needs 2 parameters');
  });
});
