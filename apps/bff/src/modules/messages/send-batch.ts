import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { noteOutcome, type OpenIntegration } from '../integrations/service.ts';
import { callbackUrl } from '../receipts/callback-url.ts';
import { noteNoAnswer } from './batch-store.ts';
import type { ClaimedBatch } from './claim-batches.ts';
import { runIdsOf } from './find-ready.ts';
import { handOver } from './hand-over.ts';
import { recordOutcome } from './record-outcome.ts';
import type { MessageRow } from './store.ts';
import { untilWritten } from './until-written.ts';
import { withoutNumbers } from './without-numbers.ts';
import { withoutTexts } from './without-texts.ts';

interface Sending {
  readonly job: JobOf<'dispatch'>;
  readonly timeoutMs: number;
  /** By id. */
  readonly rows: ReadonlyMap<string, MessageRow>;
}

/** Sends a claimed batch, and writes what came of it. */
export const sendBatch = async (
  context: AppContext,
  integration: OpenIntegration,
  { id: batchId, batch, job, timeoutMs, rows, claimedAt }: ClaimedBatch & Sending,
): Promise<void> => {
  const { attempt = 0 } = job;
  const { provider, fetch, id: integrationId } = integration;
  const messages = batch.messages.flatMap(({ id }) => rows.get(id) ?? []);
  // A process that stood still meanwhile gives back what the reconciler has not sent again by now.
  if (Date.now() - claimedAt > timeoutMs) {
    context.log.warn({ batchId, integrationId }, 'batch not sent in time');
    const error = 'not sent in time';
    const outcome = { kind: 'retry', afterMs: 0, error, stopsQueue: false } as const;
    return untilWritten(() => recordOutcome(context, integration, { batchId, outcome, attempt, messages }));
  }
  const answered = context.metrics.providerSeconds.startTimer({ provider: provider.id });
  const outcome = await provider.send(batch, {
    fetch,
    now: () => context.now().getTime(),
    timeoutMs,
    reference: batchId,
    callbackUrl: callbackUrl(context, integrationId),
  });
  answered();
  context.metrics.batches.inc({ provider: provider.id, outcome: outcome.kind });
  const error = outcome.kind === 'accepted' ? '' : withoutNumbers(withoutTexts(outcome.error, messages));
  // By the request a message is found, and by these ids what sent it.
  const runIds = runIdsOf(messages);
  const line = { batchId, integrationId, runIds, messages: messages.length, outcome: outcome.kind };
  if (outcome.kind === 'accepted') context.log.info(line, 'batch accepted');
  else context.log.warn({ ...line, error }, 'batch not accepted');
  // Perhaps it was taken: the batch stays open, and the reconciler asks the operator.
  if (outcome.kind === 'unknown')
    await untilWritten(() => noteNoAnswer(context.database.pool, { batchId, error }));
  else await untilWritten(() => recordOutcome(context, integration, { batchId, outcome, attempt, messages }));
  const { isInTrouble } = integration;
  await noteOutcome(context, { integrationId, outcome, error, isInTrouble });
  // Where that was one failure too many, its messages need not wait for their next try.
  if (outcome.kind === 'retry')
    await handOver(context, { integration, job: { ...job, messageIds: messages.map(({ id }) => id) } });
};
