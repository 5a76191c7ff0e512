import { expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

const read = (body: Buffer, type: string | null = null, isTruncated = false): string =>
  readAnswer({
    ok: true,
    status: 200,
    headers: type === null ? [] : [{ name: 'Content-Type', value: type }],
    body,
    isTruncated,
    milliseconds: 1,
  }).body;

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding);

it.each<[string, string, string]>([
  ['UTF-8', read(bytes('žluť')), 'žluť'],
  ['UTF-8 with a byte order mark', read(bytes('\uFEFF{}')), '{}'],
  ['Latin-1', read(bytes('café', 'latin1'), 'text/plain; charset=ISO-8859-1'), 'café'],
  ['UTF-16', read(bytes('ž', 'utf16le'), 'text/plain; charset="utf-16le"'), 'ž'],
  ['an encoding of nobody', read(bytes('ž'), 'text/plain; charset=klingon'), 'ž'],
  ['bytes that are no text', read(Buffer.from([0x61, 0xff, 0xfe, 0x62])), 'a\uFFFD\uFFFDb'],
  ['a character that was cut', read(bytes('až').subarray(0, 2), null, true), 'a'],
  ['nothing', read(Buffer.alloc(0)), ''],
])('reads %s', (_, text, expected) => {
  expect(text).toBe(expected);
});
