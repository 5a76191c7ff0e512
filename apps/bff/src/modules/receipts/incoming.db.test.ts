import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { addTestCustomers } from '../../testing/add-test-customers.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import type { ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { withReceiptsGround } from '../../testing/with-receipts-ground.ts';
import { openIntegration } from '../integrations/service.ts';
import { applyIncoming } from './apply-incoming.ts';
import { applyReceipts } from './apply.ts';

let ground: ReceiptsGround;
let context: AppContext;

withReceiptsGround((opened) => {
  ground = opened;
  ({ context } = ground);
});

/** The number of the first customer, as the operator was given it. */
const numberOf = (): string => ground.lastCall().to[0] ?? '';

const text = (change: Readonly<Record<string, unknown>> = {}) => ({
  type: 'mo_text',
  id: 'mo-1',
  from: numberOf().replace('+', ''),
  to: '12345',
  body: 'Yes please',
  received_at: new Date().toISOString(),
  ...change,
});

const tell = async (campaign: TestCampaign, ...calls: unknown[]): Promise<void> => {
  for (const call of calls) expect((await ground.post(campaign.integrationId, call)).status).toBe(200);
  await ground.apply(campaign);
};

const textsOf = async ({ projectId }: TestCampaign) => {
  const { rows } = await context.database.pool.query<{
    id: string;
    from: string;
    text: string;
    customerId: string | null;
  }>(
    `SELECT id, "from", text, customer_id AS "customerId" FROM incoming_message WHERE project_id = $1
     ORDER BY received_at, id`,
    [projectId],
  );
  return rows;
};

const repliesOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(context, projectId)).filter(
    ({ properties }) => properties['status'] === 'incoming_message',
  );

