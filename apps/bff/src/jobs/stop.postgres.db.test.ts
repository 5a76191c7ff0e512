import { expect, it } from 'vitest';
import { isAnyoneWaiting } from '../testing/is-anyone-waiting.ts';
import { createOwnTestContext } from '../testing/test-context.ts';
import { until } from '../testing/until.ts';

it('stops without waiting for what the database does not answer', async () => {
  const { context, stop } = await createOwnTestContext();
  const { database, jobs } = context;
  await jobs.work('walk', { concurrency: 1 }, async () => undefined);
  const other = await database.pool.connect();
  await other.query('BEGIN');
  await other.query('LOCK TABLE job.job IN ACCESS EXCLUSIVE MODE');
  await until(() => isAnyoneWaiting(context));
  await jobs.stop(1_000);
  expect(await isAnyoneWaiting(context)).toBe(true);
  await other.query('ROLLBACK');
  other.release();
  await stop();
});
