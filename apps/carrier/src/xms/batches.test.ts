import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carrierUnderTest, hello, phones, quickBehaviour } from '../testing/carrier-under-test.ts';
import { eventually } from '../testing/eventually.ts';

const batches = '/xms/v1/demo/batches';
const idOf = (json: unknown) => z.looseObject({ id: z.string() }).parse(json).id;

describe('batches', () => {
  it('[C14] shows a batch as it was answered, and lists newest first by reference and page', async () => {
    const carrier = await carrierUnderTest();
    const answers: unknown[] = [];
    for (const client_reference of ['a', 'b', 'a', 'a']) {
      answers.push((await carrier.post({ ...hello, client_reference })).json);
    }
    expect((await carrier.call(`${batches}/${idOf(answers[1])}`)).json).toEqual(answers[1]);
    const first = await carrier.call(`${batches}?client_reference=a&page_size=2`);
    expect(first.json).toEqual({ count: 3, page: 0, page_size: 2, batches: [answers[3], answers[2]] });
    const second = await carrier.call(`${batches}?client_reference=a&page_size=2&page=1`);
    expect(second.json).toEqual({ count: 3, page: 1, page_size: 1, batches: [answers[0]] });
    expect((await carrier.call(`${batches}?from=Other`)).json).toMatchObject({ count: 0, batches: [] });
    expect((await carrier.call(`${batches}?page_size=101`)).status).toBe(400);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await carrier.call(`${batches}?start_date=${later}`)).json).toMatchObject({ count: 0 });
  });

  it('[C15] counts a dry run and sends nothing', async () => {
    const carrier = await carrierUnderTest();
    const parameters = { t: { default: 'a'.repeat(160), '447700900001': 'й'.repeat(71) } };
    const batch = { from: 'Curlew', to: phones(3), body: '${t}', parameters };
    const plain = await carrier.post(batch, `${batches}/dry_run`);
    expect([plain.status, plain.json]).toEqual([200, { number_of_recipients: 3, number_of_messages: 4 }]);
    const full = await carrier.post(batch, `${batches}/dry_run?per_recipient=true&number_of_recipients=2`);
    expect(full.json).toMatchObject({
      per_recipient: [
        { recipient: '447700900000', number_of_parts: 1, encoding: 'GSM', body: 'a'.repeat(160) },
        { recipient: '447700900001', number_of_parts: 2, encoding: 'UNICODE', body: 'й'.repeat(71) },
      ],
    });
    expect((await carrier.post({ ...batch, to: [] }, `${batches}/dry_run`)).status).toBe(400);
    expect(await carrier.summary()).toMatchObject({ accepted: 0 });
  });

  it('[C16] reports on a batch and a recipient whatever reports it asked for', async () => {
    const failing = { share: 1, codes: [{ code: 27 }] };
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ failure: failing }) });
    const { json } = await carrier.post({ ...hello, to: phones(2), client_reference: 'r' });
    const path = `${batches}/${idOf(json)}/delivery_report`;
    const statuses = [{ code: 27, status: 'Failed', count: 2 }];
    const expected = {
      type: 'delivery_report_sms',
      batch_id: idOf(json),
      client_reference: 'r',
      total_message_count: 2,
    };
    await eventually(async () => (await carrier.call(path)).json).toEqual({ ...expected, statuses });
    const full = await carrier.call(`${path}?type=full&status=Failed,Delivered&code=27`);
    expect(full.json).toEqual({ ...expected, statuses: [{ ...statuses[0], recipients: phones(2) }] });
    expect((await carrier.call(`${path}?code=0`)).json).toEqual({ ...expected, statuses: [] });
    expect((await carrier.call(`${path}?type=half`)).status).toBe(400);
    expect((await carrier.call(`${path}/+447700900001`)).json).toMatchObject({
      type: 'recipient_delivery_report_sms',
      batch_id: idOf(json),
      recipient: '447700900001',
      code: 27,
      status: 'Failed',
    });
    expect((await carrier.call(`${path}/447700900009`)).status).toBe(404);
    expect((await carrier.call(`${batches}/none/delivery_report`)).status).toBe(404);
  });

  it.each([
    ['too many parts', { ...hello, body: 'a'.repeat(161), max_number_of_message_parts: 1 }, 411],
    ['no sender', { to: hello.to, body: 'x' }, 410],
  ])('[C13] aborts for %s', async (_name, batch, code) => {
    const carrier = await carrierUnderTest();
    const answer = await carrier.post(batch);
    expect(answer.status).toBe(201);
    const report = await carrier.call(`${batches}/${idOf(answer.json)}/delivery_report/447700900001`);
    expect(report.json).toMatchObject({ code, status: 'Aborted' });
    expect(await carrier.summary()).toMatchObject({ accepted: 1, failed: 1, messages: 0 });
  });

  it('[C13] cuts a message to one part when the batch says so', async () => {
    const carrier = await carrierUnderTest();
    const { status } = await carrier.post({ ...hello, body: 'a'.repeat(200), truncate_concat: true });
    expect(status).toBe(201);
    await eventually(async () => (await carrier.call('/carrier/api/phones/447700900001')).json).toMatchObject(
      { messages: [{ text: 'a'.repeat(160), parts: 1 }] },
    );
  });

  it('[C12] waits for send_at, and aborts at expire_at with 406', async () => {
    const carrier = await carrierUnderTest({
      behaviour: quickBehaviour({ delay: { dispatch: { ms: 0, jitter: 0 }, deliver: { ms: 0, jitter: 0 } } }),
    });
    const sendAt = new Date(Date.now() + 1000);
    await carrier.post({ ...hello, send_at: sendAt.toISOString() });
    expect(await carrier.summary()).toMatchObject({ waiting: 1 });
    await eventually(() => carrier.summary()).toMatchObject({ messages: 1 });
    expect(Date.now()).toBeGreaterThanOrEqual(sendAt.getTime());
    const slow = await carrierUnderTest({
      behaviour: quickBehaviour({ delay: { dispatch: { ms: 300, jitter: 0 } } }),
    });
    const { json } = await slow.post({ ...hello, expire_at: new Date(Date.now() + 100).toISOString() });
    await eventually(
      async () => (await slow.call(`${batches}/${idOf(json)}/delivery_report/447700900001`)).json,
    ).toMatchObject({ code: 406, status: 'Aborted' });
  });
});
