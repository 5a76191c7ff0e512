import { expect, it } from 'vitest';
import { SINCH_DELIVERY_ERRORS } from './delivery-codes.ts';
import { readSinchCallback } from './read-callback.ts';

const stops = (status: string, code: number | string): boolean => {
  const report = { type: 'recipient_delivery_report_sms', batch_id: 'a', recipient: '31612345678' };
  const reading = readSinchCallback({ ...report, status, code });
  return reading.ok && reading.updates.some(({ stopsQueue }) => stopsQueue === true);
};

it('[P76] a report with 413 stops the queue, and none with another code', () => {
  const codes = [...SINCH_DELIVERY_ERRORS.keys(), '0', '1', '27', '400', '401'];
  expect(codes.filter((code) => stops('Aborted', code))).toEqual(['413']);
  expect(stops('Aborted', 413)).toBe(true);
});

it('[P76] but not one that is not an end', () => {
  for (const status of ['Queued', 'Dispatched', 'Delivered', 'Unknown', 'Expired', 'Cancelled'])
    expect(stops(status, 413)).toBe(false);
});
