import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { uuidArray } from '../../database/binary-array.ts';
import { inOneGo } from '../../database/in-one-go.ts';
import type { JobOf } from '../../jobs/queues.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import { readRunState, type RunState } from '../runs/run-state.ts';
import { tryShareScenarios } from '../runs/scenario-lock.ts';
import { findVersion } from '../runs/versions.ts';
import { giveUpMessages } from './expire-messages.ts';
import { messageColumns, type MessageRow } from './store.ts';

const lockWaiting = async (
  connection: PoolClient,
  { runId, messageIds }: { runId: string; messageIds: readonly string[] },
): Promise<MessageRow[]> => {
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m WHERE m.id = ANY($1::uuid[]) AND m.run_id = $2 AND m.status = 'enqueued'
     ORDER BY m.id FOR UPDATE`,
    [uuidArray(messageIds), runId],
  );
  return rows;
};

interface Held {
  readonly integration: OpenIntegration;
  readonly job: JobOf<'dispatch'>;
  /** Of its messages. */
  readonly runIds: readonly string[];
}

/**
 * Keeps back the messages of a job whose run is paused, and gives up those whose run was stopped. Returns the ids of the others:
 * they may leave, and that stays so until the transaction ends. Null while somebody changes the life of their scenario: then
 * nothing was done.
 */
export const holdBack = async (
  { now }: Pick<AppContext, 'now'>,
  connection: PoolClient,
  { integration, job, runIds }: Held,
): Promise<readonly string[] | null> => {
  const scenarioIds: string[] = [];
  for (const runId of runIds) scenarioIds.push((await findVersion(connection, runId)).scenarioId);
  const [isShared, ...states] = await inOneGo<[boolean, ...(readonly [string, RunState])[]]>(connection, [
    () => tryShareScenarios(connection, scenarioIds),
    ...runIds.toSorted().map((runId) => async () => [runId, await readRunState(connection, runId)] as const),
  ]);
  if (!isShared) return null;
  const held = new Set<string>();
  for (const [runId, state] of states) {
    if (state.status !== 'stopped' && !state.isPaused) continue;
    const messages = await lockWaiting(connection, { runId, messageIds: job.messageIds });
    const ids = messages.map(({ id }) => id);
    const { projectId } = integration;
    if (state.status === 'stopped') {
      const error = 'The scenario was stopped before the message was sent';
      await giveUpMessages(connection, integration, { messages, status: 'cancelled', error, at: now() });
    } else if (ids.length > 0) {
      const parked = { ...job, messageIds: ids };
      await parkJob(connection, { projectId, runId }, { queue: 'dispatch', job: parked });
    }
    for (const id of ids) held.add(id);
  }
  return job.messageIds.filter((id) => !held.has(id));
};
