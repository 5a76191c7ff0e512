import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import { readRunState } from '../runs/run-state.ts';
import { tryShareScenarios } from '../runs/scenario-lock.ts';
import { giveUpMessages } from './expire-messages.ts';
import { messageColumns, type MessageRow } from './store.ts';

interface RunOfMessages {
  readonly runId: string;
  readonly scenarioId: string;
  readonly messageIds: readonly string[];
}

const findRuns = async (
  connection: PoolClient,
  messageIds: readonly string[],
): Promise<readonly RunOfMessages[]> => {
  const { rows } = await connection.query<RunOfMessages>(
    `SELECT r.id AS "runId", r.scenario_id AS "scenarioId", array_agg(m.id) AS "messageIds"
     FROM message m JOIN run r ON r.id = m.run_id
     WHERE m.id = ANY($1::uuid[]) AND m.status = 'enqueued' GROUP BY r.id ORDER BY r.id`,
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
 * they may leave, and that stays so until the transaction ends. Null while somebody changes the life of their scenario: then
 * nothing was done.
 */
export const holdBack = async (
  { now }: Pick<AppContext, 'now'>,
  connection: PoolClient,
  { integration, job }: { readonly integration: OpenIntegration; readonly job: JobOf<'dispatch'> },
): Promise<readonly string[] | null> => {
  const runs = await findRuns(connection, job.messageIds);
  const scenarioIds = runs.map(({ scenarioId }) => scenarioId);
  if (!(await tryShareScenarios(connection, scenarioIds))) return null;
  const held = new Set<string>();
  for (const { runId, messageIds } of runs) {
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
};
