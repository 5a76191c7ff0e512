import { expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import type { FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents } from '../../testing/read-campaign.ts';
import { dispatch } from '../messages/dispatch.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from './walk-job.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';

let context: AppContext;
let operator: FakeOperator;

withFakeOperator((ground) => {
  ({ context, operator } = ground);
});

it('writes custom properties to every event of a message, then and later', async () => {
  const campaign = await createTestCampaign(context, {
    operatorUrl: operator.url,
    document: createDocument({
      eventProperties: [
        { name: 'tier', type: 'text', value: '{{ customer.tier }}' },
        { name: 'points', type: 'number', value: '{{ customer.points }}' },
        { name: 'odd', type: 'text', value: String.raw`a{{ "\0" }}b` },
        { name: 'status', type: 'text', value: 'mine' },
        { name: 'broken', type: 'text', value: '{{ 1 // 0 }}' },
      ],
    }),
    customers: [{ attributes: { tier: 'gold', points: 12.5 } }, { attributes: { tier: 'new' }, phone: null }],
  });
  await startScenario(context, campaign.start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  // What is changed afterwards does not change what the message says.
  await context.database.pool.query(`UPDATE customer SET attributes = '{}' WHERE project_id = $1`, [
    campaign.projectId,
  ]);
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  const [gold, none] = campaign.customerIds;
  const events = await readCampaignEvents(context, campaign.projectId);
  const told = events.map(({ customerId, properties: { status, tier, points, odd, broken } }) =>
    [customerId === gold ? 'gold' : customerId === none && 'new', status, tier, points, odd, broken].join(
      ' ',
    ),
  );
  expect(told.toSorted()).toEqual([
    'gold enqueued gold 12.5 ab ',
    'gold sent gold 12.5 ab ',
    'new suppressed new  ab ',
  ]);
});
