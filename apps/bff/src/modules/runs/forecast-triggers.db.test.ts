import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { addPastEvents, forecastOnly } from '../../testing/forecast-only.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';

const hourMs = 3_600_000;
let context: AppContext;
beginOnMonday((ground) => {
  ({ context } = ground);
});

const only = (campaign: TestCampaign, longestMs?: number) => forecastOnly(context, campaign, longestMs);

const addEvents = (
  campaign: TestCampaign,
  events: Parameters<typeof addPastEvents>[2]['events'],
): Promise<void> => addPastEvents(context, campaign, { before: monday, events });

describe('of each trigger', () => {
  const from = (trigger: Parameters<typeof drawDocument>[0][number], message?: string) =>
    drawDocument(
      [
        trigger,
        message === undefined
          ? ['sms', 'sms']
          : ['sms', 'sms', { versions: [{ language: 'en', message }], maximumParts: 1 }],
      ],
      [`${trigger[0]} > sms`],
    );

  it('says when a repeat comes next, and of a call what a hundred of them come to', async () => {
    const repeat = await createTestCampaign(context, {
      document: from(['each', 'repeat', { cron: '0 9 * * *', timeZone: 'Europe/Bratislava' }]),
      customers: manyCustomers(4),
    });
    expect(await only(repeat)).toMatchObject({
      per: 'time',
      entries: 4,
      nextAt: '2026-11-24T08:00:00.000Z',
      nodes: [{ messages: 4 }],
    });
    const api = await createTestCampaign(context, {
      document: from(['call', 'api']),
      customers: [{}, {}, {}, { phone: null }],
    });
    expect(await only(api)).toMatchObject({
      per: 'hundred_calls',
      entries: 100,
      sampled: null,
      nodes: [{ messages: 75, refused: 25 }],
      refusals: [{ type: 'no_phone', count: 25, customers: [{ id: api.customerIds[3] }] }],
    });
  });

  it('says how many days of customers come within a week, where they live', async () => {
    const day = (offset: number): string =>
      new Date(monday + offset * 24 * hourMs).toISOString().slice(5, 10);
    const born = (offset: number, more: object = {}) => ({
      attributes: { birthday: `1990-${day(offset)}`, ...more },
    });
    const campaign = await createTestCampaign(context, {
      document: from([
        'birthday',
        'date_attribute',
        { attribute: 'birthday', repeat: 'yearly', offsetDays: 0, time: '09:00', timeZone: 'customer' },
      ]),
      customers: [
        born(0),
        // There it is not nine yet.
        born(0, { time_zone: 'America/New_York' }),
        born(1),
        born(7),
        born(8),
        { attributes: { birthday: 'soon' } },
        {},
      ],
    });
    expect(await only(campaign)).toMatchObject({
      per: 'week',
      entries: 3,
      sampled: null,
      nodes: [{ messages: 3 }],
      nextAt: expect.stringMatching(/^2026-11-23T/),
    });
  });

  it('says how many a day an event lets in, each walked with an event that happened', async () => {
    const campaign = await createTestCampaign(context, {
      document: from(
        [
          'buy',
          'on_event',
          {
            event: 'buy',
            where: [{ property: 'total', type: 'number', operator: 'more', values: ['10'] }],
          },
        ],
        '{{ "x" * event.total }}',
      ),
      customers: manyCustomers(3),
    });
    await addEvents(campaign, [
      ...Array.from({ length: 45 }, (_, index) => [0, 'buy', index + 1, { total: 20 }] as const),
      ...Array.from({ length: 15 }, (_, index) => [1, 'buy', index + 1, { total: 900 }] as const),
      [2, 'buy', 1, { total: 5 }],
      [2, 'look', 1, { total: 50 }],
      [2, 'buy', 31 * 24, { total: 50 }],
    ]);
    expect(await only(campaign)).toMatchObject({
      per: 'day',
      entries: 2,
      sampled: 60,
      nodes: [{ messages: 2, refused: 1 }],
      refusals: [{ type: 'message_too_long', count: 1, customers: [{ id: campaign.customerIds[1] }] }],
    });
  });

  it('of an event that nobody did lets nobody in', async () => {
    const campaign = await createTestCampaign(context, {
      document: from(['buy', 'on_event', { event: 'buy' }]),
    });
    expect(await only(campaign)).toMatchObject({ per: 'day', entries: 0, nodes: [], refusals: [] });
  });
});
