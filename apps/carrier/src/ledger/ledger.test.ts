import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callbackReceiver } from '../testing/callback-receiver.ts';
import { carrierUnderTest, hello, phones, quickBehaviour } from '../testing/carrier-under-test.ts';
import { eventually } from '../testing/eventually.ts';

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'carrier-ledger-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

describe('ledger', () => {
  it('[C28] counts what reached phones, what failed and what is under way', async () => {
    const behaviour = quickBehaviour({
      failure: { share: 0.5 },
      delay: { dispatch: { ms: 1000, jitter: 0 }, deliver: { ms: 0, jitter: 0 } },
    });
    const carrier = await carrierUnderTest({ behaviour });
    await carrier.post({ ...hello, to: phones(100), body: 'a'.repeat(161) });
    expect(await carrier.summary()).toMatchObject({
      batches: 1,
      accepted: 100,
      waiting: 100,
      messages: 0,
      phones: 0,
    });
    await eventually(() => carrier.summary()).toMatchObject({ waiting: 0 });
    const { messages, failed, parts } = JSON.parse(JSON.stringify(await carrier.summary()));
    expect(messages + failed).toBe(100);
    expect(failed).toBeGreaterThan(20);
    expect(parts).toBe(messages * 2);
  });

  it('[C28] answers 503 to what it has no room for', async () => {
    const carrier = await carrierUnderTest({ capacity: 3 });
    expect((await carrier.post({ ...hello, to: phones(2) })).status).toBe(201);
    expect(await carrier.post({ ...hello, to: phones(2) })).toMatchObject({
      status: 503,
      text: expect.stringContaining('holds 3 messages at most'),
    });
    expect((await carrier.post({ ...hello, to: phones(1) })).status).toBe(201);
    expect(await carrier.summary()).toMatchObject({ accepted: 3 });
  });

  it('[C29] finds what was accepted twice under one reference', async () => {
    const carrier = await carrierUnderTest();
    await carrier.post({ ...hello, to: phones(3), client_reference: 'a' });
    await carrier.post({ ...hello, to: phones(1), client_reference: 'b' });
    await carrier.post({ ...hello, to: phones(3) });
    expect(await carrier.summary()).toMatchObject({ duplicates: { count: 0, pairs: [] } });
    await carrier.post({ ...hello, to: phones(2), client_reference: 'a' });
    await carrier.post({ ...hello, to: phones(1), client_reference: 'a' });
    expect(await carrier.summary()).toMatchObject({
      duplicates: {
        count: 3,
        pairs: [
          { clientReference: 'a', recipient: '447700900000', times: 3 },
          { clientReference: 'a', recipient: '447700900001', times: 2 },
        ],
      },
    });
  });

  it('[C30] is the same after a restart, and the messages under way go on', async () => {
    const dataDirectory = await emptyDirectory();
    const first = await carrierUnderTest({ dataDirectory });
    const parameters = { name: { '447700900000': 'Jana', default: 'ты' } };
    await first.post({ ...hello, to: phones(3), body: 'Hi ${name}', parameters, client_reference: 'r' });
    await eventually(() => first.summary()).toMatchObject({ messages: 3 });
    await first.call('/carrier/api/behaviour', {
      method: 'PUT',
      body: JSON.stringify({ delay: { dispatch: { ms: 60_000 } } }),
    });
    await first.post({ ...hello, to: phones(2), client_reference: 'r' });
    const phonesBefore = (await first.call('/carrier/api/phones')).json;
    const batchesBefore = (await first.call('/xms/v1/demo/batches')).json;
    const summary = await first.summary();
    expect(summary).toMatchObject({ accepted: 5, waiting: 2, duplicates: { count: 2 } });
    await first.stop();

    const later = quickBehaviour({
      delay: { dispatch: { ms: 1500, jitter: 0 }, deliver: { ms: 0, jitter: 0 } },
    });
    const second = await carrierUnderTest({ dataDirectory, behaviour: later });
    expect(await second.summary()).toEqual(summary);
    expect((await second.call('/carrier/api/phones')).json).toEqual(phonesBefore);
    expect((await second.call('/xms/v1/demo/batches')).json).toEqual(batchesBefore);
    await eventually(() => second.summary()).toMatchObject({ messages: 5, waiting: 0 });
  });

  it.each([
    ['per_recipient_final', 3],
    ['summary', 1],
  ])('[C30] reports again after a restart what nobody had taken: %s', async (delivery_report, count) => {
    const dataDirectory = await emptyDirectory();
    let status = 503;
    const receiver = await callbackReceiver(() => status);
    const behaviour = quickBehaviour({ reports: { retry: { firstMs: 60_000 } } });
    const first = await carrierUnderTest({ dataDirectory, behaviour });
    await first.post({ ...hello, to: phones(3), delivery_report, callback_url: receiver.url });
    await eventually(() => receiver.received.length).toBe(count);
    await first.stop();
    status = 200;
    const second = await carrierUnderTest({ dataDirectory });
    await eventually(() => receiver.received.length).toBe(2 * count);
    const bodies = receiver.received.map(({ body }) => body);
    expect(new Set(bodies).size).toBe(count);
    // The receiver has a report before its sender knows so.
    const file = join(dataDirectory, 'ledger.jsonl');
    await eventually(async () => (await readFile(file, 'utf8')).match(/"line":"reported"/g)).toHaveLength(
      count,
    );
    await second.stop();
    const third = await carrierUnderTest({ dataDirectory });
    await third.post({ ...hello, to: phones(3), delivery_report, callback_url: receiver.url });
    await eventually(() => receiver.received.length).toBe(3 * count);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(receiver.received.length).toBe(3 * count);
  });

  it('[C30] has a batch on file before it answers, and drops a line cut short', async () => {
    const dataDirectory = await emptyDirectory();
    const first = await carrierUnderTest({
      dataDirectory,
      behaviour: quickBehaviour({ delay: { dispatch: { ms: 60_000 } } }),
    });
    await first.post(hello);
    const path = join(dataDirectory, 'ledger.jsonl');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      line: 'batch',
      request: { body: 'Hello' },
    });
    await first.stop();
    await appendFile(path, '{"line":"batch","id":"01');
    const second = await carrierUnderTest({ dataDirectory });
    await eventually(() => second.summary()).toMatchObject({ accepted: 1, messages: 1 });
    await second.post(hello);
    await second.stop();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).line)).toEqual(
      expect.arrayContaining(['batch', 'status', 'batch']),
    );
  });

  it.each([
    ['no JSON', 'hello\n', /ledger\.jsonl:1 is not JSON/],
    ['another shape', '{"line":"other"}\n', /ledger\.jsonl:1 is not a line of a ledger/],
    [
      'a status out of nowhere',
      '{"line":"status","batch":"x","to":"1","status":"Delivered","code":0,"at":"2026-01-01T00:00:00.000Z"}\n',
      /a line about x, a batch it does not know/,
    ],
  ])('[C30] does not start on a ledger with %s', async (_name, content, message) => {
    const dataDirectory = await emptyDirectory();
    await writeFile(join(dataDirectory, 'ledger.jsonl'), content);
    await expect(carrierUnderTest({ dataDirectory })).rejects.toThrow(message);
  });
});
