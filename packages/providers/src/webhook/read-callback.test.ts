import { describe, expect, it } from 'vitest';
import { readWebhookCallback } from './read-callback.ts';

const ID = '0199c0de-0000-7000-8000-00000000000a';

function read(data: object, change: object = {}) {
  const body = {
    type: 'sms.status',
    timestamp: '2026-11-22T10:00:00Z',
    data: { id: ID, status: 'sent', ...data },
  };
  const reading = readWebhookCallback({ ...body, ...change });
  return reading.ok ? reading.updates[0] : reading.reason;
}

describe('readWebhookCallback', () => {
  it.each([
    ['queued', { status: 'queued', error: null }],
    ['sent', { status: 'sent', error: null }],
    ['delivered', { status: 'delivered', error: null }],
    ['failed', { status: 'failed', error: 'failed, for a reason that was not given' }],
    ['rejected', { status: 'rejected' }],
    ['expired', { status: 'expired' }],
    ['cancelled', { status: 'cancelled' }],
    ['unknown', { status: 'sent', error: 'nobody said what became of it' }],
  ])('[P67] %s is %j', (status, expected) => {
    expect(read({ status })).toMatchObject({ messageId: ID, code: status, ...expected });
  });

  it.each([
    [
      { status: 'failed', errorCode: 'E7', errorText: 'No\u0000 phone' },
      { code: 'E7', error: 'No phone' },
    ],
    [
      { status: 'failed', errorCode: 24 },
      { code: '24', error: 'failed, code 24' },
    ],
    [{ status: 'failed', errorCode: 'a b', errorText: {} }, { code: 'failed' }],
    [{ at: '2026-11-22T10:00:00+01:00' }, { at: '2026-11-22T09:00:00.000Z' }],
    [{ at: '2026-11-22T10:00:00' }, { at: null }],
    [{ at: 7 }, { at: null }],
    [{ parts: 2 }, { parts: 2 }],
    [{ parts: '2' }, { parts: null }],
    [{ id: ID.toUpperCase() }, { messageId: ID }],
    [{ brandNew: true }, { status: 'sent' }],
  ])('[P67] reads %j as %j', (data, expected) => {
    expect(read(data)).toMatchObject(expected);
  });

  it.each([
    [{ status: 'Delivered' }, {}, 'unsupported_status'],
    [{ status: 'constructor' }, {}, 'unsupported_status'],
    [{ status: 2 }, {}, 'malformed'],
    [{ id: 'm1' }, {}, 'malformed'],
    [{ id: undefined }, {}, 'malformed'],
    [{}, { type: 'sms.opened' }, 'unsupported_type'],
    [{}, { type: undefined }, 'malformed'],
    [{}, { data: [] }, 'malformed'],
  ])('[P68] refuses %j with %j: %s', (data, change, reason) => {
    expect(read(data, change)).toBe(reason);
  });

  const text = { id: 'x', from: '+31612345678', to: '1234', text: 'STOP', at: '2026-11-22T10:00:00Z' };

  it.each([
    [{}, {}],
    [{ at: 'soon' }, { at: null }],
    [
      { at: undefined, reference: ID },
      { at: null, reference: ID },
    ],
    [{ reference: {} }, { reference: null }],
    [{ from: '0031612345678', to: '+31612345679' }, { to: '+31612345679' }],
  ])('[P70] reads the text %j as %j', (change, expected) => {
    const data = { ...text, ...change };
    const read = { ...text, at: '2026-11-22T10:00:00.000Z', reference: null, ...expected };
    expect(readWebhookCallback({ type: 'sms.received', data })).toEqual({
      ok: true,
      updates: [],
      incoming: [read],
    });
  });

  it.each([{ id: undefined }, { id: 'a b' }, { from: 7 }, { to: undefined }, { text: null }])(
    '[P70] refuses a text with %j',
    (change) => {
      const reading = readWebhookCallback({ type: 'sms.received', data: { ...text, ...change } });
      expect(reading).toEqual({ ok: false, reason: 'malformed' });
    },
  );
});
