import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { duringTransaction } from '../../testing/during-transaction.ts';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { trackEvents } from '../customers/track-events.ts';
import { trackNamed } from '../customers/track-named.ts';
import { startScenario } from '../runs/start.ts';
import { refuseTaken } from './refuse-taken.ts';
import { renameEvents } from './service.ts';
import { takeEventNames, updateEventNames } from './store.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

/** Something that has to wait for a transaction that has not ended, and what became of it afterwards. */
const whatComesOf = async (
  step: (connection: PoolClient) => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<PromiseSettledResult<unknown> | undefined> => {
  let coming: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
  await duringTransaction(context, step, async () => {
    coming = Promise.allSettled([work()]);
    await until(() => isAnyoneWaiting(context));
  });
  return (await coming)[0];
};

const begin = (): Promise<TestCampaign> =>
  createTestCampaign(context, {
    document: drawDocument(
      [
        ['on', 'on_event', { event: 'visit' }],
        ['mark', 'track_event', { event: 'marked' }],
      ],
      ['on > mark'],
    ),
    customers: [{}],
  });

const rename = (projectId: string) => renameEvents(context, projectId, { name: 'marked', userId: newId() });

// As a renaming does it, up to its end.
const take =
  ({ projectId }: TestCampaign) =>
  async (connection: PoolClient): Promise<void> => {
    const names = await takeEventNames(connection, projectId);
    await updateEventNames(connection, projectId, ['marked', ...names]);
  };

it('a name that is being tracked is not taken meanwhile', async () => {
  const { projectId, customerIds } = await begin();
  const customerId = customerIds[0] ?? '';
  const outcome = await whatComesOf(
    async (connection) => {
      await refuseTaken(connection, { projectId, types: new Map([['type', 'marked']]) });
      const event = { id: newId(), customerId, type: 'marked', properties: {} };
      await trackEvents(connection, projectId, [{ ...event, timestamp: new Date().toISOString() }]);
    },
    () => rename(projectId),
  );
  expect(outcome).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('Customers have other events named “marked”') },
  });
});

it('a name that is being taken is tracked by nobody else afterwards', async () => {
  const campaign = await begin();
  const events = [{ customer: { kind: 'registered', value: 'R-1' }, type: 'marked' }];
  const outcome = await whatComesOf(take(campaign), () =>
    trackNamed(context, campaign.projectId, { events }),
  );
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'bad_request' } });
});

it('a scenario does not start that tracks by a name that is being taken', async () => {
  const campaign = await begin();
  const outcome = await whatComesOf(take(campaign), () => startScenario(context, campaign.start));
  expect(outcome).toMatchObject({
    status: 'rejected',
    reason: { code: 'has_issues', message: expect.stringContaining('“marked”') },
  });
});
