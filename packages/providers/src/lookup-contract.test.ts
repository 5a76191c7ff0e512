import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { REFERENCE, subjects } from './testing/subjects.ts';
import { answer, closeOperators, serve } from './testing/serve-operator.ts';

afterEach(closeOperators);

const askable = subjects.flatMap((subject) =>
  subject.lookup === null ? [] : [{ ...subject, ...subject.lookup }],
);
const mute = subjects.filter(({ lookup }) => lookup === null);

describe.each(askable)('asking $title', (subject) => {
  it('[P13] finds a request by our reference', async () => {
    const server = await serve(answer(200, subject.found(REFERENCE)));
    expect(await subject.open(server.url, 5000).findBatch()).toEqual({
      kind: 'found',
      providerBatchId: '01ABC',
    });
  });

  it('[P13] knows when there is none', async () => {
    const server = await serve(answer(200, subject.notFound));
    expect(await subject.open(server.url, 5000).findBatch()).toEqual({ kind: 'not_found' });
  });

  it.each([
    ['another request', answer(200, subject.found('of-somebody-else'))],
    ['nonsense', answer(200, '<html>')],
    ['an error', answer(500, subject.notFound)],
    ['a closed connection', (request: IncomingMessage) => request.socket.destroy()],
  ])('[P13] concludes nothing from %s', async (_, handle) => {
    const server = await serve(handle);
    expect((await subject.open(server.url, 5000).findBatch()).kind).toBe('unknown');
  });
});

describe.each(mute)('asking $title, which cannot be asked', (subject) => {
  it('[P13] concludes nothing, and makes no request', async () => {
    const server = await serve(answer(200, ''));
    expect((await subject.open(server.url, 5000).findBatch()).kind).toBe('unknown');
    expect(server.requests).toEqual([]);
  });
});
