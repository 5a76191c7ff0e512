import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carrierUnderTest, hello, phones } from '../testing/carrier-under-test.ts';
import { eventually } from '../testing/eventually.ts';

const pageSchema = z.object({
  phones: z.array(
    z.object({ number: z.string(), count: z.number(), last: z.looseObject({ text: z.string() }) }),
  ),
  nextCursor: z.number().nullable(),
});

async function filledCarrier() {
  const carrier = await carrierUnderTest();
  for (const [index, number] of phones(5).entries()) {
    await carrier.post({
      ...hello,
      to: [number],
      body: `Letter ${index}`,
      from: index === 3 ? 'Shop' : 'Curlew',
    });
    await eventually(() => carrier.summary()).toMatchObject({ messages: index + 1 });
  }
  await carrier.post({ ...hello, to: phones(1), body: 'Again, Žofie', client_reference: 'r' });
  await eventually(() => carrier.summary()).toMatchObject({ messages: 6 });
  const list = async (query: string) => {
    const answer = await carrier.call(`/carrier/api/phones${query}`);
    return pageSchema.parse(answer.json);
  };
  return { ...carrier, list };
}

describe('phones', () => {
  it('[C31] lists the phone that received last first, with its count and last message', async () => {
    const { list } = await filledCarrier();
    const { phones: listed } = await list('');
    expect(listed.map(({ number, count, last }) => [number, count, last.text])).toEqual([
      ['447700900000', 2, 'Again, Žofie'],
      ['447700900004', 1, 'Letter 4'],
      ['447700900003', 1, 'Letter 3'],
      ['447700900002', 1, 'Letter 2'],
      ['447700900001', 1, 'Letter 1'],
    ]);
  });

  it('[C31] pages by cursor without repeating a phone', async () => {
    const { list } = await filledCarrier();
    const seen: string[] = [];
    let cursor: number | null = null;
    do {
      const page = await list(`?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.phones.map(({ number }) => number));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([0, 4, 3, 2, 1].map((index) => phones(5)[index]));
  });

  it.each([
    ['900003', ['447700900003']],
    ['%2B44 7700 900-003', ['447700900003']],
    ['žofie', ['447700900000']],
    ['letter 0', []],
    ['shop', ['447700900003']],
  ])('[C31] finds %s', async (search, numbers) => {
    const { list } = await filledCarrier();
    const { phones: listed } = await list(`?search=${search}`);
    expect(listed.map(({ number }) => number)).toEqual(numbers);
  });

  it('[C31] has a phone’s messages in order, and no phone that received nothing', async () => {
    const carrier = await filledCarrier();
    const answer = await carrier.call('/carrier/api/phones/+447700900000');
    expect(answer.json).toMatchObject({
      number: '447700900000',
      messages: [
        { text: 'Letter 0', sender: 'Curlew', parts: 1, encoding: 'GSM', clientReference: null },
        { text: 'Again, Žofie', parts: 1, encoding: 'UNICODE', clientReference: 'r' },
      ],
    });
    const unknown = await carrier.call('/carrier/api/phones/447700900099');
    expect([unknown.status, unknown.json]).toMatchObject([404, { error: { code: 'unknown_phone' } }]);
    const wrong = await carrier.call('/carrier/api/phones?limit=0');
    expect([wrong.status, wrong.json]).toMatchObject([400, { error: { code: 'invalid_query' } }]);
  });

  it('[C32] streams which phones received something, a few times a second', async () => {
    const carrier = await carrierUnderTest();
    const abort = new AbortController();
    const stream = await fetch(`${carrier.url}/carrier/api/live`, { signal: abort.signal });
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await carrier.post({ ...hello, to: phones(30) });
    let text = '';
    while (!text.includes('}')) text += (await reader?.read())?.value ?? '';
    abort.abort();
    const data = /^event: received\ndata: (.*)$/m.exec(text)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({ messages: 30, numbers: phones(30) });
  });
});
