import { describe, expect, it } from 'vitest';
import { cmMessage, cmPath, cmUnderTest } from '../testing/cm-under-test.ts';
import { quickBehaviour } from '../testing/carrier-under-test.ts';

const refused = (errorCode: number) => ({ errorCode, messages: [], details: expect.any(String) });

describe('requests in CM’s format', () => {
  it.each([
    ['a wrong header', {}],
    ['a wrong header beside a right body', { producttoken: 'product' }],
  ])('[C37] refuses %s', async (_name, authentication) => {
    const carrier = await cmUnderTest();
    const body = JSON.stringify({ messages: { authentication, msg: [cmMessage()] } });
    const answer = await carrier.postRaw(body, { 'x-cm-producttoken': 'wrong' });
    expect([answer.status, answer.json]).toEqual([400, refused(101)]);
    expect(await carrier.summary()).toMatchObject({ accepted: 0 });
  });

  it('[C37] takes the token of the header', async () => {
    const carrier = await cmUnderTest();
    expect((await carrier.postCm(cmMessage())).status).toBe(200);
    expect(await carrier.summary()).toMatchObject({ accepted: 1 });
  });

  it.each([
    [{ producttoken: 'product' }, 200],
    [{ productToken: 'product' }, 200],
    [{ producttoken: 'wrong' }, 400],
    [{}, 400],
  ])('[C37] takes the token of the body when there is no header: %j', async (authentication, status) => {
    const { url } = await cmUnderTest();
    const answer = await fetch(`${url}${cmPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: { authentication, msg: [cmMessage()] } }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      status,
      { errorCode: status === 200 ? 0 : 101 },
    ]);
  });

  it('[C37] takes the carrier’s token when there is no product token', async () => {
    const carrier = await cmUnderTest({ productToken: undefined });
    expect((await carrier.postCm(cmMessage())).status).toBe(400);
    const body = JSON.stringify({ messages: { msg: [cmMessage()] } });
    expect((await carrier.postRaw(body, { 'x-cm-producttoken': 'secret' })).status).toBe(200);
  });

  it.each([
    ['no JSON', '{"messages":', 202],
    ['no envelope', '[]', 202],
    ['a number for a text', JSON.stringify({ messages: { msg: [cmMessage({ from: 12 })] } }), 202],
    ['a text for a number', JSON.stringify({ messages: { msg: [cmMessage({ dcs: '8' })] } }), 202],
    ['a list of texts', JSON.stringify({ messages: { msg: ['hello'] } }), 202],
    ['no msg', '{"messages":{}}', 203],
    ['a single msg', JSON.stringify({ messages: { msg: cmMessage() } }), 203],
    ['an empty msg', '{"messages":{"msg":[]}}', 203],
    ['1,001 of them', JSON.stringify({ messages: { msg: Array(1001).fill(cmMessage()) } }), 203],
  ])('[C38] refuses the whole request for %s', async (_name, body, code) => {
    const carrier = await cmUnderTest();
    const answer = await carrier.postRaw(body);
    expect([answer.status, answer.json]).toEqual([400, refused(code)]);
    expect(await carrier.summary()).toMatchObject({ accepted: 0 });
  });

  it('[C38] knows POST only', async () => {
    const carrier = await cmUnderTest();
    const answer = await carrier.call(cmPath);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each([
    [301, { from: undefined }],
    [301, { from: 'TwelveLetter' }],
    [301, { from: '+447700900000' }],
    [301, { from: '1'.repeat(17) }],
    [302, { to: [] }],
    [302, { to: undefined }],
    [303, { to: [{ number: '+447700900001' }] }],
    [303, { to: [{ number: '447700900001' }] }],
    [303, { to: [{ number: '0044 7700 900001' }] }],
    [303, { to: [{}] }],
    [304, { body: undefined }],
    [304, { body: { type: 'AUTO', content: '' } }],
    [304, { body: { type: 'BINARY', content: '00' } }],
    [304, { body: { content: 'Hello' } }],
    [305, { reference: 'a-b' }],
    [305, { reference: 'a'.repeat(33) }],
    [305, { dcs: 4 }],
    [305, { maximumNumberOfMessageParts: 8 }],
    [305, { minimumNumberOfMessageParts: 3, maximumNumberOfMessageParts: 2 }],
    [305, { minimumNumberOfMessageParts: 1, maximumNumberOfMessageParts: 256 }],
    [305, { validity: '2h30m' }],
    [305, { validity: 'tomorrow' }],
    [305, { customGrouping3: 'a'.repeat(101) }],
    [305, { allowedChannels: ['WhatsApp'] }],
  ])('[C39] rejects a message with %i for %j', async (code, change) => {
    const carrier = await cmUnderTest();
    const answer = await carrier.postCm(cmMessage(change));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      errorCode: 201,
      messages: [
        { status: 'Rejected', parts: 0, messageErrorCode: code, messageDetails: expect.any(String) },
      ],
    });
    expect(await carrier.summary()).toMatchObject({ accepted: 0 });
  });

  it.each([
    { from: '0044770090000123' },
    { from: 'My Shop 24' },
    { reference: undefined },
    { body: { type: 'auto', content: 'й' } },
    { validity: '30m' },
    { validity: '2099-04-20 11:50:05 +8' },
    { minimumNumberOfMessageParts: 1, maximumNumberOfMessageParts: 255 },
    { customGrouping: 'a'.repeat(100), unknown: 1 },
  ])('[C39] takes a message with %j', async (change) => {
    const carrier = await cmUnderTest();
    expect((await carrier.postCm(cmMessage(change))).status).toBe(200);
  });

  it('[C40] answers each pair of message and recipient, in order, with its reference and parts', async () => {
    const carrier = await cmUnderTest();
    const two = [{ number: '00447700900001' }, { number: '00447700900002' }];
    const long = { type: 'AUTO', content: 'a'.repeat(161) };
    const parts = { minimumNumberOfMessageParts: 1, maximumNumberOfMessageParts: 8 };
    const answer = await carrier.postCm(
      cmMessage({ to: two, reference: 'a' }),
      cmMessage({ body: long, reference: undefined, ...parts }),
    );
    const accepted = { status: 'Accepted', messageDetails: null, messageErrorCode: 0 };
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        details: 'Created 3 message(s)',
        errorCode: 0,
        messages: [
          { ...accepted, to: '00447700900001', reference: 'a', parts: 1 },
          { ...accepted, to: '00447700900002', reference: 'a', parts: 1 },
          { ...accepted, to: '00447700900001', reference: '', parts: 2 },
        ],
      },
    ]);
  });

  it('[C40] sends the good ones of a mixed request, and says 201 in a 200', async () => {
    const carrier = await cmUnderTest();
    const numbers = [{ number: '00447700900001' }, { number: '12' }];
    const answer = await carrier.postCm(
      cmMessage({ to: numbers, reference: 'a' }),
      cmMessage({ reference: 'b' }),
    );
    expect([answer.status, answer.json]).toMatchObject([
      200,
      {
        errorCode: 201,
        messages: [
          { status: 'Accepted', reference: 'a', messageErrorCode: 0 },
          { status: 'Rejected', reference: 'a', to: '12', parts: 0, messageErrorCode: 303 },
          { status: 'Accepted', reference: 'b', messageErrorCode: 0 },
        ],
      },
    ]);
    expect(await carrier.summary()).toMatchObject({ accepted: 2 });
  });

  it('[C46] rejects a share of good messages, the same ones each time', async () => {
    const cm = { rejected: 0.5, rejectionCode: 402 };
    const carrier = await cmUnderTest({ behaviour: quickBehaviour({ cm }) });
    const messages = Array.from({ length: 100 }, (_, index) =>
      cmMessage({ to: [{ number: `00${447_700_900_000 + index}` }] }),
    );
    const first = await carrier.postCm(...messages);
    expect(first.json).toMatchObject({ errorCode: 201 });
    const rejected = first.text.match(/"messageErrorCode":402/g)?.length ?? 0;
    expect(rejected).toBeGreaterThan(25);
    expect(rejected).toBeLessThan(75);
    expect((await carrier.postCm(...messages)).json).toEqual(first.json);
    expect(await carrier.summary()).toMatchObject({ accepted: 2 * (100 - rejected) });
  });

  it('[C46] refuses everything with the code it is told to', async () => {
    const carrier = await cmUnderTest({ behaviour: quickBehaviour({ cm: { refusalCode: 102 } }) });
    const answer = await carrier.postCm(cmMessage());
    expect([answer.status, answer.json]).toEqual([400, refused(102)]);
  });

  it('[C28] answers 503 to messages it has no room for', async () => {
    const carrier = await cmUnderTest({ capacity: 1 });
    expect(await carrier.postCm(cmMessage(), cmMessage())).toMatchObject({
      status: 503,
      text: expect.stringContaining('holds 1 messages at most'),
    });
    expect((await carrier.postCm(cmMessage())).status).toBe(200);
  });
});
