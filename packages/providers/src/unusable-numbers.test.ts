import { describe, expect, it } from 'vitest';
import { CM_DELIVERY_ERRORS } from './cm/delivery-errors.ts';
import { CM_ERRORS } from './cm/error-codes.ts';
import { readCmCallback } from './cm/read-callback.ts';
import { readSendAnswer as readCmAnswer } from './cm/read-send-answer.ts';
import type { OutboundMessage } from './provider.ts';
import type { CallbackReading } from './receipt.ts';
import type { SendOutcome } from './send-outcome.ts';
import { SINCH_DELIVERY_ERRORS } from './sinch/delivery-codes.ts';
import { readSinchCallback } from './sinch/read-callback.ts';
import { readSendAnswer as readSinchAnswer } from './sinch/read-send-answer.ts';
import { readWebhookCallback } from './webhook/read-callback.ts';
import { readSendAnswer as readWebhookAnswer } from './webhook/read-send-answer.ts';

const id = '0199c0de-0000-7000-8000-00000000000a';
const reference = '0199c0de-0000-7000-8000-0000000000ff';
const message: OutboundMessage = {
  id,
  sender: 'Curlew',
  recipient: '+31612345678',
  text: 'Hi',
  parts: 1,
  encoding: 'GSM-7',
  expiresAt: null,
};
const question = { batch: { messages: [message] }, reference, now: 0 };
const answer = (status: number, body: unknown) => ({
  kind: 'answered' as const,
  status,
  headers: new Headers(),
  body: JSON.stringify(body),
});

const isBlamed = (reading: CallbackReading): boolean =>
  reading.ok && reading.updates.some(({ isNumberUnusable }) => isNumberUnusable === true);
const blamed = (outcome: SendOutcome): readonly string[] => {
  const refused = outcome.kind === 'accepted' ? outcome.refused : [];
  const each = outcome.kind === 'refused' ? (outcome.each ?? []) : refused;
  return each.flatMap(({ messageId, isNumberUnusable }) => (isNumberUnusable === true ? [messageId] : []));
};

describe('CM', () => {
  const report = (code: string, errorCode: string) =>
    readCmCallback({ messages: { msg: { reference: id.replaceAll('-', ''), status: { code, errorCode } } } });
  const codes = [...CM_DELIVERY_ERRORS.keys(), '', '40', '206'];

  it('[P72] [P74] blames the number in a final report with 23 or 37, and with no other code', () => {
    for (const status of ['1', '3'])
      expect(codes.filter((code) => isBlamed(report(status, code)))).toEqual(['23', '37']);
    for (const status of ['0', '2'])
      expect(codes.filter((code) => isBlamed(report(status, code)))).toEqual([]);
  });

  it('[P74] blames it where the message is rejected with 303, and with no other code', () => {
    const rejected = (messageErrorCode: number) =>
      readCmAnswer(
        answer(400, {
          errorCode: 201,
          messages: [{ reference: id.replaceAll('-', ''), status: 'Rejected', messageErrorCode }],
        }),
        { ...question, secrets: { productToken: 'token-1' } },
      );
    expect([...CM_ERRORS.keys(), 999].filter((code) => blamed(rejected(code)).length > 0)).toEqual([303]);
    expect(blamed(rejected(303))).toEqual([id]);
  });
});

describe('Sinch', () => {
  const refused = (status: number, code: string, text: string) =>
    blamed(
      readSinchAnswer(answer(status, { code, text }), { ...question, secrets: { apiToken: 'token-1' } }),
    );

  it.each(['syntax_invalid_parameter_format', 'syntax_constraint_violation'])(
    '[P73] blames a number that is named with %s',
    (code) => {
      expect(refused(400, code, 'Bad element to[0]')).toEqual([id]);
      expect(refused(400, code, 'Bad body')).toEqual([]);
    },
  );

  it('[P72] [P73] does not blame it for what the account may not do, or for what may be about all', () => {
    expect(refused(403, 'illegal_number_type', 'to[0]')).toEqual([]);
    expect(refused(403, 'unknown_group', 'to[0]')).toEqual([]);
    expect(refused(400, 'something_new', 'to[0]')).toEqual([]);
    expect(refused(400, 'syntax_invalid_json', 'to[0]')).toEqual([]);
  });

  it('[P73] blames it in no report', () => {
    const report = { type: 'recipient_delivery_report_sms', batch_id: 'a', recipient: '31612345678' };
    for (const code of [...SINCH_DELIVERY_ERRORS.keys(), 1, 5, 27])
      for (const status of ['Failed', 'Rejected', 'Aborted', 'Deleted'])
        expect(isBlamed(readSinchCallback({ ...report, code, status }))).toBe(false);
  });
});

describe('a webhook', () => {
  const report = (status: string, isNumberUnusable: unknown) =>
    isBlamed(readWebhookCallback({ type: 'sms.status', data: { id, status, isNumberUnusable } }));
  const refused = (status: number, isNumberUnusable: unknown) =>
    blamed(
      readWebhookAnswer(answer(status, { code: 'x', message: 'y', isNumberUnusable }), {
        messageId: id,
        reference,
        secrets: { signing: [], callback: [] },
        now: 0,
      }),
    );

  it.each(['failed', 'rejected'])('[P75] says so itself with %s', (status) => {
    expect(report(status, true)).toBe(true);
    for (const other of [false, null, 'true', 1, undefined]) expect(report(status, other)).toBe(false);
  });

  it.each(['queued', 'sent', 'delivered', 'expired', 'cancelled', 'unknown'])(
    '[P72] [P75] does not say so with %s',
    (status) => expect(report(status, true)).toBe(false),
  );

  it('[P75] says so with its refusal', () => {
    expect(refused(422, true)).toEqual([id]);
    expect(refused(422, 'yes')).toEqual([]);
    expect(refused(503, true)).toEqual([]);
  });
});
