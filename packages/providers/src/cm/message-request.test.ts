import * as fc from 'fast-check';
import { countSms } from '@curlew/sms';
import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../provider.ts';
import { writeMessageRequest } from './message-request.ts';
import { mostPartsOf } from './most-parts.ts';
import { readReference, toReference } from './reference.ts';
import { validityOf } from './validity.ts';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const ID = '0199c0de-0000-7000-8000-00000000000a';

function message(change: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: ID,
    sender: 'Curlew',
    recipient: '+31612345678',
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7',
    expiresAt: null,
    ...change,
  };
}

const write = (change: Partial<OutboundMessage>, customGrouping?: string) =>
  writeMessageRequest([message(change)], { customGrouping, now: NOW }).messages.msg[0];

describe('writeMessageRequest', () => {
  it('[P40] writes one msg with one number for each message', () => {
    const second = message({ id: ID.replace('a', 'b'), recipient: '+390612345678' });
    expect(writeMessageRequest([message(), second], { customGrouping: undefined, now: NOW })).toEqual({
      messages: {
        msg: [
          {
            from: 'Curlew',
            to: [{ number: '0031612345678' }],
            body: { type: 'AUTO', content: 'hello' },
            minimumNumberOfMessageParts: 1,
            maximumNumberOfMessageParts: 1,
            reference: '0199c0de00007000800000000000000a',
            allowedChannels: ['SMS'],
          },
          expect.objectContaining({
            to: [{ number: '00390612345678' }],
            reference: '0199c0de00007000800000000000000b',
          }),
        ],
      },
    });
  });

  it.each([
    ['+31612345678', '31612345678'],
    ['1234', '1234'],
    ['A+B', 'A+B'],
  ])('[P41] the sender %s leaves as %s', (sender, from) => {
    expect(write({ sender })).toMatchObject({ from });
  });

  it('[P41] groups where it is told to', () => {
    expect(write({}, 'spring')).toMatchObject({ customGrouping: 'spring' });
    expect(write({})).not.toHaveProperty('customGrouping');
  });

  it.each(['', 'a', 'a'.repeat(32), `${ID} `, ID.replaceAll('-', '')])('[P42] throws for the id %j', (id) => {
    expect(() => write({ id })).toThrow('no UUID');
  });

  it('[P42] a reference leads back to its message, and is taken by CM', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const reference = toReference(id);
        expect(reference).toMatch(/^[0-9a-z]{32}$/);
        expect(readReference(reference)).toBe(id);
      }),
    );
  });

  it.each(['', 'of-somebody-else', 'g'.repeat(32), 'a'.repeat(31), 'a'.repeat(33), ID])(
    '[P42] the reference %j is none of ours',
    (reference) => {
      expect(readReference(reference)).toBe(null);
    },
  );

  it.each([
    ['GSM-7', 'plain @£€'],
    ['UCS-2', 'ç and 😀'],
    ['UCS-2', 'a `backtick`'],
  ])('[P43] leaves it to CM to send as %s what is counted so', (encoding, text) => {
    expect(countSms(text).encoding).toBe(encoding);
    expect(write({ text })).toMatchObject({ body: { type: 'AUTO', content: text } });
    expect(write({ text })).not.toHaveProperty('dcs');
  });
});

describe('mostPartsOf', () => {
  it.each([
    ['160 letters', 'x'.repeat(160), 1],
    ['304 letters, two parts either way', 'x'.repeat(304), 2],
    ['305 letters, two of 153 or three of 152', 'x'.repeat(305), 3],
    ['70 in Unicode', 'й'.repeat(70), 1],
    ['132 in Unicode, two parts either way', 'й'.repeat(132), 2],
    ['134 in Unicode, two of 67 or three of 66', 'й'.repeat(134), 3],
  ])('[P44] %s', (_, text, most) => {
    expect(mostPartsOf({ text, parts: countSms(text).parts.length })).toBe(most);
  });

  it('[P44] is never below what was counted', () => {
    expect(mostPartsOf({ text: 'hello', parts: 3 })).toBe(3);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), (text) => {
        const parts = countSms(text).parts.length;
        return mostPartsOf({ text, parts }) >= Math.max(1, parts);
      }),
    );
  });
});

describe('validityOf', () => {
  it.each([
    ['2026-11-22T12:00:00.999Z', '2026-11-22 12:00:00 GMT'],
    ['2026-11-22T10:00:05.000Z', '2026-11-22 10:01:00 GMT'],
    ['2026-11-21T10:00:00.000Z', '2026-11-22 10:01:00 GMT'],
    ['2026-11-24T09:59:00.000Z', '2026-11-24 09:59:00 GMT'],
    ['2026-12-24T10:00:00.000Z', '2026-11-24 09:59:00 GMT'],
  ])('[P46] %s is %s', (expiresAt, validity) => {
    expect(validityOf({ expiresAt: Date.parse(expiresAt) }, NOW)).toEqual({ validity });
  });

  it('[P46] says nothing of a message that does not expire', () => {
    expect(validityOf({ expiresAt: null }, NOW)).toEqual({});
  });
});
