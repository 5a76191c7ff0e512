import { describe, expect, it } from 'vitest';
import type { OutboundBatch } from '../provider.ts';
import { readSendAnswer } from './read-send-answer.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const batch: OutboundBatch = {
  messages: ['a', 'b', 'c'].map((id, index) => ({
    id,
    sender: 'Curlew',
    recipient: `+3161234567${index}`,
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7' as const,
    expiresAt: null,
  })),
};

function read(status: number, body: unknown, messages = batch.messages) {
  return readSendAnswer(
    {
      kind: 'answered',
      status,
      headers: new Headers(),
      body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
    },
    { batch: { messages }, reference: 'ref-1', secrets: { apiToken: 'token-1' }, now: NOW },
  );
}

describe('readSendAnswer', () => {
  it('[P26] refuses the numbers that are named, each once', () => {
    const text = 'Invalid to[2], to[0] and to[2] again';
    expect(read(400, { code: 'syntax_invalid_parameter_format', text })).toEqual({
      kind: 'refused',
      code: 'syntax_invalid_parameter_format',
      error: text,
      messageIds: ['c', 'a'],
      each: ['c', 'a'].map((messageId) => ({
        messageId,
        code: 'syntax_invalid_parameter_format',
        error: text,
        isNumberUnusable: true,
      })),
    });
  });

  describe.each([
    ['that names nobody', 'The sender is not allowed'],
    ['that names one beyond the last', 'Bad element to[3]'],
    ['that speaks of something else', 'into[1] is nothing of ours'],
  ])('of a 400 %s', (_, text) => {
    const body = { code: 'syntax_constraint_violation', text };

    it('[P26] sends several again in halves', () => {
      expect(read(400, body)).toEqual({
        kind: 'retry',
        afterMs: null,
        error: text,
        stopsQueue: false,
        inHalves: true,
      });
    });

    it('[P26] refuses one alone', () => {
      expect(read(400, body, batch.messages.slice(0, 1))).toEqual({
        kind: 'refused',
        code: body.code,
        error: text,
        messageIds: 'all',
      });
    });
  });

  it.each(['{"code":"syntax_constraint_violation","text":"to[1', '<html>', '', null])(
    '[P26] stops the queue for a 400 that cannot be read, and halves: %j',
    (body) => {
      expect(read(400, body)).toMatchObject({ kind: 'retry', stopsQueue: true, inHalves: true });
      expect(read(400, body, batch.messages.slice(0, 1))).toMatchObject({
        kind: 'refused',
        code: 'http_400',
        messageIds: 'all',
      });
    },
  );

  it('[P26] refuses all of a request that Sinch cannot read', () => {
    const body = { code: 'syntax_invalid_json', text: 'Not JSON' };
    expect(read(400, body)).toMatchObject({ kind: 'refused', messageIds: 'all' });
  });

  it.each(['unknown_group', 'illegal_number_type'])('[P27] looks for whom %s is about', (code) => {
    expect(read(403, { code, text: 'to[1] is none' })).toMatchObject({ kind: 'refused', messageIds: ['b'] });
    expect(read(403, { code, text: 'no' })).toMatchObject({ kind: 'retry', inHalves: true });
    expect(read(403, { code, text: 'no' }, batch.messages.slice(0, 1))).toEqual({
      kind: 'refused',
      code,
      error: 'no',
      messageIds: 'all',
    });
  });

  it.each(['blocked_account', 'missing_callback_url', 'unknown_campaign', 'a_new_code'])(
    '[P27] stops the queue for %s',
    (code) => {
      expect(read(403, { code, text: 'to[1] or no' })).toEqual({
        kind: 'retry',
        afterMs: null,
        error: 'to[1] or no',
        stopsQueue: true,
      });
    },
  );

  it.each(['<html>Forbidden to[1]</html>', '', null])(
    '[P27] stops the queue for %j of a firewall',
    (body) => {
      for (const messages of [batch.messages, batch.messages.slice(0, 1)])
        expect(read(403, body, messages)).toMatchObject({ kind: 'retry', stopsQueue: true });
    },
  );

  it.each([401, 404])('[P28] stops the queue on %i', (status) => {
    expect(read(status, '')).toMatchObject({ kind: 'retry', stopsQueue: true });
  });

  it.each([405, 413, 415])('[P28] refuses all on %i', (status) => {
    expect(read(status, '')).toMatchObject({ kind: 'refused', messageIds: 'all', code: `http_${status}` });
  });

  it('[P29] may send again after 500', () => {
    expect(read(500, '')).toEqual({
      kind: 'retry',
      afterMs: null,
      error: 'the operator answered 500',
      stopsQueue: false,
    });
  });

  it.each([
    [{ code: 'c', text: 'why' }, 'c', 'why'],
    [{ error: { code: 7, message: 'why', status: 'x', details: [] } }, '7', 'why'],
    [{ type: 'about:blank', title: 'Bad', detail: 'why' }, 'Bad', 'why'],
    [{ title: 'Bad' }, 'Bad', 'Bad'],
    ['<html>', 'http_400', 'the operator answered 400'],
    [null, 'http_400', 'the operator answered 400'],
    [[], 'http_400', 'the operator answered 400'],
  ])('[P30] reads the error %j', (body, code, error) => {
    expect(read(400, body, batch.messages.slice(0, 1))).toMatchObject({ code, error });
  });
});
