import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import { countStatuses } from '../../testing/campaign-counts.ts';
import { openRulesGround, type RulesGround } from '../../testing/open-rules-ground.ts';
import { readJobs } from '../../testing/queued-jobs.ts';

const hourMs = 3_600_000;
const silent: Partial<SmsSettings> = {
  silentHours: { of: 'own', value: { from: '21:00', to: '08:00', silentDays: [], timeZone: 'customer' } },
};

let ground: RulesGround;
beforeAll(async () => {
  ground = await openRulesGround();
});
afterEach(() => ground.clear());
afterAll(() => ground.stop());

it('a message that still waits when the night of its customer begins leaves in the morning', async () => {
  const { context, clock } = ground;
  const people = [{ attributes: { time_zone: 'Europe/Prague' } }, { attributes: { time_zone: 'UTC' } }];
  const campaign = await ground.begin(silent, people);
  await ground.start(campaign);
  await ground.walkAll();
  // From noon, to where it is half past nine in Prague.
  clock.now += 8.5 * hourMs;
  await ground.dispatchAll();
  expect(await countStatuses(context, campaign)).toEqual({ sent: 1, enqueued: 1 });
  const [job, ...more] = await readJobs(context, 'dispatch');
  expect(more).toEqual([]);
  expect(job?.dueInSeconds).toBeCloseTo(10.5 * 3_600, -1);
  // However often it is asked about before.
  await ground.dispatchAll();
  expect(await countStatuses(context, campaign)).toEqual({ sent: 1, enqueued: 1 });
  clock.now += 10.5 * hourMs;
  await ground.dispatchAll();
  expect(await countStatuses(context, campaign)).toEqual({ sent: 2 });
});

it('a message may expire in the night', async () => {
  const { context, clock } = ground;
  const expiry = { of: 'own', value: { amount: 12, unit: 'hours' } } as const;
  const campaign = await ground.begin({ ...silent, expiry }, [{ attributes: { time_zone: 'UTC' } }]);
  await ground.start(campaign);
  await ground.walkAll();
  clock.now += 10 * hourMs;
  await ground.dispatchAll();
  expect(await countStatuses(context, campaign)).toEqual({ enqueued: 1 });
  clock.now += 10 * hourMs;
  await ground.dispatchAll();
  expect(await countStatuses(context, campaign)).toEqual({ expired: 1 });
});
