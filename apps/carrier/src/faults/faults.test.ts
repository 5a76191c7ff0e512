import { describe, expect, it } from 'vitest';
import { hello, phones, quickBehaviour } from '../testing/carrier-under-test.ts';
import { cmMessage, cmPath, cmUnderTest } from '../testing/cm-under-test.ts';
import { eventually } from '../testing/eventually.ts';

const batches = '/xms/v1/demo/batches';
const faultPath = '/carrier/api/faults';

const send = (body: unknown, method = 'POST') => ({ method, body: JSON.stringify(body) });

/** Both formats: a request of two messages, and the status of the answer when all is well. */
const formats = [
  { wire: 'xms', path: batches, body: { ...hello, to: phones(2), client_reference: 'r1' }, ok: 201 },
  {
    wire: 'cm',
    path: cmPath,
    body: { messages: { msg: phones(2).map((number) => cmMessage({ to: [{ number: `00${number}` }] })) } },
    ok: 200,
  },
] as const;

const underTest = (faults: Readonly<Record<string, unknown>>) =>
  cmUnderTest({ token: 'secret', productToken: 'product', behaviour: quickBehaviour({ faults }) });

async function start(faults: Readonly<Record<string, unknown>>, format: (typeof formats)[number]) {
  const carrier = await underTest(faults);
  const headers = { 'x-cm-producttoken': 'product' };
  const post = (signal?: AbortSignal) =>
    carrier.call(format.path, { ...send(format.body), headers, ...(signal !== undefined && { signal }) });
  const totals = async () => (await carrier.call('/carrier/api/ledger/totals')).json;
  return { ...carrier, post, totals };
}

describe.each(formats)('faults of $wire', (format) => {
  it.each([
    ['status429', 429],
    ['status500', 500],
    ['status503', 503],
  ])('[C26] [C47] answers the next requests with %s, and accepts nothing', async (fault, status) => {
    const { post, totals } = await start({ next: [{ fault, requests: 2 }] }, format);
    const answers = [await post(), await post(), await post()];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, format.ok]);
    expect(answers[0]?.headers.get('retry-after')).toBe(null);
    expect(await totals()).toMatchObject({ accepted: 2, hidden: 0 });
  });

  it('[C26] says Retry-After with a 429 or 503 when it is told to', async () => {
    const next = [
      { fault: 'status429', retryAfterSeconds: 2 },
      { fault: 'status503' },
      { fault: 'status429', retryAfterSeconds: null },
      { fault: 'status500' },
    ];
    const { post } = await start({ retryAfterSeconds: 7, next }, format);
    const waits: unknown[] = [];
    for (const _ of next) waits.push((await post()).headers.get('retry-after'));
    expect(waits).toEqual(['2', '7', null, null]);
  });

  it.each([
    ['dropBefore', 0],
    ['timeoutBefore', 0],
    ['dropAfter', 2],
    ['timeoutAfter', 2],
  ])('[C47] [C48] lets the next request fail by %s, and marks what it hid', async (fault, hidden) => {
    const { post, totals, call } = await start({ holdMs: 80, next: [{ fault }] }, format);
    const begun = Date.now();
    await expect(post()).rejects.toThrow('fetch failed');
    // Timers may fire a millisecond early by this clock.
    expect(Date.now() - begun).toBeGreaterThanOrEqual(fault.startsWith('timeout') ? 78 : 0);
    expect(await totals()).toMatchObject({ accepted: hidden, hidden });
    expect((await post()).status).toBe(format.ok);
    // The same two messages again: for those that were hidden, a repetition.
    expect(await totals()).toMatchObject({ accepted: hidden + 2, hidden, duplicates: hidden });
    const listed = await call('/carrier/api/ledger/messages?hidden=true');
    expect(listed.json).toMatchObject({
      messages: phones(hidden).map((recipient) => ({
        wire: format.wire,
        reference: 'r1',
        recipient,
        hiddenBy: fault,
      })),
    });
  });

  it('[C47] [C48] cuts the next answer short', async () => {
    const { post, totals } = await start({ next: [{ fault: 'truncated' }] }, format);
    await expect(post()).rejects.toThrow(SyntaxError);
    expect(await totals()).toMatchObject({ accepted: 2, hidden: 2 });
  });

  it('[C47] slows the next answer, which hides nothing', async () => {
    const next = [{ fault: 'none', requests: 1 }, { fault: 'slow' }];
    const { post, totals } = await start({ slow: { ms: 150 }, next }, format);
    const times: number[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      const before = performance.now();
      expect((await post()).status).toBe(format.ok);
      times.push(performance.now() - before);
    }
    expect(times[1]).toBeGreaterThanOrEqual(149);
    expect(times[2]).toBeLessThan(149);
    expect(await totals()).toMatchObject({ accepted: 6, hidden: 0 });
  });

  it('[C48] marks what was accepted for a sender that hung up before the answer', async () => {
    const { post, totals, call } = await start({ slow: { share: 1, ms: 200 } }, format);
    await expect(post(AbortSignal.timeout(50))).rejects.toThrow(/timeout/);
    await eventually(totals).toMatchObject({ accepted: 2, hidden: 2 });
    const listed = await call('/carrier/api/ledger/messages');
    expect(listed.json).toMatchObject({ messages: [{ hiddenBy: 'clientGone' }, { hiddenBy: 'clientGone' }] });
  });

  it('[C47] spends no fault on a request that is refused anyway', async () => {
    const { call, post } = await start({ next: [{ fault: 'status503' }] }, format);
    const headers = { 'x-cm-producttoken': 'product' };
    expect((await call(format.path, { ...send({}), headers })).status).toBe(400);
    expect((await post()).status).toBe(503);
  });
});

