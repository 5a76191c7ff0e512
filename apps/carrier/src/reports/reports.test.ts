import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callbackReceiver } from '../testing/callback-receiver.ts';
import { carrierUnderTest, hello, phones, quickBehaviour } from '../testing/carrier-under-test.ts';
import { signCallback } from './signature.ts';
import { eventually } from '../testing/eventually.ts';

const retry = { firstMs: 20, times: 5 };

describe('delivery reports', () => {
  it('[C18] reports each change, or the final one, for each recipient', async () => {
    const carrier = await carrierUnderTest();
    const each = await callbackReceiver();
    await carrier.post({
      ...hello,
      delivery_report: 'per_recipient',
      callback_url: each.url,
      client_reference: 'r',
    });
    await eventually(() => each.received.length).toBe(2);
    expect(each.received.map(({ report }) => report)).toMatchObject([
      { type: 'recipient_delivery_report_sms', code: 401, status: 'Dispatched', recipient: '447700900001' },
      { type: 'recipient_delivery_report_sms', code: 0, status: 'Delivered', client_reference: 'r' },
    ]);
    const final = await callbackReceiver();
    await carrier.post({
      ...hello,
      to: phones(3),
      delivery_report: 'per_recipient_final',
      callback_url: final.url,
    });
    await eventually(() => final.received.length).toBe(3);
    expect(final.received.map(({ report }) => report.status)).toEqual(Array(3).fill('Delivered'));
    expect(new Set(final.received.map(({ report }) => report.recipient))).toEqual(new Set(phones(3)));
  });

  it.each([
    ['summary', [{ code: 0, status: 'Delivered', count: 2 }]],
    ['full', [{ code: 0, status: 'Delivered', count: 2, recipients: phones(2) }]],
  ])('[C18] reports a batch once when it is final: %s', async (delivery_report, statuses) => {
    const carrier = await carrierUnderTest();
    const receiver = await callbackReceiver();
    await carrier.post({ ...hello, to: phones(2), delivery_report, callback_url: receiver.url });
    await eventually(() => receiver.received.length).toBe(1);
    expect(receiver.received[0]?.report).toMatchObject({
      type: 'delivery_report_sms',
      total_message_count: 2,
      statuses,
    });
  });

  it('[C18] reports nothing for none, even where there is an address', async () => {
    const receiver = await callbackReceiver();
    const carrier = await carrierUnderTest({ callbackUrl: receiver.url });
    await carrier.post(hello);
    await eventually(() => carrier.summary()).toMatchObject({ messages: 1 });
    await carrier.post({ ...hello, to: phones(1), delivery_report: 'per_recipient_final' });
    await eventually(() => receiver.received.length).toBe(1);
    expect(receiver.received[0]?.report.recipient).toBe('447700900000');
  });

  it('[C18] [C25] reports Queued and keeps to the rate, first in, first out', async () => {
    const receiver = await callbackReceiver();
    // One callback at a time: those under way together may arrive in any order.
    const behaviour = quickBehaviour({ throughput: { messagesPerSecond: 20 }, reports: { concurrency: 1 } });
    const carrier = await carrierUnderTest({ behaviour });
    const start = Date.now();
    await carrier.post({
      ...hello,
      to: phones(6),
      delivery_report: 'per_recipient',
      callback_url: receiver.url,
    });
    await eventually(() => receiver.received.length).toBe(17);
    const of = (status: string) => receiver.received.filter(({ report }) => report.status === status);
    expect(of('Queued').map(({ report }) => report.recipient)).toEqual(phones(6).slice(1));
    expect(of('Dispatched').map(({ report }) => report.recipient)).toEqual(phones(6));
    expect((of('Dispatched').at(-1)?.at ?? 0) - start).toBeGreaterThanOrEqual(245);
  });

  it('[C25] dispatches at the plan’s rate', async () => {
    const carrier = await carrierUnderTest({
      behaviour: quickBehaviour({ throughput: { messagesPerSecond: 100 } }),
    });
    const start = Date.now();
    await carrier.post({ ...hello, to: phones(40) });
    await eventually(() => carrier.summary()).toMatchObject({ messages: 40 });
    expect(Date.now() - start).toBeGreaterThanOrEqual(385);
  });

  it('[C19] names the number of parts only when the batch limits them', async () => {
    const receiver = await callbackReceiver();
    const carrier = await carrierUnderTest({ callbackUrl: receiver.url });
    const batch = { ...hello, body: 'a'.repeat(200), delivery_report: 'per_recipient_final' };
    await carrier.post(batch);
    await eventually(() => receiver.received.length).toBe(1);
    expect(receiver.received[0]?.report).not.toHaveProperty('number_of_message_parts');
    expect(receiver.received[0]?.report).not.toHaveProperty('client_reference');
    await carrier.post({ ...batch, max_number_of_message_parts: 2 });
    await eventually(() => receiver.received.length).toBe(2);
    expect(receiver.received[1]?.report).toMatchObject({ number_of_message_parts: 2 });
  });

  it.each([500, 503, 429])('[C20] sends again after a %i, at doubling times', async (status) => {
    const receiver = await callbackReceiver((nth) => (nth < 3 ? status : 200));
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ reports: { retry } }) });
    await carrier.post({ ...hello, delivery_report: 'per_recipient_final', callback_url: receiver.url });
    await eventually(() => receiver.received.length).toBe(4);
    const [first = 0, ...later] = receiver.received.map(({ at }) => at);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    // Timers may fire a millisecond early by the receiver's clock.
    for (const [index, at] of later.entries()) expect(at - first).toBeGreaterThanOrEqual(20 * 2 ** index - 2);
  });

  it('[C20] gives up after the last retry, and at once after another 4xx', async () => {
    const stubborn = await callbackReceiver(() => 500);
    const refusing = await callbackReceiver(() => 400);
    const behaviour = quickBehaviour({ reports: { retry: { firstMs: 5, times: 2 } } });
    const carrier = await carrierUnderTest({ behaviour });
    const batch = { ...hello, delivery_report: 'per_recipient_final' };
    await carrier.post({ ...batch, callback_url: refusing.url });
    await carrier.post({ ...batch, callback_url: stubborn.url });
    await eventually(() => stubborn.received.length).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([stubborn.received.length, refusing.received.length]).toEqual([3, 1]);
  });

  it('[C20] sends again when nobody listened or nobody answered in time', async () => {
    const mute = await callbackReceiver(() => 200, { holdMs: 120 });
    const behaviour = quickBehaviour({ reports: { timeoutMs: 50, retry: { firstMs: 20, times: 1 } } });
    const carrier = await carrierUnderTest({ behaviour });
    await carrier.post({ ...hello, delivery_report: 'per_recipient_final', callback_url: mute.url });
    await eventually(() => mute.received.length).toBe(2);
    expect(mute.received[1]?.body).toBe(mute.received[0]?.body);
  });

  it('[C21] signs callbacks when it has a secret', async () => {
    const signed = signCallback(
      'sinch-secret',
      '{"type":"sms.status","data":{"id":"m1","status":"delivered"}}',
      {
        nonce: 'nonce1',
        timestamp: 1_700_000_000,
      },
    );
    expect(signed['x-sinch-webhook-signature']).toBe('S6ZqybY0s18DHeL9YwzSs1t173wAqidV2TvQ+D0D8iQ=');
    const receiver = await callbackReceiver();
    const carrier = await carrierUnderTest({ callbackUrl: receiver.url, callbackSecret: 'hush' });
    await carrier.post({ ...hello, delivery_report: 'per_recipient_final' });
    await eventually(() => receiver.received.length).toBe(1);
    const { headers = {}, body = '' } = receiver.received[0] ?? {};
    const nonce = String(headers['x-sinch-webhook-signature-nonce']);
    const timestamp = String(headers['x-sinch-webhook-signature-timestamp']);
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
    expect(headers['x-sinch-webhook-signature-algorithm']).toBe('HmacSHA256');
    const signature = createHmac('sha256', 'hush').update(`${body}.${nonce}.${timestamp}`).digest('base64');
    expect(headers['x-sinch-webhook-signature']).toBe(signature);
  });

  it('[C21] leaves the headers out without a secret', async () => {
    const receiver = await callbackReceiver();
    const carrier = await carrierUnderTest({ callbackUrl: receiver.url });
    await carrier.post({ ...hello, delivery_report: 'per_recipient_final' });
    await eventually(() => receiver.received.length).toBe(1);
    expect(Object.keys(receiver.received[0]?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual(
      [],
    );
  });

  it('[C22] keeps to its connections and to the concurrency', async () => {
    const receiver = await callbackReceiver(() => 200, { holdMs: 5 });
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ reports: { concurrency: 4 } }) });
    const batch = {
      ...hello,
      to: phones(80),
      delivery_report: 'per_recipient_final',
      callback_url: receiver.url,
    };
    await carrier.post(batch);
    await eventually(() => receiver.received.length).toBe(80);
    expect(receiver.openAtMost()).toBe(4);
    expect(new Set(receiver.received.map(({ port }) => port)).size).toBeLessThanOrEqual(5);
  });

  it('[C20] asks a receiver that says 429 for less at a time', async () => {
    const receiver = await callbackReceiver((nth) => (nth < 8 ? 429 : 200), { holdMs: 10 });
    const behaviour = quickBehaviour({ reports: { concurrency: 8, retry: { firstMs: 100, times: 5 } } });
    const carrier = await carrierUnderTest({ behaviour });
    await carrier.post({
      ...hello,
      to: phones(9),
      delivery_report: 'per_recipient_final',
      callback_url: receiver.url,
    });
    await eventually(() => receiver.received.length).toBe(17);
    expect(receiver.openAtMost()).toBe(8);
    // Eight refusals leave a width of one, and each success widens it by one again.
    const open = receiver.received.slice(8, 11).map((one) => one.open);
    expect(open[0]).toBe(1);
    expect(Math.max(...open)).toBeLessThanOrEqual(3);
  });

  it('[C27] doubles and delays reports by their shares', async () => {
    const receiver = await callbackReceiver();
    const late = { share: 0.5, ms: 1000 };
    const behaviour = quickBehaviour({ seed: 7, reports: { duplicates: 0.5, late } });
    const carrier = await carrierUnderTest({ behaviour });
    const batch = {
      ...hello,
      to: phones(200),
      delivery_report: 'per_recipient_final',
      callback_url: receiver.url,
    };
    const start = Date.now();
    await carrier.post(batch);
    await eventually(() => new Set(receiver.received.map(({ report }) => report.recipient)).size).toBe(200);
    await eventually(() => receiver.received.length).toBeGreaterThan(270);
    expect(receiver.received.length).toBeLessThan(330);
    const held = receiver.received.filter(({ at }) => at - start >= 995).length / receiver.received.length;
    expect(held).toBeGreaterThan(0.35);
    expect(held).toBeLessThan(0.65);
  });
});
