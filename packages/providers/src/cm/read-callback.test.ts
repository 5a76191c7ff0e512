import { describe, expect, it } from 'vitest';
import { CM_DELIVERY_ERRORS } from './delivery-errors.ts';
import { readCmCallback } from './read-callback.ts';

const ID = '0199c0de-0000-7000-8000-00000000000a';
const REFERENCE = '0199c0de00007000800000000000000a';

const msg = {
  received: '2026-11-22T09:20:54',
  to: '0031612345678',
  reference: REFERENCE,
  status: { code: '2', errorCode: '', errorDescription: 'Delivered' },
  operator: '20408',
};

function readStatus(status: object, change: object = {}) {
  const reading = readCmCallback({
    messages: { msg: { ...msg, ...change, status: { ...msg.status, errorDescription: '', ...status } } },
  });
  return reading.ok ? reading.updates[0] : reading.reason;
}

describe('readCmCallback', () => {
  it('[P52] reads a report', () => {
    expect(readCmCallback({ messages: { msg } })).toEqual({
      ok: true,
      updates: [{ messageId: ID, status: 'delivered', code: '2', error: null, at: null, parts: null }],
      incoming: [],
    });
  });

  it('[P52] reads several, passes over what it cannot read, and leaves those of others alone', () => {
    const reading = readCmCallback({
      messages: {
        msg: [
          msg,
          null,
          { ...msg, reference: 'their-order-7' },
          { ...msg, status: { code: '77' } },
          { ...msg, reference: REFERENCE.replace('a', 'b'), status: { code: 1 } },
        ],
      },
    });
    expect(reading).toMatchObject({
      ok: true,
      updates: [{ status: 'delivered' }, { status: 'rejected', messageId: ID.replace('a', 'b') }],
    });
  });

  it.each([
    { reference: REFERENCE, statuscode: '3', errorcode: '24', errordescription: 'x' },
    { REFERENCE, STATUS: '3', ERRORCODE: '24', GSM: '0031612345678' },
    { reference: REFERENCE.toUpperCase(), StatusCode: 3, errorCode: 24 },
  ])('[P52] reads the form %j', (form) => {
    expect(readCmCallback(form)).toMatchObject({
      ok: true,
      updates: [{ messageId: ID, status: 'failed', code: '24', error: 'the phone is off or out of reach' }],
    });
  });

  it.each([
    [{ code: '0' }, { status: 'sent', code: '0', error: null }],
    [{ code: 0 }, { status: 'sent', code: '0', error: null }],
    [{ code: '1' }, { status: 'rejected', code: '1', error: 'rejected, for a reason that CM does not give' }],
    [{ code: '2' }, { status: 'delivered', code: '2', error: null }],
    [{ code: '3' }, { status: 'failed', code: '3', error: 'failed, for a reason that CM does not give' }],
    [
      { code: '3', errorCode: '8' },
      { status: 'expired', code: '8' },
    ],
    [
      { code: '3', errorCode: '21' },
      { status: 'expired', code: '21' },
    ],
    [
      { code: '1', errorCode: '8' },
      { status: 'rejected', code: '8' },
    ],
    [
      { code: '0', errorCode: '7' },
      { status: 'sent', code: '7', error: null },
    ],
  ])('[P53] %j is %j', (status, expected) => {
    expect(readStatus(status)).toMatchObject(expected);
  });

  it.each(['4', '20', '', 'delivered', 'constructor'])('[P53] the status %j changes nothing', (code) => {
    expect(readStatus({ code })).toBe('unsupported_status');
  });

  it.each([...CM_DELIVERY_ERRORS])('[P54] %s is told as: %s', (errorCode, error) => {
    expect(readStatus({ code: '3', errorCode })).toMatchObject({ code: errorCode, error });
  });

  it.each([
    [{ errorCode: '206' }, { code: '206', error: 'failed, code 206' }],
    [
      { errorCode: '40', errorDescription: 'Net\u0000 full' },
      { code: '40', error: 'Net full' },
    ],
    [{ errorCode: 'a b' }, { code: '3', error: 'failed, for a reason that CM does not give' }],
    [
      { errorCode: {}, errorDescription: [] },
      { code: '3', error: 'failed, for a reason that CM does not give' },
    ],
  ])('[P54] %j is told as %j', (status, expected) => {
    expect(readStatus({ code: '3', ...status })).toMatchObject(expected);
  });

  it.each([
    ['2026-11-22T09:20:54', null],
    ['2026-11-22T09:20:54Z', '2026-11-22T09:20:54.000Z'],
    ['2026-11-22T09:20:54+01:00', '2026-11-22T08:20:54.000Z'],
    ['2026-13-45T09:20:54Z', null],
    ['soon', null],
    [7, null],
    [undefined, null],
  ])('[P55] received %j is at %j', (received, at) => {
    expect(readStatus({}, { received })).toMatchObject({ at });
  });

  const text = {
    from: { number: '0031612345678' },
    to: { number: '1234' },
    message: { text: 'STOP', media: null },
    reference: REFERENCE,
    groupings: ['', '', ''],
    timeUtc: '2026-11-22T09:20:54',
    channel: 'SMS',
  };
  const flat = { reference: 'x', from: '0031612345678', to: '0044770090000', body: 'STOP', groupings: [] };
  const read = {
    id: null,
    from: '+31612345678',
    to: '1234',
    text: 'STOP',
    at: '2026-11-22T09:20:54.000Z',
    reference: ID,
  };

  it.each([
    [text, read],
    [{ ...text, message: 'STOP' }, read],
    [{ ...text, channel: undefined }, read],
    [{ ...text, channel: 'sms' }, read],
    [{ ...text, from: '0031612345678', to: '1234' }, read],
    [
      { ...text, message: { media: { mediaUri: 'x' } } },
      { ...read, text: '' },
    ],
    [
      { ...text, timeUtc: 'soon', reference: 7 },
      { ...read, at: null, reference: null },
    ],
    [
      { ...text, reference: ' their-order\u00007 ' },
      { ...read, reference: 'their-order 7' },
    ],
    [
      { ...text, reference: ' ' },
      { ...read, reference: null },
    ],
    [flat, { ...read, to: '+44770090000', at: null, reference: 'x' }],
  ])('[P56] reads the text %j', (body, incoming) => {
    expect(readCmCallback(body)).toEqual({ ok: true, updates: [], incoming: [incoming] });
  });

  it.each(['WhatsApp', 'Viber'])('[P56] leaves a text by %s alone', (channel) => {
    expect(readCmCallback({ ...text, channel })).toEqual({ ok: true, updates: [], incoming: [] });
  });

  it.each([
    [{ messages: {} }],
    [{ messages: { msg: [] } }],
    [{ messages: { msg: 'x' } }],
    [{ messages: { msg: { ...msg, reference: undefined } } }],
    [{ messages: { msg: { ...msg, status: '2' } } }],
    [{ reference: REFERENCE, status: {} }],
    [null],
    [undefined],
    [[msg]],
    ['text'],
  ])('[P52] refuses %j', (body) => {
    expect(readCmCallback(body).ok).toBe(false);
  });
});