describe('a text that came in', () => {
  it('is kept, and is an event of the customer and of the campaign that it answers', async () => {
    const campaign = await ground.send();
    await tell(campaign, text());
    const [kept] = await textsOf(campaign);
    const [customerId] = campaign.customerIds;
    expect(kept).toMatchObject({ from: numberOf(), text: 'Yes please', customerId });
    const replies = await repliesOf(campaign);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({
      customerId,
      properties: {
        action_type: 'sms',
        sender: numberOf(),
        recipient: '12345',
        message: 'Yes please',
        provider: 'sinch',
        message_id: kept?.id,
        campaign_id: campaign.scenarioId,
        campaign_name: 'Sale',
        action_id: expect.any(Number),
        consent_category: expect.any(String),
        language: expect.any(String),
      },
    });
  });

  it('that is told again, late, at once or by two workers counts once', async () => {
    const campaign = await ground.send();
    const [first, second] = [text(), text({ id: 'mo-2', body: 'And thanks' })];
    await tell(campaign, second, first, first);
    await tell(campaign, first, second);
    for (const call of [first, second]) await ground.post(campaign.integrationId, call);
    const { integrationId } = campaign;
    await Promise.all([1, 2].map(() => applyReceipts(context, { integrationId })));
    expect((await textsOf(campaign)).map((kept) => kept.text).toSorted()).toEqual([
      'And thanks',
      'Yes please',
    ]);
    expect(await repliesOf(campaign)).toHaveLength(2);
  });

  it('without an id counts once for the same words at the same time', async () => {
    const campaign = await ground.send();
    const call = text({ id: undefined });
    await tell(
      campaign,
      call,
      call,
      { ...call, body: 'No' },
      { ...call, received_at: '2026-11-22T08:00:00Z' },
    );
    await tell(campaign, call);
    expect(await textsOf(campaign)).toHaveLength(3);
    expect(await repliesOf(campaign)).toHaveLength(3);
  });

  describe('without an id and a time', () => {
    const words = () => text({ id: undefined, received_at: undefined });
    /** As if what came in had come so many days earlier. */
    const age = ({ projectId }: TestCampaign, days: number) =>
      context.database.pool.query(
        'UPDATE incoming_message SET received_at = received_at - make_interval(days => $2) WHERE project_id = $1',
        [projectId, days],
      );

    it('is told again for a month, and is said anew after that', async () => {
      const campaign = await ground.send();
      await tell(campaign, words(), words());
      await age(campaign, 34);
      await tell(campaign, words());
      expect(await textsOf(campaign)).toHaveLength(1);
      await age(campaign, 2);
      await tell(campaign, words(), words());
      await tell(campaign, words());
      expect(await textsOf(campaign)).toHaveLength(2);
      expect(await repliesOf(campaign)).toHaveLength(2);
      await age(campaign, 36);
      await tell(campaign, words());
      expect(await repliesOf(campaign)).toHaveLength(3);
    });

    it('is said anew once, however many workers are told at once', async () => {
      const campaign = await ground.send();
      const calls = Array.from({ length: 30 }, (_, index) => ({ ...words(), body: `Word ${index}` }));
      await tell(campaign, ...calls);
      await age(campaign, 90);
      const integration = await openIntegration(context, campaign.integrationId);
      if (!integration) throw new Error('there is no integration');
      const texts = calls.flatMap((call) => {
        const reading = integration.provider.readCallback(call);
        return reading.ok ? reading.incoming : [];
      });
      const apply = (own: typeof texts) =>
        context.database.transaction((connection) =>
          applyIncoming(connection, integration, { texts: own, now: context.now() }),
        );
      await Promise.all([texts, texts.toReversed(), texts, texts.toReversed()].map(apply));
      expect(await textsOf(campaign)).toHaveLength(60);
      expect(await repliesOf(campaign)).toHaveLength(60);
    });

    it('is another one with another reference', async () => {
      const campaign = await ground.send();
      const answers = ['a', 'b', 'a'].map((name) => ({ ...words(), client_reference: name }));
      await tell(campaign, ...answers);
      expect(await textsOf(campaign)).toHaveLength(2);
    });
  });

  it('with an id or a time is never said anew', async () => {
    const campaign = await ground.send();
    const calls = [text(), text({ id: undefined })];
    await tell(campaign, ...calls);
    await context.database.pool.query(
      `UPDATE incoming_message SET received_at = received_at - interval '90 days' WHERE project_id = $1`,
      [campaign.projectId],
    );
    await tell(campaign, ...calls);
    expect(await textsOf(campaign)).toHaveLength(2);
  });

  it.each([
    ['before it was sent', '2001-01-01T00:00:00Z'],
    ['in a year that is none', '0000-01-01T00:00:00Z'],
    ['in the far future', '9999-12-31T23:59:59Z'],
    ['to the second only', new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString()],
    ['at no time', 'soon'],
  ])('%s comes after the message that it answers, and never in the future', async (_, at) => {
    const campaign = await ground.send();
    await tell(campaign, text({ received_at: at }));
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(events.map(({ properties }) => properties['status'])).toEqual([
      'enqueued',
      'sent',
      'incoming_message',
    ]);
    expect(Number(events.at(-1)?.timestamp)).toBeLessThanOrEqual(Date.now());
  });

  it('from a number that nobody has is kept without an event', async () => {
    const campaign = await ground.send();
    await tell(campaign, text({ from: '447700999999' }));
    expect(await textsOf(campaign)).toMatchObject([{ from: '+447700999999', customerId: null }]);
    expect(await repliesOf(campaign)).toEqual([]);
  });

  it('is nothing to a customer of another project with the same number', async () => {
    const other = await ground.send();
    const campaign = await ground.send();
    // The test customers of each project have the same numbers.
    const [theirs] = await readMessages(context, other.projectId);
    expect(theirs?.recipient).toBe(numberOf());
    await tell(campaign, text());
    expect(await textsOf(other)).toEqual([]);
    expect(await repliesOf(other)).toEqual([]);
    expect(await repliesOf(campaign)).toHaveLength(1);
    // Nor can another integration name what is not its own.
    await tell(campaign, text({ id: 'mo-2', client_reference: theirs?.id }));
    expect((await repliesOf(campaign)).at(-1)?.properties).toMatchObject({
      campaign_id: campaign.scenarioId,
    });
  });

  it('from a number that several have is of whoever was sent a message last, else of the first', async () => {
    const campaign = await ground.send();
    const [sentTo] = campaign.customerIds;
    const phone = numberOf();
    const { projectId } = campaign;
    await addTestCustomers(context, projectId, [{ phone }, { phone }]);
    await context.database.pool.query(
      `UPDATE customer SET id = '00000000-0000-7000-8000-000000000001'
       WHERE id = (SELECT id FROM customer WHERE project_id = $1 AND id <> $2 LIMIT 1)`,
      [projectId, sentTo],
    );
    await tell(campaign, text());
    expect((await textsOf(campaign)).map(({ customerId }) => customerId)).toEqual([sentTo]);
    // As if none of them had been sent anything through this integration.
    await context.database.pool.query(
      `UPDATE message SET recipient = '+447700999998' WHERE project_id = $1`,
      [projectId],
    );
    await tell(campaign, text({ id: 'mo-2' }));
    expect((await textsOf(campaign)).at(-1)?.customerId).toBe('00000000-0000-7000-8000-000000000001');
    expect((await repliesOf(campaign)).at(-1)?.properties).not.toHaveProperty('campaign_id');
  });

  it('of a hundred thousand characters is cut', async () => {
    const campaign = await ground.send();
    await tell(campaign, text({ body: 'x'.repeat(100_000) }));
    expect((await textsOf(campaign)).map((kept) => kept.text.length)).toEqual([39_015]);
    expect(await repliesOf(campaign)).toHaveLength(1);
  });

  it('is kept without what no database can hold of it: a NUL goes, half a character is shown as one that is missing', async () => {
    const campaign = await ground.send();
    await tell(campaign, text({ body: 'St\0op \ud83d' }));
    expect((await textsOf(campaign)).map((kept) => kept.text)).toEqual(['Stop \ufffd']);
    expect(await repliesOf(campaign)).toHaveLength(1);
  });
});
