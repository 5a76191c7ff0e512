import { describe, expect, it } from 'vitest';
import { carrierUnderTest, hello, phones, quickBehaviour } from '../testing/carrier-under-test.ts';

const batches = '/xms/v1/demo/batches';

describe('requests', () => {
  it('[C1] refuses another plan, another token and no token with an empty 401', async () => {
    const carrier = await carrierUnderTest();
    const answers = await Promise.all([
      carrier.call('/xms/v1/other/batches'),
      carrier.call(batches, { headers: { authorization: 'Bearer wrong' } }),
      carrier.call(batches, { headers: { authorization: '' } }),
      carrier.call(batches, { method: 'POST', body: '{', headers: { authorization: 'Basic secret' } }),
    ]);
    expect(answers.map(({ status, text }) => [status, text])).toEqual([1, 2, 3, 4].map(() => [401, '']));
  });

  it('[C2] tells broken JSON, other content, unknown paths and methods apart', async () => {
    const carrier = await carrierUnderTest();
    const broken = await carrier.call(batches, { method: 'POST', body: '{"to":' });
    expect(broken.status).toBe(400);
    expect(broken.json).toMatchObject({ code: 'syntax_invalid_json' });
    const empty = await carrier.call(batches, { method: 'POST' });
    expect(empty.json).toMatchObject({ code: 'syntax_invalid_json' });
    const form = { method: 'POST', body: 'to=1', headers: { 'content-type': 'text/plain' } };
    expect((await carrier.call(batches, form)).status).toBe(415);
    expect((await carrier.call('/xms/v1/demo/nothing')).status).toBe(404);
    expect((await carrier.call(`${batches}/01NOSUCHBATCH`)).status).toBe(404);
    const put = await carrier.call(batches, { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  const constraint = 'syntax_constraint_violation';
  const format = 'syntax_invalid_parameter_format';

  async function refuses(_name: string, batch: unknown, why: readonly [code: string, text: RegExp]) {
    const carrier = await carrierUnderTest();
    const answer = await carrier.post(batch);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ code: why[0], text: expect.stringMatching(why[1]) });
    expect(await carrier.summary()).toMatchObject({ accepted: 0 });
  }

  it.each<[string, unknown, [string, RegExp]]>([
    ['no to', { from: 'Curlew', body: 'x' }, [constraint, /^to is required/]],
    ['no body', { from: 'Curlew', to: hello.to }, [constraint, /^body is required/]],
    ['a number for a body', { ...hello, body: 5 }, [format, /body/]],
    ['an array', [], [format, /the request body/]],
    ['an unknown report', { ...hello, delivery_report: 'all' }, [format, /delivery_report/]],
    ['a callback that is no URL', { ...hello, callback_url: 'ftp://x' }, [format, /callback_url/]],
    ['an overlong reference', { ...hello, client_reference: 'r'.repeat(2049) }, [constraint, /client_ref/]],
    ['a flag that is no flag', { ...hello, flash_message: 'yes' }, [format, /flash_message/]],
  ])('[C3] refuses %s', refuses);

  it.each<[string, unknown, [string, RegExp]]>([
    ['nobody', { ...hello, to: [] }, [constraint, /to/]],
    ['1,001 recipients', { ...hello, to: phones(1001) }, [constraint, /to/]],
    ['a bad number', { ...hello, to: ['+447700900001', '12ab', 'x'] }, [format, /to\[1\]/]],
    ['a number that is too long', { ...hello, to: ['+1234567890123456'] }, [format, /to\[0\]/]],
  ])('[C4] refuses %s', refuses);

  it.each<[string, unknown, [string, RegExp]]>([
    ['12 characters of sender', { ...hello, from: 'Curlew Sends' }, [format, /from/]],
    ['a sender with a character beyond GSM', { ...hello, from: 'Čurlew' }, [format, /from/]],
    ['an escape that makes 12 septets', { ...hello, from: 'Curlew Inc€' }, [format, /from/]],
  ])('[C6] refuses %s', refuses);

  it.each<[string, unknown, [string, RegExp]]>([
    ['2,001 units of body', { ...hello, body: 'b'.repeat(2001) }, [constraint, /body/]],
  ])('[C7] refuses %s', refuses);

  it.each<[string, unknown, [string, RegExp]]>([
    ['a 17-character key', { ...hello, parameters: { ['k'.repeat(17)]: {} } }, [constraint, /parameters/]],
    ['a key with a space', { ...hello, parameters: { 'a b': {} } }, [constraint, /parameters/]],
    [
      'a value of 161',
      { ...hello, parameters: { k: { default: 'v'.repeat(161) } } },
      [constraint, /parameters\.k/],
    ],
    ['a value that is no text', { ...hello, parameters: { k: { default: 1 } } }, [format, /parameters\.k/]],
  ])('[C8] refuses %s', refuses);

  it.each<[string, unknown, [string, RegExp]]>([
    ['a time that is none', { ...hello, send_at: 'tomorrow' }, [format, /send_at/]],
    ['an expiry in four days', { ...hello, expire_at: inDays(4) }, [constraint, /expire_at/]],
    ['an expiry in the past', { ...hello, expire_at: inDays(-1) }, [constraint, /expire_at/]],
  ])('[C12] refuses %s', refuses);

  it('[C3] ignores members it does not know', async () => {
    const carrier = await carrierUnderTest();
    const answer = await carrier.post({ ...hello, flavour: 'mint' });
    expect(answer.status).toBe(201);
    expect(answer.json).not.toHaveProperty('flavour');
  });

  it('[C4] [C7] takes 1,000 recipients, an empty body and 2,000 units', async () => {
    const carrier = await carrierUnderTest();
    expect((await carrier.post({ ...hello, to: phones(1000), body: '' })).status).toBe(201);
    expect((await carrier.post({ ...hello, body: 'b'.repeat(2000) })).status).toBe(201);
  });

  it('[C5] strips numbers to digits and sends once to a number given twice', async () => {
    const carrier = await carrierUnderTest();
    const to = ['+44 7700-900(001)', '00447700900002', '447700900003', '+447700900002'];
    const answer = await carrier.post({ ...hello, to });
    expect(answer.json).toMatchObject({ to: ['447700900001', '447700900002', '447700900003'] });
    expect(await carrier.summary()).toMatchObject({ accepted: 3 });
  });

  it('[C6] takes short codes, numbers and text as sender', async () => {
    const carrier = await carrierUnderTest();
    const answers = await Promise.all(
      ['12345', '+447700900100', 'Curlew Inc.'].map((from) => carrier.post({ ...hello, from })),
    );
    expect(answers.map(({ json }) => json)).toMatchObject([
      { from: '12345' },
      { from: '447700900100' },
      { from: 'Curlew Inc.' },
    ]);
  });

  it('[C8] takes values of 160, and longer ones when the limit is raised', async () => {
    const carrier = await carrierUnderTest();
    const batchOf = (length: number) => ({ ...hello, parameters: { k: { default: 'v'.repeat(length) } } });
    expect((await carrier.post(batchOf(160))).status).toBe(201);
    const wide = await carrierUnderTest({ behaviour: quickBehaviour({ limits: { parameterLength: 1530 } }) });
    expect((await wide.post(batchOf(1530))).status).toBe(201);
    expect((await wide.post(batchOf(1531))).status).toBe(400);
  });

  it('[C10] forbids groups and reports without an address', async () => {
    const carrier = await carrierUnderTest();
    const group = await carrier.post({ ...hello, to: ['01FC66621VHDBN119Z8PMV1QPQ'] });
    expect([group.status, group.json]).toEqual([403, { code: 'unknown_group', text: expect.any(String) }]);
    const lost = await carrier.post({ ...hello, delivery_report: 'full' });
    expect([lost.status, lost.json]).toEqual([
      403,
      { code: 'missing_callback_url', text: expect.any(String) },
    ]);
    const planned = await carrierUnderTest({ callbackUrl: 'http://127.0.0.1:9/reports' });
    expect((await planned.post({ ...hello, delivery_report: 'full' })).status).toBe(201);
  });

  it('[C11] answers 201 with the request, its defaults and what the carrier adds', async () => {
    const carrier = await carrierUnderTest();
    const answer = await carrier.post({ ...hello, client_reference: 'r1' });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      to: ['447700900001'],
      from: 'Curlew',
      body: 'Hello',
      type: 'mt_text',
      client_reference: 'r1',
      delivery_report: 'none',
      feedback_enabled: false,
      flash_message: false,
      canceled: false,
      send_at: expect.stringMatching(/Z$/),
      expire_at: expect.stringMatching(/Z$/),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      modified_at: expect.stringMatching(/Z$/),
    });
  });

  it('[C12] reads a time without an offset as UTC', async () => {
    const carrier = await carrierUnderTest();
    const answer = await carrier.post({ ...hello, send_at: '2030-01-02T03:04:05' });
    expect(answer.json).toMatchObject({
      send_at: '2030-01-02T03:04:05.000Z',
      expire_at: '2030-01-05T03:04:05.000Z',
    });
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
}
