import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Price } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { emptyDocument } from '@curlew/scenario';
import { changePrices, listPrices, readPrices } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const newList = async () => {
  const { projectId, integrationId, userId } = await createTestCampaign(context, {
    document: emptyDocument(),
  });
  return { list: { projectId, integrationId }, userId };
};

const price = (country: string, validFrom: string, amount: string): Price => ({
  country,
  validFrom,
  currency: 'GBP',
  price: amount,
});

const readLog = async (integrationId: string) => {
  const { rows } = await context.database.pool.query<{ detail: unknown }>(
    `SELECT detail FROM audit_entry WHERE subject_id = $1 AND action = 'prices.change' ORDER BY id`,
    [integrationId],
  );
  return rows.map(({ detail }) => detail);
};

it('prices come back exactly, by country and day, and each list is its own', async () => {
  const [{ list, userId }, other] = [await newList(), await newList()];
  const set = [
    price('SK', '2027-01-01', '0.0545'),
    price('SK', '2026-01-01', '0.100000'),
    price('*', '2026-01-01', '9999.999999'),
  ];
  const expected = [
    price('*', '2026-01-01', '9999.999999'),
    price('SK', '2026-01-01', '0.1'),
    price('SK', '2027-01-01', '0.0545'),
  ];
  expect(await changePrices(context, list, { remove: [], set, userId })).toEqual(expected);
  expect(await readPrices(context.database.pool, list)).toEqual(expected);
  expect(await listPrices(context, other.list)).toEqual([]);
});

it('taking away comes before setting, so that a price moves to another day at once', async () => {
  const { list, userId } = await newList();
  await changePrices(context, list, {
    remove: [],
    set: [price('DE', '2026-01-01', '0.08'), price('FR', '2026-01-01', '0.05')],
    userId,
  });
  const after = await changePrices(context, list, {
    remove: [{ country: 'DE', validFrom: '2026-01-01' }],
    set: [price('DE', '2026-02-01', '0.08'), price('FR', '2026-01-01', '0.06')],
    userId,
  });
  expect(after).toEqual([price('DE', '2026-02-01', '0.08'), price('FR', '2026-01-01', '0.06')]);
  expect((await readLog(list.integrationId))[1]).toEqual({
    added: [price('DE', '2026-02-01', '0.08')],
    changed: [{ from: price('FR', '2026-01-01', '0.05'), to: price('FR', '2026-01-01', '0.06') }],
    removed: [price('DE', '2026-01-01', '0.08')],
  });
});

it('what changes nothing is not in the log', async () => {
  const { list, userId } = await newList();
  const set = [price('DE', '2026-01-01', '0.08')];
  await changePrices(context, list, { remove: [], set, userId });
  await changePrices(context, list, { remove: [{ country: 'IT', validFrom: '2026-01-01' }], set, userId });
  expect(await readLog(list.integrationId)).toHaveLength(1);
});

it('changes at once are all kept', async () => {
  const { list, userId } = await newList();
  const countries = ['DE', 'FR', 'IT', 'ES'];
  await Promise.all(
    countries.map((country) =>
      changePrices(context, list, { remove: [], set: [price(country, '2026-01-01', '0.08')], userId }),
    ),
  );
  expect((await listPrices(context, list)).map(({ country }) => country)).toEqual(countries.toSorted());
});

it('two prices of one country and day are refused, and so is an integration of another project', async () => {
  const [{ list, userId }, other] = [await newList(), await newList()];
  const twice = [price('DE', '2026-01-01', '0.08'), price('DE', '2026-01-01', '0.09')];
  expect(() => changePrices(context, list, { remove: [], set: twice, userId })).toThrow('two prices for DE');
  const foreign = { projectId: other.list.projectId, integrationId: list.integrationId };
  await expect(listPrices(context, foreign)).rejects.toThrow('does not exist');
  await expect(changePrices(context, foreign, { remove: [], set: twice.slice(1), userId })).rejects.toThrow(
    'does not exist',
  );
});
