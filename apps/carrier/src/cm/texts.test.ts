import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cmMessage, cmUnderTest } from '../testing/cm-under-test.ts';
import { eventually } from '../testing/eventually.ts';
import { formatCmTime, readCmTime } from './cm-time.ts';
import { readValidity } from './validity.ts';

const phoneSchema = z.object({
  messages: z.array(z.looseObject({ text: z.string(), parts: z.number(), encoding: z.string() })),
});

async function received(change: Readonly<Record<string, unknown>>) {
  const carrier = await cmUnderTest();
  const answer = await carrier.postCm(cmMessage(change));
  await eventually(() => carrier.summary()).toMatchObject({ messages: 1 });
  const phone = await carrier.call('/carrier/api/phones/447700900001');
  const { text, parts, encoding } = phoneSchema.parse(phone.json).messages[0] ?? {};
  const told = z.object({ messages: z.array(z.looseObject({ parts: z.number() })) }).parse(answer.json);
  expect(told.messages[0]?.parts).toBe(parts);
  return { text, parts, encoding };
}

const auto = (content: string) => ({ type: 'AUTO', content });
const upTo = (most: number) => ({ minimumNumberOfMessageParts: 1, maximumNumberOfMessageParts: most });

describe('texts in CM’s format', () => {
  it.each([
    [auto('a'.repeat(160)), {}, { text: 'a'.repeat(160), parts: 1, encoding: 'GSM' }],
    [auto('a'.repeat(200)), {}, { text: 'a'.repeat(160), parts: 1, encoding: 'GSM' }],
    [auto('a'.repeat(400)), upTo(2), { text: 'a'.repeat(306), parts: 2, encoding: 'GSM' }],
    [auto('a'.repeat(400)), upTo(8), { text: 'a'.repeat(400), parts: 3, encoding: 'GSM' }],
    [auto('😀'.repeat(70)), upTo(2), { text: '😀'.repeat(66), parts: 2, encoding: 'UNICODE' }],
    [auto('€'.repeat(200)), upTo(2), { text: '€'.repeat(152), parts: 2, encoding: 'GSM' }],
  ])('[C41] cuts %j with %j', async (body, parts, expected) => {
    expect(await received({ body, ...parts })).toEqual(expected);
  });

  it.each([
    [{ type: 'AUTO', content: 'žluť' }, 0, { text: 'žluť', encoding: 'UNICODE' }],
    [{ type: 'TEXT', content: 'žluť 😀' }, undefined, { text: '?lu? ?', encoding: 'GSM' }],
    [{ type: 'TEXT', content: 'Hello' }, 8, { text: 'Hello', encoding: 'UNICODE' }],
  ])('[C41] encodes %j with dcs %j', async (body, dcs, expected) => {
    expect(await received({ body, dcs })).toEqual({ ...expected, parts: 1 });
  });

  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['2h', '2026-11-22T14:00:00Z'],
    ['30m', '2026-11-22T12:30:00Z'],
    ['2027-04-20 11:50:05 GMT', '2027-04-20T11:50:05Z'],
    ['2027-04-20 11:50:05 +8', '2027-04-20T03:50:05Z'],
    ['2027-04-20 11:50:05 -07:00', '2027-04-20T18:50:05Z'],
    ['2027-04-20 11:50:05', '2027-04-20T09:50:05Z'],
    ['2027-01-20 11:50:05', '2027-01-20T10:50:05Z'],
    ['2027-13-20 11:50:05', null],
    ['2027-13-20 11:50:05 GMT', null],
    ['90', null],
  ])('[C42] reads the validity %s', (validity, expected) => {
    expect(readValidity(validity, now)).toBe(expected === null ? null : Date.parse(expected));
  });

  it('[C42] tells times by CM’s clock, in summer and winter', () => {
    expect(formatCmTime(Date.parse('2026-07-01T10:00:05Z'))).toBe('2026-07-01T12:00:05');
    expect(formatCmTime(Date.parse('2026-12-31T23:30:05Z'))).toBe('2027-01-01T00:30:05');
    expect(readCmTime('2026-07-01T12:00:05')).toBe(Date.parse('2026-07-01T10:00:05Z'));
  });
});