describe('faults on demand', () => {
  it('[C47] are added, shown and taken away while running', async () => {
    const carrier = await underTest({ next: [{ fault: 'status429', requests: 3 }] });
    expect((await carrier.post(hello)).status).toBe(429);
    const added = await carrier.call(
      faultPath,
      send({ requests: [{ fault: 'status500' }], reports: [{ fault: 'never', messages: 5 }] }),
    );
    const all = {
      requests: [
        { fault: 'status429', requests: 2 },
        { fault: 'status500', requests: 1 },
      ],
      reports: [{ fault: 'never', messages: 5 }],
      struck: { status429: 1 },
    };
    expect([added.status, added.json]).toEqual([200, all]);
    expect((await carrier.call(faultPath)).json).toEqual(all);
    await carrier.call(faultPath, { method: 'DELETE' });
    expect((await carrier.call(faultPath)).json).toEqual({
      requests: [],
      reports: [],
      struck: { status429: 1 },
    });
    expect((await carrier.post(hello)).status).toBe(201);
  });

  it('[C47] go when the behaviour is replaced', async () => {
    const carrier = await underTest({ next: [{ fault: 'status429', requests: 3 }] });
    const next = [{ fault: 'status503' }];
    await carrier.call('/carrier/api/behaviour', send({ faults: { next } }, 'PUT'));
    const statuses = [(await carrier.post(hello)).status, (await carrier.post(hello)).status];
    expect(statuses).toEqual([503, 201]);
  });

  it.each([
    [{ requests: [{ fault: 'flood' }] }, 'requests.0.fault'],
    [{ requests: [{ fault: 'slow', requests: 0 }] }, 'requests.0.requests'],
    [{ reports: [{ fault: 'slow' }] }, 'reports.0.fault'],
    [{ faults: [] }, ''],
  ])('[C47] are refused when they are wrong: %j', async (body, path) => {
    const carrier = await underTest({});
    const answer = await carrier.call(faultPath, send(body));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: { code: 'invalid_faults', issues: [{ path }] } });
  });

  it.each([
    ['PUT', '/carrier/api/behaviour'],
    ['PUT', '/carrier/api/callbacks'],
    ['POST', faultPath],
    ['DELETE', faultPath],
  ])('[C51] take the carrier’s token: %s %s', async (method, path) => {
    const carrier = await underTest({});
    for (const authorization of ['Bearer wrong', 'secret', '']) {
      const answer = await carrier.call(path, { ...send({ cm: null }, method), headers: { authorization } });
      expect([answer.status, answer.json]).toMatchObject([401, { error: { code: 'token_required' } }]);
    }
    const looking = await carrier.call('/carrier/api/behaviour', { headers: { authorization: '' } });
    expect(looking.status).toBe(200);
  });
});
