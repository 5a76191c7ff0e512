import { afterEach, describe, expect, it } from 'vitest';
import { providers } from './providers.ts';
import { REFERENCE, subjects } from './testing/subjects.ts';
import { message, other } from './testing/contract-messages.ts';
import { answer, closeOperators, serve, type Handler } from './testing/serve-operator.ts';

it('[P1] every operator is a subject', () => {
  const titles = Object.values(providers).map(({ title }) => title.replace('.com', '').toLowerCase());
  expect(subjects.map(({ title }) => title.toLowerCase()).toSorted()).toEqual(titles.toSorted());
});

afterEach(closeOperators);

describe.each(subjects)('the port, by $title', (subject) => {
  const batch = { messages: [message, other].slice(0, subject.limit) };
  const sent = { reference: REFERENCE, messages: batch.messages };
  const success = { ...subject.success, body: subject.success.body(sent) };

  async function sendTo(handle: Handler, timeoutMs = 5000) {
    const server = await serve(handle);
    return { outcome: await subject.open(server.url, timeoutMs).send(batch), server };
  }

  it('[P3] makes one request', async () => {
    const { status, body } = success;
    const { outcome, server } = await sendTo(answer(status, body));
    expect(outcome).toMatchObject({ kind: 'accepted', refused: [] });
    expect(server.requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('[P3] does not follow a redirect (%i)', async (status) => {
    const target = await serve(answer(success.status, success.body));
    const { outcome } = await sendTo(answer(status, '', { location: `${target.url}/elsewhere` }));
    expect(outcome.kind).toBe('unknown');
    expect(target.requests).toEqual([]);
  });

  it('[P4] throws on a batch that breaks the rules, before anything leaves', async () => {
    const server = await serve(answer(success.status, success.body));
    const operator = subject.open(server.url, 5000);
    await expect(operator.send({ messages: [] })).rejects.toThrow('batch');
    await expect(
      operator.send({ messages: [message, { ...other, recipient: message.recipient }] }),
    ).rejects.toThrow(subject.limit === 1 ? 'holds 1 to 1 messages' : 'twice');
    const many = Array.from({ length: subject.limit + 1 }, () => message);
    await expect(operator.send({ messages: many })).rejects.toThrow('messages');
    expect(server.requests).toEqual([]);
  });

  const nonsense = [...subject.nonsense(sent), '', '{"id":"01A', '<html>fine</html>', '\u0000'];
  // Each in an array of its own: `each` would spread a body that is an array.
  it.each(nonsense.map((body) => [body]))('[P5] success with the body %j is unknown', async (body) => {
    const { outcome } = await sendTo(answer(success.status, body));
    expect(outcome.kind).toBe('unknown');
  });

  it('[P6] a closed port is retried', async () => {
    const server = await serve(answer(200, ''));
    await server.close();
    const outcome = await subject.open(server.url, 5000).send(batch);
    expect(outcome).toMatchObject({ kind: 'retry', afterMs: null, stopsQueue: false });
    expect(JSON.stringify(outcome)).toContain('ECONNREFUSED');
  });

  it.each(['http://operator.invalid', 'http://127.0.0.1:6000'])('[P6] %s is retried', async (url) => {
    expect(await subject.open(url, 5000).send(batch)).toMatchObject({ kind: 'retry', stopsQueue: false });
  });

  it('[P7] silence is unknown', async () => {
    const { outcome, server } = await sendTo(() => {}, 100);
    expect(outcome).toEqual({ kind: 'unknown', error: 'no answer came back (timeout)' });
    expect(server.requests).toHaveLength(1);
  });

  it('[P7] a connection closed without an answer is unknown', async () => {
    const { outcome } = await sendTo((request) => request.socket.destroy());
    expect(outcome.kind).toBe('unknown');
  });

  it('[P7] an answer that breaks off is unknown', async () => {
    const { status, body } = success;
    const { outcome } = await sendTo((request, response) => {
      response.writeHead(status, { 'content-length': '5000' });
      response.write(JSON.stringify(body), () => request.socket.destroy());
    });
    expect(outcome.kind).toBe('unknown');
  });

  it('[P7] an answer that stops in the middle is unknown', async () => {
    const { status, body } = success;
    const { outcome } = await sendTo((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.write(JSON.stringify(body));
    }, 200);
    expect(outcome.kind).toBe('unknown');
  });

  it.each([
    [7, 'accepted'],
    [9, 'unknown'],
  ])('[P16] a success of %i MiB is %s', async (mebibytes, kind) => {
    const { status, body } = success;
    const padding = ' '.repeat(mebibytes * 1024 * 1024);
    const { outcome } = await sendTo(answer(status, JSON.stringify(body) + padding));
    expect(outcome.kind).toBe(kind);
  });

  it.each([429, 503])('[P8] %i is retried when the operator says', async (status) => {
    const { outcome } = await sendTo(answer(status, '', { 'retry-after': '7' }));
    expect(outcome).toMatchObject({ kind: 'retry', afterMs: 7000, stopsQueue: false });
  });

  it.each([429, 503])('[P8] %i is retried when the operator does not say', async (status) => {
    const { outcome } = await sendTo(answer(status, '{broken'));
    expect(outcome).toMatchObject({ kind: 'retry', afterMs: null, stopsQueue: false });
  });

  it('[P9] refused credentials stop the queue', async () => {
    const { status, error } = subject.refusedCredentials;
    const { outcome } = await sendTo(answer(status, error('who are you')));
    expect(outcome).toMatchObject({ kind: 'retry', stopsQueue: true });
  });

  it.each(subject.undocumented)('[P10] %i is unknown', async (status) => {
    const { outcome } = await sendTo(answer(status, success.body));
    expect(outcome.kind).toBe('unknown');
  });

  it('[P11] no outcome repeats a secret', async () => {
    const { status, error } = subject.refusedCredentials;
    const body = error(`the token ${subject.secret} is not known`);
    for (const refusal of [status, 400, 403, 429, 500]) {
      const { outcome, server } = await sendTo(answer(refusal, body));
      expect(JSON.stringify(outcome)).toContain('is not known');
      expect(JSON.stringify(outcome)).not.toContain(subject.secret);
      const finding = await subject.open(server.url, 5000).findBatch();
      expect(JSON.stringify(finding)).not.toContain(subject.secret);
    }
  });

  it('[P17] tells the operator until when a message is worth delivering', async () => {
    // Whole seconds: some operators take no other.
    const expiresAt = Math.floor(Date.now() / 1000) * 1000 + 2 * 60 * 60 * 1000;
    const { status, body } = success;
    const server = await serve(answer(status, body));
    const operator = subject.open(server.url, 5000);
    await operator.send({ messages: [{ ...message, expiresAt }] });
    await operator.send({ messages: [message] });
    expect(server.bodies.map((sentBody) => subject.read(sentBody).expiresAt)).toEqual([expiresAt, null]);
  });

  it('[P15] writes the number as the operator wants it', async () => {
    const { server } = await sendTo(answer(success.status, success.body));
    expect(subject.read(server.bodies[0] ?? '').recipients[0]).toBe(subject.recipientForm);
  });

  it.each(['${t1} costs ${{ price }} ${', 'a "quoted" \\ line\nand 😀', '{{ x }} %s &amp; <b>'])(
    '[P18] sends %j as it is',
    async (text) => {
      const server = await serve(answer(success.status, success.body));
      await subject.open(server.url, 5000).send({ messages: [{ ...message, text }] });
      expect(subject.read(server.bodies[0] ?? '').texts).toEqual([text]);
    },
  );
});
