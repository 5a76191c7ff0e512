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
    ['one part', auto('a'.repeat(160)), {}, 'a'.repeat(160), 1, 'GSM'],
    ['what one part holds without the pair', auto('a'.repeat(200)), {}, 'a'.repeat(160), 1, 'GSM'],
    ['what two parts hold', auto('a'.repeat(400)), upTo(2), 'a'.repeat(306), 2, 'GSM'],
    ['all of it within the limit', auto('a'.repeat(400)), upTo(8), 'a'.repeat(400), 3, 'GSM'],
    ['whole pairs', auto('😀'.repeat(70)), upTo(2), '😀'.repeat(66), 2, 'UNICODE'],
    ['whole escapes', auto('€'.repeat(200)), upTo(2), '€'.repeat(152), 2, 'GSM'],
  ])('[C41] carries %s', async (_name, body, parts, text, count, encoding) => {
    expect(await received({ body, ...parts })).toEqual({ text, parts: count, encoding });
  });

  it.each([
    ['AUTO ignores dcs', 'AUTO', 0, 'žluť', 'žluť', 'UNICODE'],
    ['GSM without a dcs', 'TEXT', undefined, 'žluť 😀', '?lu? ?', 'GSM'],
    ['UCS-2 with dcs 8', 'TEXT', 8, 'Hello', 'Hello', 'UNICODE'],
  ])('[C41] encodes as told: %s', async (_name, type, dcs, content, text, encoding) => {
    expect(await received({ body: { type, content }, dcs })).toEqual({ text, parts: 1, encoding });
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
