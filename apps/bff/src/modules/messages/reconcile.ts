import type { AppContext } from '../../app-context.ts';
import { openIntegration, type OpenIntegration } from '../integrations/service.ts';
import { recordOutcome, recordUnknown } from './record-outcome.ts';
import {
  noteNotFound,
  readStaleBatches,
  settleBatch,
  staleBatchesAtOnce,
  type OpenBatchRow,
} from './batch-store.ts';
import { withoutNumbers } from './without-numbers.ts';

// In times of what an operator is given to answer. From the first on nobody is still waiting for it; tests, which nobody sends again,
// are given up from the second on.
const staleAfterTimeouts = 3;
const testLostAfterTimeouts = 5;
// Between two answers that the operator does not have it, of the time after which it is believed.
const shareBetweenAnswers = 0.4;
const timeoutMs = 15_000;
// An operator that cannot say so long is no longer asked; a receipt may still tell.
const giveUpAfterSeconds = 15 * 60;
const askedAtOnce = 8;
const firstId = '00000000-0000-0000-0000-000000000000';
// A worker may go on calling an operator where it was for as long as its turn and a request take.
const movesWithinMs = 5 * 60_000;

// Where the operator is called elsewhere since, one is asked that may never have been called: what it does not know proves nothing.
const isSentElsewhere = ({ connectedAt }: OpenIntegration, createdAt: number): boolean =>
  connectedAt !== null && createdAt < connectedAt.getTime() + movesWithinMs;

// The list of those that wait for a person says it for each of them.
const describeLoss = (answer: string | null, lookup: string): string => {
  const said = (answer ?? '').replace(/[\s.]+$/, '') || 'No answer to the request was recorded';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}, and the operator ${lookup}.`;
};

const settle = async (
  context: AppContext,
  { id: batchId, integrationId, ageSeconds, isTest, isInQuestion, error: answer }: OpenBatchRow,
) => {
  const { pool } = context.database;
  // Reports have settled all of it.
  if (!isInQuestion) return settleBatch(pool, { id: batchId, status: 'accepted', providerId: null });
  const integration = await openIntegration(context, integrationId);
  // Only one whose messages are all settled can have been deleted.
  if (!integration) return settleBatch(pool, { id: batchId, status: 'unknown', providerId: null });
  const { provider, fetch, heldUntil } = integration;
  const now = (): number => context.now().getTime();
  // It is left alone by all; but not for so long that a person who looks for a message hears nothing.
  if (heldUntil !== null && heldUntil.getTime() > now() && ageSeconds < giveUpAfterSeconds) return undefined;
  const found = await provider.findBatch(batchId, { fetch, now, timeoutMs });
  switch (found.kind) {
    case 'found': {
      const outcome = { kind: 'accepted', providerBatchId: found.providerBatchId, refused: [] } as const;
      return recordOutcome(context, integration, { batchId, outcome, attempt: 0 });
    }
    case 'not_found': {
      const error = describeLoss(answer, 'does not know the request');
      const { operatorTimeoutMs, lostAfterMs } = context.config;
      const lostSeconds = (isTest ? testLostAfterTimeouts * operatorTimeoutMs : lostAfterMs) / 1_000;
      const saidForSeconds = await noteNotFound(pool, batchId);
      if (saidForSeconds === null || ageSeconds < lostSeconds) return;
      if (isTest || isSentElsewhere(integration, now() - ageSeconds * 1_000))
        return recordUnknown(context, integration, { batchId, error });
      if (saidForSeconds < lostSeconds * shareBetweenAnswers) return;
      // It never arrived, says the operator, and says it again: nothing was sent.
      context.log.warn({ batchId, integrationId }, 'batch never arrived, its messages are sent again');
      const outcome = { kind: 'retry', afterMs: null, error, stopsQueue: false } as const;
      return recordOutcome(context, integration, { batchId, outcome, attempt: 0 });
    }
    case 'unknown': {
      const details = { batchId, error: withoutNumbers(found.error) };
      // Some can never be asked: that is not worth a word each time.
      context.log.debug(details, 'the operator did not say what became of a batch');
      if (ageSeconds < giveUpAfterSeconds) return;
      context.log.warn(details, 'the operator never said what became of a batch');
      const error = describeLoss(answer, 'could not be asked about it');
      return recordUnknown(context, integration, { batchId, error });
    }
  }
};

// One of them in the way of the others would keep all of them open.
const trySettle = async (context: AppContext, batch: OpenBatchRow): Promise<void> => {
  try {
    await settle(context, batch);
  } catch (cause) {
    const { id: batchId, integrationId } = batch;
    context.log.error({ batchId, integrationId, cause: String(cause) }, 'a batch could not be settled');
  }
};

/**
 * Settles batches without an answer, because none came or the process died before it was recorded: the operator is
 * asked by our reference. What it has was sent; what it says twice that it does not have is sent again; what it cannot speak of becomes
 * `unknown`, for a person to look at.
 */
export const reconcile = async (context: AppContext, signal?: AbortSignal): Promise<void> => {
  const olderThanSeconds = (staleAfterTimeouts * context.config.operatorTimeoutMs) / 1_000;
  let after = firstId;
  for (;;) {
    const open = await readStaleBatches(context.database.pool, { olderThanSeconds, after });
    for (let start = 0; start < open.length; start += askedAtOnce) {
      if (signal?.aborted) return;
      await Promise.all(open.slice(start, start + askedAtOnce).map((batch) => trySettle(context, batch)));
    }
    after = open.at(-1)?.id ?? after;
    if (open.length < staleBatchesAtOnce) return;
  }
};
