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

it('of jobs that are due the one with the lowest place is taken first: a run of few does not wait for one of many', async () => {
  const { database, jobs } = test.context;
  const [large, small] = [newId(), newId()];
  const job = (runId: string, place: number) => ({ runId, nodeId: 'wait', enrolmentIds: [newId()], place });
  await database.transaction(async (connection) => {
    await jobs.send(connection, 'walk', { jobs: [0, 1, 2, 3].map((place) => job(large, place)) });
  });
  await database.transaction((connection) =>
    jobs.send(connection, 'walk', { jobs: [0, 1].map((place) => job(small, place)) }),
  );
  const taken: string[] = [];
  await jobs.work('walk', { concurrency: 1 }, async ({ runId }) => {
    taken.push(runId === large ? 'large' : 'small');
  });
  await until(() => taken.length === 6);
  expect(taken).toEqual(['large', 'small', 'large', 'small', 'large', 'large']);
});

it('an owner may have three jobs of messages at once by each of their providers, and no more', async () => {
  const { database, jobs } = test.context;
  const [ours, theirs] = [newId(), newId()];
  // Ours by two of them, theirs by one.
  const [first, second, third] = [newId(), newId(), newId()];
  const ways = [
    { owner: ours, integrationId: first },
    { owner: ours, integrationId: second },
    { owner: theirs, integrationId: third },
  ];
  for (const { owner, integrationId } of ways)
    for (let place = 0; place < 5; place += 1)
      await database.transaction((connection) =>
        jobs.send(connection, 'dispatch', {
          jobs: [{ integrationId, messageIds: [newId()], place }],
          owner,
        }),
      );
  const running: string[] = [];
  const most = new Map<string, number>();
  let done = 0;
  let mayEnd = false;
  await jobs.work('dispatch', { concurrency: 9, perOwner: 1 }, async ({ integrationId }) => {
    running.push(integrationId);
    const own = running.filter((other) => other === integrationId).length;
    most.set(integrationId, Math.max(most.get(integrationId) ?? 0, own));
    await until(() => mayEnd);
    running.splice(running.indexOf(integrationId), 1);
    done += 1;
  });
  await until(() => running.length === 9);
  mayEnd = true;
  await until(() => done === 15);
  expect([first, second, third].map((id) => most.get(id))).toEqual([3, 3, 3]);
});
