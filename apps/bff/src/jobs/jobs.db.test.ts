import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { until } from '../testing/until.ts';

let test: TestContext;

beforeAll(async () => {
  test = await createTestContext();
});
afterAll(() => test.stop());

it('of one owner only so many jobs are taken at once, and those of others do not wait for them', async () => {
  const { database, jobs } = test.context;
  const [ours, theirs] = [newId(), newId()];
  const ownerOf = new Map<string, string>();
  for (const owner of [ours, ours, ours, theirs]) ownerOf.set(newId(), owner);
  await database.transaction(async (connection) => {
    for (const [rangeId, owner] of ownerOf)
      await jobs.send(connection, 'audienceRange', { jobs: [{ rangeId, turn: 1 }], owner });
  });
  const running: string[] = [];
  const seen: (readonly string[])[] = [];
  const taken: string[] = [];
  let mayEnd = false;
  await jobs.work('audienceRange', { concurrency: 2, perOwner: 1 }, async ({ rangeId }) => {
    const owner = ownerOf.get(rangeId) ?? '';
    running.push(owner);
    taken.push(owner);
    seen.push([...running]);
    // Nobody ends before both owners have been there at once.
    await until(() => mayEnd);
    running.splice(running.indexOf(owner), 1);
  });
  await until(() => running.length === 2);
  expect(running.toSorted()).toEqual([ours, theirs].toSorted());
  mayEnd = true;
  await until(() => taken.length === 4 && running.length === 0);
  expect(seen.filter((owners) => new Set(owners).size < owners.length)).toEqual([]);
});
