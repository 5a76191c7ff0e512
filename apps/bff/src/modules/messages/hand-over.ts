import type { AppContext } from '../../app-context.ts';
import { laneOf, type JobOf } from '../../jobs/queues.ts';
import { holdFallback, type OpenIntegration } from '../integrations/service.ts';
import { runIdsOf } from './find-ready.ts';
import { holdBack } from './hold-back.ts';
import { moveWaiting, readWaiting, type WaitingRow } from './hand-over-store.ts';

interface Held {
  readonly integration: OpenIntegration;
  readonly job: JobOf<'dispatch'>;
}

interface Outcome {
  /** Null: nobody could tell. */
  readonly left: readonly string[] | null;
  readonly moved: readonly WaitingRow[];
  readonly to: { readonly id: string; readonly provider: string } | null;
}

const move = (context: AppContext, { integration, job }: Held): Promise<Outcome> =>
  context.database.transaction(async (connection) => {
    const { id: from, projectId } = integration;
    const to = await holdFallback(connection, { integrationId: from, at: context.now() });
    if (!to) return { left: job.messageIds, moved: [], to };
    // What is paused is kept for its own integration, which may be well again by then.
    const asked = { messageIds: job.messageIds, integrationId: from };
    const runIds = runIdsOf(await readWaiting(connection, asked));
    const messageIds = await holdBack(context, connection, { integration, job, runIds });
    if (!messageIds) return { left: null, moved: [], to };
    const moved = await moveWaiting(connection, { messageIds, from, to: to.id });
    if (moved.length > 0) {
      // The other operator has put none of them off yet.
      const next = { ...job, integrationId: to.id, messageIds: moved.map(({ id }) => id), attempt: 0 };
      await context.jobs.send(connection, laneOf(job), { jobs: [next], owner: projectId });
    }
    if (moved.length === messageIds.length) return { left: [], moved, to };
    const left = await readWaiting(connection, { messageIds, integrationId: from });
    return { left: left.map(({ id }) => id), moved, to };
  });

/**
 * Hands those messages of a job that surely have not left over to the fallback of their integration, where the integration is held and
 * its fallback is not: they and the job that is to send them, or nothing. Returns which still wait here; null while somebody changes
 * the life of their scenario: then nothing was done. Run twice, it finds them handed over.
 */
export const handOver = async (context: AppContext, held: Held): Promise<readonly string[] | null> => {
  const { integration, job } = held;
  if (integration.fallbackIntegrationId === null) return job.messageIds;
  const { left, moved, to } = await move(context, held);
  if (to && moved.length > 0) {
    const runIds = runIdsOf(moved);
    const { id: integrationId, provider } = integration;
    const line = { integrationId, fallbackIntegrationId: to.id, runIds, messages: moved.length };
    context.log.warn(line, 'messages handed over to the fallback');
    context.metrics.handedOver.inc({ provider: provider.id, fallback: to.provider }, moved.length);
  }
  return left;
};
