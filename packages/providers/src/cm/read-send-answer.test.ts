import { describe, expect, it } from 'vitest';
import type { OutboundBatch } from '../provider.ts';
import { readSendAnswer } from './read-send-answer.ts';

const ids = ['a', 'b', 'c'].map((letter) => `0199c0de-0000-7000-8000-00000000000${letter}`);
const [A, B, C] = ids;
const batch: OutboundBatch = {
  messages: ids.map((id, index) => ({
    id,
    sender: 'Curlew',
    recipient: `+3161234567${index}`,
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7' as const,
    expiresAt: null,
  })),
};

function read(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return readSendAnswer(
    {
      kind: 'answered',
      status,
      headers: new Headers(headers),
      body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
    },
    { batch, reference: 'ref-1', secrets: { productToken: 'token-1' }, now: 0 },
  );
}

/** What CM says of the three messages, by their error codes; 0 is accepted. */
const entries = (...codes: readonly number[]) =>
  codes.map((code, index) => ({
    to: `003161234567${index}`,
    status: code === 0 ? 'Accepted' : 'Rejected',
    reference: ids[index]?.replaceAll('-', ''),
    parts: code === 0 ? 1 : 0,
    messageDetails: code === 0 ? null : `why ${code}`,
    messageErrorCode: code,
  }));

describe('what was taken', () => {
  it('[P47] names those that were not', () => {
    expect(read(200, { details: 'Created 1', errorCode: 201, messages: entries(0, 303, 402) })).toEqual({
      kind: 'accepted',
      providerBatchId: 'ref-1',
      refused: [
        { messageId: B, code: '303', error: 'why 303', isNumberUnusable: true },
        { messageId: C, code: '402', error: 'why 402' },
      ],
    });
  });

  it.each([
    [
      [0, 102, 500],
      { messageIds: [B, C], error: 'the balance of the CM account is too low', stopsQueue: true },
    ],
    [[0, 500, 101], { messageIds: [B, C], error: 'CM does not know the product token', stopsQueue: true }],
    [[500, 0, 500], { messageIds: [A, C], error: 'internal error of CM', stopsQueue: false }],
  ])('[P47] says which may go out again of %j', (codes, again) => {
    expect(read(200, { errorCode: 201, messages: entries(...codes) })).toEqual({
      kind: 'accepted',
      providerBatchId: 'ref-1',
      refused: [],
      again,
    });
  });

  it('[P47] tells what is wrong for good from what is not', () => {
    expect(read(200, { errorCode: 201, messages: entries(303, 103, 0) })).toMatchObject({
      refused: [{ messageId: A, code: '303' }],
      again: { messageIds: [B], stopsQueue: true },
    });
  });

  it('[P47] is told by number where the reference is missing, in any order', () => {
    const [first, second, third] = entries(0, 401, 0);
    const messages = [
      { ...third, reference: null },
      { ...second, reference: undefined },
      { ...first, reference: first?.reference?.toUpperCase() },
    ];
    expect(read(200, { errorCode: 201, messages })).toMatchObject({
      kind: 'accepted',
      refused: [{ messageId: B, code: '401' }],
    });
  });

  it('[P47] says why in our words where CM has none', () => {
    const [first, second, third] = entries(0, 403, 777);
    const messages = [first, { ...second, messageDetails: null }, { ...third, messageDetails: ' ' }];
    expect(read(200, { errorCode: 201, messages })).toMatchObject({
      refused: [{ error: 'rejected by CM' }, { error: 'rejected with code 777' }],
    });
  });

  it.each([
    ['one that is left out', entries(0, 303)],
    ['one that is named twice', [...entries(0, 303, 0), ...entries(0)]],
    ['one of another request', entries(0, 303, 0).map((entry) => ({ ...entry, reference: 'f'.repeat(32) }))],
    ['none', []],
  ])('[P47] is not known from a list with %s', (_, messages) => {
    expect(read(200, { errorCode: 201, messages }).kind).toBe('unknown');
  });

  it.each([101, 500, 999, 7])('[P50] is not known from 200 with %i', (errorCode) => {
    expect(read(200, { errorCode, messages: entries(0, 0, 0) }).kind).toBe('unknown');
  });
});

describe('what was refused', () => {
  it('[P48] each for its own reason', () => {
    expect(read(400, { details: 'none', errorCode: 201, messages: entries(301, 303, 303) })).toEqual({
      kind: 'refused',
      code: '301',
      error: 'why 301',
      messageIds: 'all',
      each: [
        { messageId: A, code: '301', error: 'why 301' },
        { messageId: B, code: '303', error: 'why 303', isNumberUnusable: true },
        { messageId: C, code: '303', error: 'why 303', isNumberUnusable: true },
      ],
    });
  });

  it('[P48] with 200 as well', () => {
    expect(read(200, { errorCode: 201, messages: entries(303, 303, 303) })).toMatchObject({
      kind: 'refused',
      messageIds: 'all',
    });
  });

  it('[P48] but not those that are not at fault', () => {
    expect(read(400, { errorCode: 201, messages: entries(102, 303, 500) })).toMatchObject({
      kind: 'refused',
      messageIds: [B],
      each: [{ messageId: B }],
    });
  });

  it.each([
    [[102, 102, 102], true],
    [[500, 102, 500], true],
    [[500, 500, 500], false],
  ])('[P48] nobody for %j', (codes, stopsQueue) => {
    expect(read(400, { errorCode: 201, messages: entries(...codes) })).toMatchObject({
      kind: 'retry',
      stopsQueue,
    });
  });

  it.each([101, 102, 103])('[P49] 400 with %i stops the queue', (errorCode) => {
    expect(read(400, { details: 'No token-1', errorCode, messages: [] })).toEqual({
      kind: 'retry',
      afterMs: null,
      error: 'No ***',
      stopsQueue: true,
    });
  });

  it.each([401, 403, 404])('[P49] %i stops the queue', (status) => {
    expect(read(status, '<html>')).toMatchObject({ kind: 'retry', stopsQueue: true });
  });

  it.each([400, 500])('[P49] %i with 500 is tried again', (status) => {
    expect(read(status, { details: 'oh', errorCode: 500, messages: null })).toMatchObject({
      kind: 'retry',
      error: 'oh',
      stopsQueue: false,
    });
  });

  it.each([202, 203, 301, 302, 303, 304, 305, 401, 402, 403])(
    '[P50] 400 with %i refuses all',
    (errorCode) => {
      expect(read(400, { details: 'why', errorCode, messages: [] })).toEqual({
        kind: 'refused',
        code: String(errorCode),
        error: 'why',
        messageIds: 'all',
      });
    },
  );

  it.each([
    ['an unknown error', { details: 'x', errorCode: 999, messages: [] }],
    ['a code that is new', { details: 'x', errorCode: 206, messages: [] }],
    ['all well', { details: 'x', errorCode: 0, messages: [] }],
    ['some wrong, and no list', { details: 'x', errorCode: 201, messages: [] }],
    ['some wrong, and one left out', { details: 'x', errorCode: 201, messages: entries(303, 303) }],
    ['one that was accepted', { details: 'x', errorCode: 201, messages: entries(303, 303, 0) }],
    ['a wrong sender, and one that was accepted', { details: 'x', errorCode: 301, messages: entries(0) }],
    ['a page', '<html>'],
    ['nothing', null],
  ])('[P50] 400 with %s is unknown', (_, body) => {
    expect(read(400, body).kind).toBe('unknown');
  });
});
