import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import { readRunState } from '../runs/run-state.ts';
import { giveUpMessages } from './expire-messages.ts';
import { messageColumns, type MessageRow } from './store.ts';

interface HeldRun {
  readonly runId: string;
  readonly messageIds: readonly string[];
}

// Seldom any: one look at the index for each run that the messages are of.
const findHeldRuns = async (
  connection: PoolClient,
  messageIds: readonly string[],
): Promise<readonly HeldRun[]> => {
  const { rows } = await connection.query<HeldRun>(
    `SELECT m.run_id AS "runId", array_agg(m.id) AS "messageIds" FROM message m JOIN run r ON r.id = m.run_id
     WHERE m.id = ANY($1::uuid[]) AND m.status = 'enqueued' AND (r.paused_at IS NOT NULL OR r.status = 'stopped')
     GROUP BY m.run_id ORDER BY m.run_id`,
    [messageIds],
  );
  return rows;
};

const lockWaiting = async (connection: PoolClient, messageIds: readonly string[]): Promise<MessageRow[]> => {
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m WHERE m.id = ANY($1::uuid[]) AND m.status = 'enqueued'
     ORDER BY m.id FOR UPDATE`,
    [messageIds],
  );
  return rows;
};

/**
 * Keeps back the messages of a job whose run is paused, and gives up those whose run was stopped. Returns the ids of the others:
 * they may leave.
 */
export const holdBack = (
  { database, now }: AppContext,
  integration: OpenIntegration,
  job: JobOf<'dispatch'>,
): Promise<readonly string[]> =>
  database.transaction(async (connection) => {
    const held = new Set<string>();
    for (const { runId, messageIds } of await findHeldRuns(connection, job.messageIds)) {
      const state = await readRunState(connection, runId);
      const { projectId } = integration;
      if (state.status === 'stopped') {
        const messages = await lockWaiting(connection, messageIds);
        const error = 'The scenario was stopped before the message was sent';
        await giveUpMessages(connection, integration, { messages, status: 'cancelled', error, at: now() });
      } else if (state.isPaused) {
        const parked = { ...job, messageIds: [...messageIds] };
        await parkJob(connection, { projectId, runId }, { queue: 'dispatch', job: parked });
      } else continue;
      for (const id of messageIds) held.add(id);
    }
    return job.messageIds.filter((id) => !held.has(id));
  });
