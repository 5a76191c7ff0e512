import { describe, expect, it } from 'vitest';
import { carrierUnderTest, hello, phones, quickBehaviour } from '../testing/carrier-under-test.ts';
import { draw } from './draw.ts';
import { eventually } from '../testing/eventually.ts';

const put = (body: unknown) => ({ method: 'PUT', body: JSON.stringify(body) });
const path = '/carrier/api/behaviour';

async function failuresOf(seed: number, order: (to: readonly string[]) => readonly string[]) {
  const failure = { share: 0.3, codes: [{ code: 1 }, { code: 27, status: 'Expired', weight: 3 }] };
  const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ seed, failure }) });
  await carrier.post({ ...hello, to: order(phones(300)), client_reference: String(Math.random()) });
  await eventually(() => carrier.summary()).toMatchObject({ waiting: 0 });
  const { json } = await carrier.call('/xms/v1/demo/batches');
  const id = JSON.stringify(json).match(/[0-9A-Z]{26}/)?.[0];
  const report = await carrier.call(
    `/xms/v1/demo/batches/${id}/delivery_report?type=full&status=Failed,Expired`,
  );
  const { statuses } = JSON.parse(report.text);
  const byCode = new Map<number, string[]>();
  for (const { code, recipients } of statuses) byCode.set(code, recipients.sort());
  return byCode;
}

describe('behaviour', () => {
  it('[C23] is replaced by PUT, with defaults for what is left out', async () => {
    const carrier = await carrierUnderTest();
    const answer = await carrier.call(path, put({ delay: { deliver: { ms: 7 } }, failure: { share: 0.5 } }));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      seed: 1,
      delay: { accept: { ms: 5, jitter: 0 }, dispatch: { ms: 300 }, deliver: { ms: 7, jitter: 1400 } },
      failure: { share: 0.5 },
      throughput: { messagesPerSecond: null },
      limits: { parameterLength: 160 },
    });
    expect((await carrier.call(path)).json).toEqual(answer.json);
  });

  it.each([
    [{ delays: {} }, '', /delays/],
    [{ failure: { share: 3 } }, 'failure.share', /1/],
    [{ failure: { codes: [{ code: 400 }] } }, 'failure.codes.0.code', /399/],
    [{ throughput: { messagesPerSecond: 0 } }, 'throughput.messagesPerSecond', /0/],
    [{ faults: { status429: 0.6, status500: 0.6 } }, 'faults', /more than 1/],
    [{ delay: { accept: { ms: 'x' } } }, 'delay.accept.ms', /number/],
  ])('[C23] refuses %j and keeps what it had', async (body, where, message) => {
    const carrier = await carrierUnderTest();
    const before = (await carrier.call(path)).json;
    const answer = await carrier.call(path, put(body));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: {
        code: 'invalid_behaviour',
        issues: [{ path: where, message: expect.stringMatching(message) }],
      },
    });
    expect((await carrier.call(path)).json).toEqual(before);
  });

  it('[C24] fails the same recipients with the same codes for a seed, in any order', async () => {
    const [one, two, other] = await Promise.all([
      failuresOf(1, (to) => to),
      failuresOf(1, (to) => to.toReversed()),
      failuresOf(2, (to) => to),
    ]);
    expect(one).toEqual(two);
    expect(one).not.toEqual(other);
    const rare = one.get(1)?.length ?? 0;
    const common = one.get(27)?.length ?? 0;
    expect(rare + common).toBeGreaterThan(60);
    expect(rare + common).toBeLessThan(120);
    expect(common).toBeGreaterThan(rare);
  });

  it('[C24] draws evenly', () => {
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let nth = 0; nth < 20_000; nth += 1) {
      const bucket = Math.floor(draw(5, `key ${nth}`) * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it.each([
    ['status429', 429, /"title":"Too Many Requests"/],
    ['status500', 500, /^$/],
    ['status503', 503, /^$/],
  ])('[C26] answers %s and accepts nothing', async (fault, status, body) => {
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ faults: { [fault]: 1 } }) });
    const answer = await carrier.post(hello);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(body);
    expect(await carrier.summary()).toMatchObject({ accepted: 0 });
  });

  it.each([
    ['dropBefore', 0],
    ['dropAfter', 1],
  ])('[C26] drops the connection: %s', async (fault, accepted) => {
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ faults: { [fault]: 1 } }) });
    await expect(carrier.post(hello)).rejects.toThrow('fetch failed');
    expect(await carrier.summary()).toMatchObject({ accepted });
  });

  it('[C26] cuts an answer short after accepting', async () => {
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ faults: { truncated: 1 } }) });
    await expect(carrier.post(hello)).rejects.toThrow(SyntaxError);
    expect(await carrier.summary()).toMatchObject({ accepted: 1 });
  });

  it('[C26] strikes by share, and slows answers', async () => {
    const carrier = await carrierUnderTest({ behaviour: quickBehaviour({ faults: { status503: 0.5 } }) });
    const answers = await Promise.all(Array.from({ length: 40 }, () => carrier.post(hello)));
    const struck = answers.filter(({ status }) => status === 503).length;
    expect(struck).toBeGreaterThan(8);
    expect(struck).toBeLessThan(32);
    await carrier.call(path, put({ delay: { accept: { ms: 0 } }, faults: { slow: { share: 1, ms: 150 } } }));
    const start = performance.now();
    expect((await carrier.post(hello)).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThanOrEqual(149);
  });
});
