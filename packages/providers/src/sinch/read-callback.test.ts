import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSinchCallback } from './read-callback.ts';

const report = {
  type: 'recipient_delivery_report_sms',
  batch_id: '01FC66621XXXXX119Z8PMV1QPQ',
  recipient: '31612345678',
  code: 401,
  status: 'Dispatched',
  at: '2026-11-22T08:20:54.000Z',
  operator_status_at: '2026-11-22T08:20:00Z',
  client_reference: '0199c0de-0000-7000-8000-000000000001',
  number_of_message_parts: 2,
  applied_originator: 'Curlew',
};

function readUpdate(change: object) {
  const reading = readSinchCallback({ ...report, ...change });
  return reading.ok ? reading.updates[0] : reading.reason;
}

describe('readSinchCallback', () => {
  it('[P31] reads a report', () => {
    expect(readSinchCallback(report)).toEqual({
      ok: true,
      updates: [
        {
          messageId: null,
          providerBatchId: '01FC66621XXXXX119Z8PMV1QPQ',
          reference: '0199c0de-0000-7000-8000-000000000001',
          recipient: '+31612345678',
          status: 'sent',
          code: '401',
          error: null,
          at: '2026-11-22T08:20:54.000Z',
          parts: 2,
        },
      ],
      incoming: [],
    });
  });

  it.each([
    ['Queued', 400, { status: 'queued', error: null }],
    ['Dispatched', 401, { status: 'sent', error: null }],
    ['Delivered', 0, { status: 'delivered', error: null }],
    ['Failed', 12, { status: 'failed', error: 'Failed, code 12' }],
    ['Deleted', 34, { status: 'failed', error: 'Deleted, code 34' }],
    ['Aborted', 402, { status: 'failed', error: 'no route to this number' }],
    ['Aborted', 411, { status: 'failed', error: 'the text needs more parts than were counted' }],
    ['Aborted', 413, { status: 'failed', error: 'the account is blocked or out of credit' }],
    ['Rejected', 5, { status: 'rejected', error: 'Rejected, code 5' }],
    ['Expired', 406, { status: 'expired', error: 'expired before it reached the network' }],
    ['Cancelled', 407, { status: 'cancelled', error: 'cancelled' }],
    ['Unknown', 9, { status: 'sent', error: 'no network said what became of it' }],
  ])('[P31] %s with code %i is %j', (status, code, expected) => {
    expect(readUpdate({ status, code })).toMatchObject({ ...expected, code: String(code) });
  });

  it.each([
    [{ code: '401' }, { code: '401' }],
    [{ at: '2026-11-22T08:20:54' }, { at: '2026-11-22T08:20:54.000Z' }],
    [{ at: '2026-11-22T08:20:54+0200' }, { at: '2026-11-22T06:20:54.000Z' }],
    [{ at: '2026-11-22T08:20:54.123-01:30' }, { at: '2026-11-22T09:50:54.123Z' }],
    [{ at: 'yesterday' }, { at: null }],
    [{ at: '2026-13-45T08:20:54Z' }, { at: null }],
    [{ at: 1700000000 }, { at: null }],
    [{ at: undefined }, { at: null }],
    [{ client_reference: undefined }, { reference: null }],
    [{ client_reference: 'with space' }, { reference: null }],
    [{ client_reference: 7 }, { reference: null }],
    [{ number_of_message_parts: 0 }, { parts: null }],
    [{ number_of_message_parts: '2' }, { parts: null }],
    [{ status: 'Failed', code: 12, status_message: 'no\u0000 memory' }, { error: 'no memory' }],
    [{ status: 'Failed', code: 12, status_message: {} }, { error: 'Failed, code 12' }],
    [{ status: 'Failed', code: 'constructor' }, { error: 'Failed, code constructor' }],
    [{ brand_new: true }, { status: 'sent' }],
  ])('[P32] reads %j as %j', (change, expected) => {
    expect(readUpdate(change)).toMatchObject(expected);
  });

  it.each(['+31612345678', '0031612345678', '31612345678'])('[P15] reads the recipient %s', (recipient) => {
    expect(readUpdate({ recipient })).toMatchObject({ recipient: '+31612345678' });
  });

  it.each([
    [{ type: undefined }, 'malformed'],
    [{ type: 'mo_text' }, 'malformed'],
    [{ type: 'mo_binary' }, 'unsupported_type'],
    [{ type: 'delivery_report_sms' }, 'unsupported_type'],
    [{ batch_id: undefined }, 'malformed'],
    [{ batch_id: '' }, 'malformed'],
    [{ batch_id: 'a\u0000b' }, 'malformed'],
    [{ recipient: 'Curlew' }, 'malformed'],
    [{ recipient: null }, 'malformed'],
    [{ code: undefined }, 'malformed'],
    [{ code: -1 }, 'malformed'],
    [{ code: 1.5 }, 'malformed'],
    [{ status: 3 }, 'malformed'],
    [{ status: 'delivered' }, 'unsupported_status'],
    [{ status: 'constructor' }, 'unsupported_status'],
  ])('[P33] refuses %j: %s', (change, reason) => {
    expect(readUpdate(change)).toBe(reason);
  });

  it.each([[null], [undefined], [7], ['text'], [[]], [[report]], [true]])('[P33] refuses %j', (body) => {
    expect(readSinchCallback(body)).toEqual({ ok: false, reason: 'malformed' });
  });

  const text = {
    type: 'mo_text',
    id: '01XXXXX21XXXXX119Z8P1XXXXX',
    from: '31612345678',
    to: '12345',
    body: 'STOP 👍',
    received_at: '2026-11-22T08:20:54.000Z',
    sent_at: '2026-11-22T08:20:00',
    operator_id: '20408',
  };

  it.each([
    [{}, {}],
    [{ id: undefined }, { id: null }],
    [{ id: 'a b' }, { id: null }],
    [{ received_at: undefined }, { at: '2026-11-22T08:20:00.000Z' }],
    [{ received_at: 'soon', sent_at: 7 }, { at: null }],
    [{ to: '447700900000' }, { to: '+447700900000' }],
    [{ client_reference: 'r1' }, { reference: 'r1' }],
    [{ body: '' }, { text: '' }],
  ])('[P39] reads the text %j', (change, expected) => {
    expect(readSinchCallback({ ...text, ...change })).toEqual({
      ok: true,
      updates: [],
      incoming: [
        {
          id: '01XXXXX21XXXXX119Z8P1XXXXX',
          from: '+31612345678',
          to: '12345',
          text: 'STOP 👍',
          at: '2026-11-22T08:20:54.000Z',
          reference: null,
          ...expected,
        },
      ],
    });
  });

  it.each([{ from: undefined }, { to: 7 }, { body: { subject: 'x' } }])(
    '[P39] refuses the text %j',
    (change) => {
      expect(readSinchCallback({ ...text, ...change })).toEqual({ ok: false, reason: 'malformed' });
    },
  );

  it('[P14] survives mutated reports', () => {
    const mutation = fc.record({
      key: fc.constantFrom(...Object.keys(report), '__proto__', 'status_message', 'toString'),
      value: fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(
          'Failed',
          'Unknown',
          'Rejected',
          'constructor',
          '__proto__',
          '31612345678',
          '\u0000',
          0,
          402,
        ),
      ),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        // As from the wire: `__proto__` becomes a member like any other.
        const members = [
          ...Object.entries(report),
          ...mutations.map(({ key, value }) => [key, value] as const),
        ];
        const text = members
          .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
          .join(',');
        const reading = readSinchCallback(JSON.parse(`{${text}}`));
        seen.add(reading.ok ? 'ok' : reading.reason);
        return (
          !reading.ok || reading.updates.every((update) => update.messageId === null && isStorable(update))
        );
      }),
      { numRuns: 10_000 },
    );
    expect(seen.has('ok') && seen.has('malformed')).toBe(true);
  });
});

function isStorable(update: {
  recipient: string;
  code: string;
  at: string | null;
  error: string | null;
}): boolean {
  return (
    /^\+[1-9]\d{4,14}$/.test(update.recipient) &&
    /^[\w.-]{1,32}$/.test(update.code) &&
    (update.at === null || !Number.isNaN(Date.parse(update.at))) &&
    (update.error === null || (/^[^\p{C}]{1,300}$/u.test(update.error) && update.error.isWellFormed()))
  );
}
