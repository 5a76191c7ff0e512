import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import type { TestCustomer } from '../../testing/add-test-customers.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openRulesGround, type RulesGround } from '../../testing/open-rules-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { tally } from '../../testing/read-campaign.ts';
import { forecastStart } from '../runs/forecast.ts';
import { sweepWaits } from './sweep-waits.ts';
import { walkEnrolments } from './walk-job.ts';

const hourMs = 3_600_000;
let ground: RulesGround;
let context: AppContext;

beforeAll(async () => {
  ground = await openRulesGround();
  ({ context } = ground);
});
afterEach(async () => {
  await ground.clear();
});
afterAll(() => ground.stop());

const smsCounts = async (campaign: TestCampaign, runId: string) =>
  (await ground.runOf(campaign, runId)).nodes.find(({ nodeId }) => nodeId === 'sms-1');

/** The walk of those whose wait is over. */
const due = async () => {
  await sweepWaits(context);
  const [job, ...more] = await takeJobs(context, 'walk');
  if (!job || more.length > 0) throw new Error('one walk was expected');
  return job;
};

/** How many are held for how long from now. */
const heldFor = async (runId: string) => {
  const { rows } = await context.database.pool.query<{ until: Date }>(
    'SELECT waits_until AS until FROM enrolment WHERE run_id = $1 AND waits_until IS NOT NULL ORDER BY waits_until',
    [runId],
  );
  return tally(rows.map(({ until }) => `${(until.getTime() - ground.clock.now) / hourMs} h`));
};

describe('silent hours', () => {
  const silent: Partial<SmsSettings> = {
    silentHours: {
      of: 'own',
      value: { from: '21:00', to: '08:00', silentDays: [], timeZone: 'customer' },
    },
  };
  // At noon in UTC it is night in Tokyo and in Honolulu.
  const customers: readonly TestCustomer[] = [
    { attributes: { time_zone: 'Asia/Tokyo' } },
    { attributes: { time_zone: 'Asia/Tokyo' } },
    { attributes: { time_zone: 'Pacific/Honolulu' } },
    { attributes: { time_zone: 'Europe/Prague' } },
    {},
  ];

  it('hold each customer until their morning, once, and then ask the gate', async () => {
    const campaign = await ground.begin(silent, customers, 2);
    const runId = await ground.start(campaign);
    const [first] = await takeJobs(context, 'walk');
    if (!first) throw new Error('a walk job was expected');
    await walkEnrolments(context, first);
    await walkEnrolments(context, first);
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 4 });
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 5, left: 2, waiting: 3 });
    expect(await ground.runOf(campaign, runId)).toMatchObject({ status: 'active', walked: 2 });
    expect(await heldFor(runId)).toEqual({ '6 h': 1, '11 h': 2 });
    // Too early: everyone stays.
    await walkEnrolments(context, { ...first, nodeId: 'sms-1' });
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 5, left: 2, waiting: 3 });
    expect(await heldFor(runId)).toEqual({ '6 h': 1, '11 h': 2 });
    ground.clock.now += 6 * hourMs;
    const honolulu = await due();
    await walkEnrolments(context, honolulu);
    await walkEnrolments(context, honolulu);
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 6 });
    await context.database.pool.query(
      `UPDATE customer SET is_unusable = true WHERE project_id = $1 AND attributes ->> 'time_zone' = 'Asia/Tokyo'`,
      [campaign.projectId],
    );
    ground.clock.now += 5 * hourMs;
    const tokyo = await due();
    await Promise.all([tokyo, tokyo, tokyo].map((job) => walkEnrolments(context, job)));
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 6, 'suppressed/invalid_contact': 4 });
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 5, left: 5, waiting: 0 });
    expect(await ground.runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 5 });
    const { rows } = await context.database.pool.query(
      `SELECT DISTINCT visit, waits_until, jsonb_path_query_array(way_taken(path), '$[*][0 to 1]') AS path FROM enrolment
       WHERE run_id = $1`,
      [runId],
    );
    expect(rows).toEqual([{ visit: 3, path: [1, 'out', 2, 'out', 3, 'out'], waits_until: null }]);
  });

  it('count against the expiry of the message', async () => {
    const expiry = { of: 'own' as const, value: { amount: 10, unit: 'hours' as const } };
    const campaign = await ground.begin({ ...silent, expiry }, customers.slice(0, 3));
    await ground.start(campaign);
    await ground.walkAll();
    ground.clock.now += 6 * hourMs;
    await walkEnrolments(context, await due());
    ground.clock.now += 5 * hourMs;
    await walkEnrolments(context, await due());
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 1, 'suppressed/expired': 2 });
  });

  it('that begin again while the server was off hold for another night', async () => {
    const campaign = await ground.begin(silent, customers.slice(0, 1));
    const runId = await ground.start(campaign);
    await ground.walkAll();
    ground.clock.now += 26 * hourMs;
    await walkEnrolments(context, await due());
    expect(await heldFor(runId)).toEqual({ '9 h': 1 });
    expect(await smsCounts(campaign, runId)).toMatchObject({ entered: 1, left: 0, waiting: 1 });
  });

  it('hold nobody in a forecast', async () => {
    const campaign = await ground.begin(silent, customers);
    const forecast = await forecastStart(context, campaign.start);
    expect(forecast.triggers[0]?.nodes).toMatchObject([
      { nodeId: 'sms-1', messages: 5, parts: 5, refused: 0 },
    ]);
  });
});
