import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { type World } from '../../testing/create-world.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { startHttpTarget } from '../../testing/start-target.ts';
import { startScenario } from '../runs/start.ts';
import { callWebhooks } from './call-webhooks.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const begin = (document: ScenarioDocument, customers?: readonly TestCustomer[]) =>
  beginRun(world, document, customers);

const attributesOf = async (projectId: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await context.database.pool.query<{ attributes: Record<string, unknown> }>(
    'SELECT attributes FROM customer WHERE project_id = $1 ORDER BY id',
    [projectId],
  );
  return rows.map(({ attributes }) => attributes);
};

describe('what is done to customers', () => {
  it('attributes are written, deleted and known to what comes after', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        [
          'set',
          'set_attribute',
          {
            attributes: [
              { name: 'tier', type: 'text', value: '{{ customer.tier | upper }}' },
              { name: 'points', type: 'number', value: '{{ customer.points + 1 }}' },
              { name: 'old', type: 'text', value: '' },
              { name: 'broken', type: 'number', value: 'x{{ 1 }}' },
            ],
          },
        ],
        [
          'sms',
          'sms',
          { versions: [{ language: 'en', message: '{{ customer.tier }} {{ customer.points }}' }] },
        ],
      ],
      ['now > set', 'set > sms'],
    );
    const { projectId, paths } = await begin(document, [
      { attributes: { tier: 'gold', points: 2, old: 'x' } },
    ]);
    expect(await attributesOf(projectId)).toEqual([{ phone: '+447700900000', tier: 'GOLD', points: 3 }]);
    expect((await readMessages(context, projectId)).map(({ text }) => text)).toEqual(['GOLD 3']);
    expect((await paths())[0]?.[1]).toEqual([2, 'out', monday / 1_000, ['broken']]);
  });

  it('a new phone is where the next message goes, and what customers are found by', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        [
          'set',
          'set_attribute',
          {
            attributes: [
              { name: 'phone', type: 'text', value: '{{ customer.other_phone }}' },
              { name: 'first_name', type: 'text', value: 'Zoë' },
            ],
          },
        ],
        ['sms', 'sms'],
      ],
      ['now > set', 'set > sms'],
    );
    const { projectId } = await begin(document, [{ attributes: { other_phone: '+447700900555' } }]);
    expect((await readMessages(context, projectId)).map(({ recipient }) => recipient)).toEqual([
      '+447700900555',
    ]);
    const { rows } = await context.database.pool.query<{ phone: string; text: string }>(
      'SELECT phone_e164 AS phone, search_text AS text FROM customer WHERE project_id = $1',
      [projectId],
    );
    expect(rows).toEqual([{ phone: '+447700900555', text: 'zoe\n447700900555' }]);
  });

  it('a consent is given with proof, for as long as it says', async () => {
    const campaign = await createTestCampaign(context, {
      document: ({ marketingId }) =>
        drawDocument(
          [
            ['now', 'now'],
            ['give', 'change_consent', { categoryId: marketingId, action: 'grant', validDays: 10 }],
            ['sms', 'sms', { consentCategoryId: marketingId }],
            ['take', 'change_consent', { categoryId: marketingId, action: 'revoke' }],
            ['late', 'sms', { consentCategoryId: marketingId }],
          ],
          ['now > give', 'give > sms', 'sms > take', 'take > late'],
        ),
      customers: [{}],
    });
    await startScenario(context, campaign.start);
    await world.settle();
    const { pool } = context.database;
    expect(await readMessages(context, campaign.projectId)).toHaveLength(1);
    const { rows: consents } = await pool.query(
      'SELECT is_granted, valid_until FROM consent WHERE project_id = $1',
      [campaign.projectId],
    );
    expect(consents).toEqual([{ is_granted: false, valid_until: null }]);
    const { rows: events } = await pool.query<{ properties: Record<string, unknown> }>(
      `SELECT properties FROM customer_event WHERE project_id = $1 AND type = 'consent' ORDER BY id`,
      [campaign.projectId],
    );
    expect(events.map(({ properties: { action, valid_until: until } }) => [action, until])).toEqual([
      ['accept', '2026-12-03T10:00:00.000Z'],
      ['reject', 'unlimited'],
    ]);
  });
});

describe('a webhook', () => {
  const document = (url: string) =>
    drawDocument(
      [
        ['now', 'now'],
        ['call', 'webhook', { url, body: '{"name": {{ customer.first_name | tojson }}}' }],
        ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
        ['sms', 'sms', { versions: [{ language: 'en', message: 'Code {{ webhook.code }}' }] }],
        ['failed', 'sms', { versions: [{ language: 'en', message: 'Sorry' }] }],
      ],
      ['now > call', 'call.ok > wait', 'wait > sms', 'call.error > failed'],
    );

  it('is called once for each customer, and its answer is known later', async () => {
    const bodies: string[] = [];
    const target = await startHttpTarget((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        bodies.push(body);
        const isBad = body.includes('Customer 1');
        response.writeHead(isBad ? 500 : 200, { 'content-type': 'application/json' }).end('{"code": 42}');
      });
    });
    try {
      Object.assign(context.config, { webhookAllow: new Set([target.host]) });
      const { projectId, outputs, paths, runId } = await begin(
        document(`http://${target.host}/`),
        manyCustomers(3),
      );
      expect(bodies.toSorted()).toEqual([0, 1, 2].map((index) => `{"name": "Customer ${index}"}`));
      expect(await outputs('call')).toEqual({ ok: 2, error: 1 });
      expect((await paths())[1]?.[1]).toEqual([2, 'error', monday / 1_000, 500]);
      await world.travelTo(monday + hourMs);
      expect((await readMessages(context, projectId)).map(({ text }) => text).toSorted()).toEqual([
        'Code 42',
        'Code 42',
        'Sorry',
      ]);
      const { rows } = await context.database.pool.query<{ ids: string[] }>(
        'SELECT array_agg(id) AS ids FROM enrolment WHERE run_id = $1',
        [runId],
      );
      await callWebhooks(context, { runId, nodeId: 'call', enrolmentIds: rows[0]?.ids ?? [] });
      expect(bodies).toHaveLength(3);
    } finally {
      await target.stop();
    }
  });

  it('that nobody answers leads on by its other branch', async () => {
    const { projectId, paths } = await begin(document('http://192.0.2.1:9/'), manyCustomers(1));
    expect((await readMessages(context, projectId)).map(({ text }) => text)).toEqual(['Sorry']);
    expect(String((await paths())[0]?.[1]?.[3])).toContain('192.0.2.1');
  });
});
