import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carrierUnderTest, quickBehaviour } from '../testing/carrier-under-test.ts';
import { eventually } from '../testing/eventually.ts';

const idSchema = z.looseObject({ id: z.string() });
const to = ['+447700900001', '+447700900002'];

async function bodiesOf(body: string, parameters?: unknown) {
  const carrier = await carrierUnderTest({ behaviour: quickBehaviour() });
  const answer = await carrier.post(
    { from: 'Curlew', to, body, parameters },
    '/xms/v1/demo/batches/dry_run?per_recipient=true',
  );
  return answer.json;
}

describe('placeholders', () => {
  it.each<[string, string, { parameters?: unknown; bodies: string[] }]>([
    [
      'a value each',
      'Hi ${name}',
      {
        parameters: { name: { '447700900001': 'Jana', '447700900002': 'Petr' } },
        bodies: ['Hi Jana', 'Hi Petr'],
      },
    ],
    [
      'a default',
      'Hi ${name}',
      { parameters: { name: { '447700900001': 'Jana', default: 'you' } }, bodies: ['Hi Jana', 'Hi you'] },
    ],
    [
      'the whole body',
      '${a}',
      { parameters: { a: { '447700900001': 'x', '447700900002': '' } }, bodies: ['x', ''] },
    ],
    ['the same key twice', '${a}-${a}', { parameters: { a: { default: 'x' } }, bodies: ['x-x', 'x-x'] }],
    [
      'keys that differ in case',
      '${a}${A}',
      { parameters: { a: { default: 'x' }, A: { default: 'y' } }, bodies: ['xy', 'xy'] },
    ],
    [
      'a placeholder inside a value',
      '${a}',
      {
        parameters: { a: { default: '${b} $& $1' }, b: { default: 'no' } },
        bodies: ['${b} $& $1', '${b} $& $1'],
      },
    ],
    ['a dollar and braces of their own', '$5 {x} $', { bodies: ['$5 {x} $', '$5 {x} $'] }],
    ['an opening without an end', 'now ${only', { bodies: ['now ${only', 'now ${only'] }],
  ])('[C9] fills in %s', async (_name, body, { parameters, bodies }) => {
    expect(await bodiesOf(body, parameters)).toMatchObject({
      per_recipient: bodies.map((body) => ({ body })),
    });
  });

  it.each([
    ['a missing value', 'Hi ${name}', { name: { '447700900002': 'Petr' } }],
    [
      'a value under the number with a plus',
      'Hi ${name}',
      { name: { '+447700900001': 'Jana', '447700900002': 'P' } },
    ],
  ])('[C9] aborts the recipient with %s by 405 and sends to the other', async (_name, body, parameters) => {
    const carrier = await carrierUnderTest();
    const { status, json } = await carrier.post({ from: 'Curlew', to, body, parameters });
    expect(status).toBe(201);
    const { id } = idSchema.parse(json);
    const report = () => carrier.call(`/xms/v1/demo/batches/${id}/delivery_report?type=full`);
    await eventually(async () => (await report()).json).toMatchObject({
      total_message_count: 2,
      statuses: [
        { code: 405, status: 'Aborted', count: 1, recipients: ['447700900001'] },
        { code: 0, status: 'Delivered', count: 1, recipients: ['447700900002'] },
      ],
    });
  });

  it.each(['${name}', 'price ${a b}', '${}', '${__proto__}', '${constructor}'])(
    '[C9] aborts everybody for user text like %s',
    async (body) => {
      const carrier = await carrierUnderTest();
      expect((await carrier.post({ from: 'Curlew', to, body, parameters: {} })).status).toBe(201);
      await eventually(() => carrier.summary()).toMatchObject({ accepted: 2, failed: 2, messages: 0 });
    },
  );
});
