import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProviderConnection } from '@curlew/providers';
import { openOperatorGround, type OperatorGround } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';

const signing = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const callback = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;

let ground: OperatorGround;

beforeAll(async () => {
  ground = await openOperatorGround();
});
afterAll(() => ground.stop());

interface Operator {
  readonly connection: () => ProviderConnection;
  /** What it calls about the message with this id, and about a text that came in. */
  readonly calls: (messageId: string) => readonly unknown[];
  readonly answers: readonly number[];
}

const at = '2026-11-22T08:20:54Z';
const from = '+447700900000';

const operators: { readonly [P in ProviderConnection['provider']]: Operator } = {
  sinch: {
    connection: () => ({
      provider: 'sinch',
      settings: { baseUrl: ground.operatorUrl, servicePlanId: 'plan' },
      secrets: { apiToken: 'token-of-sinch' },
    }),
    calls: (id) => [
      {
        type: 'recipient_delivery_report_sms',
        batch_id: 'b1',
        client_reference: id,
        recipient: '447700900000',
        code: 0,
        status: 'Delivered',
        at,
      },
      { type: 'mo_text', id: 'mo', from, to: '12345', body: 'Yes', received_at: at, client_reference: id },
    ],
    answers: [200, 400],
  },
  cm: {
    connection: () => ({
      provider: 'cm',
      settings: { baseUrl: ground.operatorUrl },
      secrets: { productToken: 'token-of-cm' },
    }),
    calls: (id) => {
      const reference = id.replaceAll('-', '');
      const status = { code: '2', errorCode: '', errorDescription: 'Delivered' };
      return [
        { messages: { msg: { received: at, to: '00447700900000', reference, status } } },
        {
          from: { number: '00447700900000' },
          to: { number: '1234' },
          message: { text: 'Yes', media: null },
          reference,
          groupings: ['', '', ''],
          timeUtc: '2026-11-22T08:20:54',
          channel: 'SMS',
        },
      ];
    },
    // CM would repeat for weeks what is answered otherwise.
    answers: [200],
  },
  webhook: {
    connection: () => ({
      provider: 'webhook',
      settings: { url: `${ground.operatorUrl}/sms` },
      secrets: { signing: [signing], callback: [callback] },
    }),
    calls: (id) => [
      { type: 'sms.status', timestamp: at, data: { id, status: 'delivered', at, parts: 1 } },
      {
        type: 'sms.received',
        timestamp: at,
        data: { id: 'x', from, to: '1234', text: 'Yes', at, reference: id },
      },
    ],
    answers: [200, 400],
  },
};

const snippets = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ',',
  '\\u0000',
  '\\ud800',
  '1e999',
  '-',
  'null',
  '\0',
  '💥',
  '0000',
];

/** The same changes at every run. */
const createMutations = (calls: readonly unknown[]): (() => Uint8Array) => {
  const bodies = calls.map((call) => new TextEncoder().encode(JSON.stringify(call)));
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return () => {
    const bytes = bodies[random(bodies.length)] ?? new Uint8Array();
    const start = random(bytes.length);
    const end = start + random(12);
    const middle =
      random(2) === 0
        ? new TextEncoder().encode(snippets[random(snippets.length)] ?? '')
        : Uint8Array.from([random(256)]);
    return Uint8Array.from([...bytes.slice(0, start), ...middle, ...bytes.slice(end)]);
  };
};

/** Signed well, so that what is wrong is in what it says. */
const signed = (body: Uint8Array, id: string): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', Buffer.from(callback.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};

it.each(Object.entries(operators))(
  'calls of %s in four thousand wrong forms are never our fault',
  async (_, operator) => {
    const campaign = await ground.enqueue(operator.connection());
    const { pool } = ground.context.database;
    const [message] = await readMessages(ground.context, campaign.projectId);
    const mutate = createMutations(operator.calls(message?.id ?? ''));
    const address = ground.addressOf(campaign.integrationId);
    const seen = new Set<number>();
    for (let round = 0; round < 40; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, async (__, index) => {
          const body = mutate();
          const headers = { 'content-type': 'application/json', ...signed(body, `${round}-${index}`) };
          const answer = await fetch(address, { method: 'POST', headers, body });
          await answer.arrayBuffer();
          return answer.status;
        }),
      );
      for (const status of answers) seen.add(status);
    }
    expect([...seen].toSorted((a, b) => a - b)).toEqual(operator.answers);
    await ground.apply(campaign);
    await takeJobs(ground.context, 'dispatch');
    const { rows } = await pool.query<{ waiting: number; applied: number; texts: number }>(
      `SELECT count(*) FILTER (WHERE applied_at IS NULL)::int AS waiting,
         count(*) FILTER (WHERE applied_at IS NOT NULL)::int AS applied,
         (SELECT count(*)::int FROM incoming_message WHERE integration_id = $1) AS texts
       FROM receipt WHERE integration_id = $1`,
      [campaign.integrationId],
    );
    expect(rows[0]?.waiting).toBe(0);
    // Some changes are of no consequence: those arrive, a text once for each id that a change made of its own.
    expect(rows[0]?.applied).toBeGreaterThan(100);
    expect(rows[0]?.texts).toBeGreaterThan(0);
  },
  180_000,
);
