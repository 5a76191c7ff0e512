import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RateUnit } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { takeTokens } from './store.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

interface Bucket {
  readonly rate: number;
  readonly unit: RateUnit;
  readonly tokens: number;
}

/** A bucket that holds so much now. */
const newBucket = async ({ rate, unit, tokens }: Bucket): Promise<string> => {
  const { integrationId } = await createTestCampaign(context, { document: createDocument() });
  await context.database.pool.query(
    'UPDATE integration SET rate_per_second = $2, rate_unit = $3::rate_unit, tokens = $4, tokens_at = clock_timestamp() WHERE id = $1',
    [integrationId, rate, unit, tokens],
  );
  return integrationId;
};

const take = (id: string, parts: readonly number[], isUrgent = false) =>
  takeTokens(context.database, id, { parts, isUrgent });

const tokensOf = async (id: string): Promise<number> => {
  const { rows } = await context.database.pool.query<{ tokens: number }>(
    'SELECT tokens FROM integration WHERE id = $1',
    [id],
  );
  return rows[0]?.tokens ?? Number.NaN;
};

interface Case {
  readonly bucket: Bucket;
  /** Of the messages that want to leave. */
  readonly parts: readonly number[];
  readonly isUrgent?: true;
  readonly taken: number;
  readonly cost: number;
}

const ofParts = (rate: number, tokens = rate): Bucket => ({ rate, unit: 'parts', tokens });

it.each<[string, Case]>([
  [
    'messages, whatever their parts',
    { bucket: { rate: 2, unit: 'messages', tokens: 2 }, parts: [3, 3, 3], taken: 2, cost: 2 },
  ],
  ['the first that fit, in parts', { bucket: ofParts(10), parts: [3, 3, 3, 3, 1], taken: 3, cost: 9 }],
  ['all of them', { bucket: ofParts(10), parts: [3, 3, 4], taken: 3, cost: 10 }],
  ['none before one that does not fit', { bucket: ofParts(3, 0.5), parts: [3, 1], taken: 0, cost: 0 }],
  ['one of more than a second once it is full', { bucket: ofParts(2), parts: [5, 1], taken: 1, cost: 5 }],
  ['none of more than a second before', { bucket: ofParts(2, 0.5), parts: [5, 1], taken: 0, cost: 0 }],
  ['all that is urgent', { bucket: ofParts(2, -4), parts: [3, 3], isUrgent: true, taken: 2, cost: 6 }],
  ['nothing of nothing', { bucket: ofParts(2), parts: [], taken: 0, cost: 0 }],
])('lets %s leave', async (_, { bucket, parts, isUrgent, taken, cost }) => {
  const started = performance.now();
  const id = await newBucket(bucket);
  expect(await take(id, parts, isUrgent)).toBe(taken);
  // It fills meanwhile.
  const filled = (bucket.rate * (performance.now() - started)) / 1_000;
  const left = (await tokensOf(id)) - (bucket.tokens - cost);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(left).toBeLessThanOrEqual(filled);
});

it('what was taken beyond it is waited for', async () => {
  const id = await newBucket({ rate: 2, unit: 'parts', tokens: 2 });
  expect(await take(id, [5])).toBe(1);
  const pass = (seconds: number) =>
    context.database.pool.query(
      'UPDATE integration SET tokens_at = tokens_at - make_interval(secs => $2) WHERE id = $1',
      [id, seconds],
    );
  // Three are owed, and two come each second.
  await pass(1);
  expect(await take(id, [1])).toBe(0);
  await pass(0.9);
  expect(await take(id, [2])).toBe(0);
  await pass(0.6);
  expect(await take(id, [2, 1])).toBe(1);
});

it('workers that take at once take no more than it holds', async () => {
  const id = await newBucket({ rate: 20, unit: 'parts', tokens: 20 });
  const started = performance.now();
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(id, [3, 3])));
  const seconds = (performance.now() - started) / 1_000;
  const parts = 3 * taken.reduce((sum, one) => sum + one, 0);
  expect(parts).toBeLessThanOrEqual(20 + 20 * seconds);
  expect(parts).toBeGreaterThanOrEqual(18);
});
