import { describe, expect, it } from 'vitest';
import { callbackReceiver } from '../testing/callback-receiver.ts';
import { quickBehaviour } from '../testing/carrier-under-test.ts';
import { cmMessage, cmUnderTest } from '../testing/cm-under-test.ts';
import { eventually } from '../testing/eventually.ts';

type Receiver = Awaited<ReturnType<typeof callbackReceiver>>;

const codesOf = ({ received }: Receiver): readonly unknown[] =>
  received.map(({ body }) => JSON.parse(body).messages.msg.status.code);

describe('CM’s status reports', () => {
  it('[C43] posts one object of strings for the operator’s acceptance and for the end', async () => {
    const receiver = await callbackReceiver();
    const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url, callbackSecret: 'hush' });
    await carrier.postCm(cmMessage({ reference: 'a1' }));
    await eventually(() => receiver.received.length).toBe(2);
    const report = (code: string) => ({
      messages: {
        msg: {
          received: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          to: '00447700900001',
          reference: 'a1',
          status: { code, errorCode: '', errorDescription: '' },
          operator: expect.any(String),
        },
      },
    });
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual(
      expect.arrayContaining([report('0'), report('2')]),
    );
    const headers = receiver.received[0]?.headers ?? {};
    expect(headers['content-type']).toBe('application/json');
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it.each([
    ['Failed', 24, '3'],
    ['Expired', 8, '3'],
    ['Rejected', 28, '1'],
  ])('[C43] reports %s with error %i as status %s', async (status, code, expected) => {
    const receiver = await callbackReceiver();
    const failure = { share: 1, cmCodes: [{ code, status }] };
    const carrier = await cmUnderTest({
      cmCallbackUrl: receiver.url,
      behaviour: quickBehaviour({ failure }),
    });
    await carrier.postCm(cmMessage());
    await eventually(() => receiver.received.length).toBe(2);
    const final = receiver.received.map(({ body }) => JSON.parse(body).messages.msg.status);
    expect(final).toContainEqual({
      code: expected,
      errorCode: String(code),
      errorDescription: expect.any(String),
    });
  });

  it('[C43] reports what expired before it was dispatched as failed with error 8', async () => {
    const receiver = await callbackReceiver();
    const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url });
    await carrier.postCm(cmMessage({ validity: '2020-01-01 00:00:00 GMT' }));
    await eventually(() => receiver.received.length).toBe(1);
    const { status } = JSON.parse(receiver.received[0]?.body ?? '').messages.msg;
    expect(status).toMatchObject({ code: '3', errorCode: '8' });
  });

  it('[C43] reports where it is told to while running, and nowhere without an address', async () => {
    const receiver = await callbackReceiver();
    const carrier = await cmUnderTest();
    await carrier.postCm(cmMessage());
    await eventually(() => carrier.summary()).toMatchObject({ messages: 1 });
    const path = '/carrier/api/callbacks';
    const wrong = await carrier.call(path, { method: 'PUT', body: '{"cm":"ftp://x"}' });
    expect([wrong.status, wrong.json]).toMatchObject([400, { error: { code: 'invalid_callbacks' } }]);
    await carrier.call(path, { method: 'PUT', body: JSON.stringify({ cm: receiver.url }) });
    expect((await carrier.call(path)).json).toEqual({ cm: receiver.url });
    await carrier.postCm(cmMessage({ reference: 'later' }));
    await eventually(() => receiver.received.length).toBe(2);
    expect(receiver.received.every(({ body }) => body.includes('"reference":"later"'))).toBe(true);
  });

  it.each([302, 404, 429, 500])(
    '[C44] repeats a report that was answered %i, at a steady pace',
    async (status) => {
      const receiver = await callbackReceiver((nth) => (nth < 3 ? status : 204));
      const behaviour = quickBehaviour({
        failure: { share: 0 },
        reports: { concurrency: 1, cmRetry: { everyMs: 40 } },
      });
      const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url, behaviour });
      await carrier.postCm(cmMessage({ validity: '2020-01-01 00:00:00 GMT' }));
      await eventually(() => receiver.received.length).toBe(4);
      const [first = 0, ...later] = receiver.received.map(({ at }) => at);
      // Timers may fire a millisecond early by the receiver's clock.
      for (const [index, at] of later.entries())
        expect(at - first).toBeGreaterThanOrEqual(40 * (index + 1) - 2);
      expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(receiver.received.length).toBe(4);
    },
  );

  it('[C44] gives up once its time has passed', async () => {
    const receiver = await callbackReceiver(() => 500);
    const behaviour = quickBehaviour({ reports: { cmRetry: { everyMs: 20, forMs: 60 } } });
    const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url, behaviour });
    await carrier.postCm(cmMessage({ validity: '2020-01-01 00:00:00 GMT' }));
    await eventually(() => receiver.received.length).toBe(4);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(receiver.received.length).toBe(4);
  });

  it.each([
    ['duplicate', ['0', '0', '2', '2']],
    ['outOfOrder', ['2', '0']],
    ['never', []],
    ['none', ['0', '2']],
  ])('[C49] counts out %s for the next messages', async (fault, expected) => {
    const receiver = await callbackReceiver();
    const behaviour = quickBehaviour({
      delay: { dispatch: { ms: 0, jitter: 0 }, deliver: { ms: 60, jitter: 0 } },
      reports: { concurrency: 1, next: [{ fault }] },
    });
    const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url, behaviour });
    await carrier.postCm(cmMessage({ reference: 'struck' }));
    await carrier.postCm(cmMessage({ reference: 'spared' }));
    await eventually(() => receiver.received.length).toBe(expected.length + 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const about = (reference: string) =>
      codesOf({
        ...receiver,
        received: receiver.received.filter(({ body }) => body.includes(`"${reference}"`)),
      });
    expect(about('struck')).toEqual(expected);
    expect(about('spared')).toEqual(['0', '2']);
  });

  it('[C49] holds back the reports of the next messages', async () => {
    const receiver = await callbackReceiver();
    const behaviour = quickBehaviour({
      reports: { late: { ms: 200 }, next: [{ fault: 'late', messages: 1 }] },
    });
    const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url, behaviour });
    const start = Date.now();
    await carrier.postCm(cmMessage());
    await eventually(() => receiver.received.length).toBe(2);
    for (const { at } of receiver.received) expect(at - start).toBeGreaterThanOrEqual(195);
  });

  it.each([
    ['never', 0, 60],
    ['outOfOrder', 200, 240],
  ])('[C49] strikes a share of messages with %s', async (fault, fewest, most) => {
    const receiver = await callbackReceiver();
    const behaviour = quickBehaviour({ seed: 3, reports: { concurrency: 1, [fault]: 0.8 } });
    const carrier = await cmUnderTest({ cmCallbackUrl: receiver.url, behaviour });
    const messages = Array.from({ length: 100 }, (_, index) =>
      cmMessage({ to: [{ number: `00${447_700_900_000 + index}` }] }),
    );
    await carrier.postCm(...messages);
    await eventually(() => carrier.summary()).toMatchObject({ messages: 100 });
    await eventually(() => receiver.received.length).toBeGreaterThanOrEqual(fewest === 0 ? 20 : 200);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(receiver.received.length).toBeGreaterThanOrEqual(fewest);
    expect(receiver.received.length).toBeLessThan(most);
    if (fault !== 'outOfOrder') return;
    const order = new Map<string, string>();
    for (const { body } of receiver.received) {
      const { to, status } = JSON.parse(body).messages.msg;
      order.set(to, `${order.get(to) ?? ''}${status.code}`);
    }
    const overtaken = [...order.values()].filter((codes) => codes === '20').length;
    expect(overtaken).toBeGreaterThan(65);
    expect(overtaken).toBeLessThan(95);
  });
});
