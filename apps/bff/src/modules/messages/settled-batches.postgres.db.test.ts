import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { until } from '../../testing/until.ts';
import { closeSettledBatches } from './batch-store.ts';

let ground: ReceiptsGround;

beforeAll(async () => {
  ground = await openReceiptsGround();
  ground.acceptAll();
});
afterAll(() => ground.stop());

it('two who settle the last messages of a batch at once close it', async () => {
  const { pool } = ground.context.database;
  const { projectId } = await ground.send(2);
  await pool.query(`UPDATE message SET status = 'unknown' WHERE project_id = $1`, [projectId]);
  await pool.query(`UPDATE send_batch SET status = 'unknown' WHERE project_id = $1`, [projectId]);
  const { rows } = await pool.query<{ id: string; batchId: string }>(
    'SELECT id, batch_id AS "batchId" FROM message WHERE project_id = $1 ORDER BY id',
    [projectId],
  );
  const batchIds = rows.map(({ batchId }) => batchId);
  const [first, second] = await Promise.all([pool.connect(), pool.connect()]);
  try {
    for (const [index, connection] of [first, second].entries()) {
      await connection.query('BEGIN');
      await connection.query(`UPDATE message SET status = 'delivered' WHERE id = $1`, [rows[index]?.id]);
    }
    await closeSettledBatches(first, { projectId, batchIds, as: 'accepted' });
    const closing = closeSettledBatches(second, { projectId, batchIds, as: 'accepted' });
    await until(() => isAnyoneWaiting(ground.context));
    await first.query('COMMIT');
    await closing;
    await second.query('COMMIT');
  } finally {
    first.release();
    second.release();
  }
  const { rows: batches } = await pool.query('SELECT status::text FROM send_batch WHERE project_id = $1', [
    projectId,
  ]);
  expect(batches).toEqual([{ status: 'accepted' }]);
});
