import type { AppContext } from '../../app-context.ts';
import { openIntegration } from '../integrations/service.ts';
import { recordOutcome, recordUnknown } from './record-outcome.ts';
import { readStaleBatches, type OpenBatchRow } from './store.ts';
import { withoutNumbers } from './without-numbers.ts';

// Longer than a request may take, so that nobody is still waiting for its answer.
const staleAfterSeconds = 90;
const timeoutMs = 15_000;
// An operator that cannot say so long is no longer asked; a receipt may still tell.
const giveUpAfterSeconds = 15 * 60;
const askedAtOnce = 8;

const settle = async (context: AppContext, { id: batchId, integrationId, ageSeconds }: OpenBatchRow) => {
  const integration = await openIntegration(context, integrationId);
  if (!integration) return;
  const { provider, fetch } = integration;
  const now = (): number => context.now().getTime();
  const found = await provider.findBatch(batchId, { fetch, now, timeoutMs });
  switch (found.kind) {
    case 'found': {
      const outcome = { kind: 'accepted', providerBatchId: found.providerBatchId, refused: [] } as const;
      return recordOutcome(context, integration, { batchId, outcome, attempt: 0 });
    }
    case 'not_found': {
      const error = 'No answer came to this request, and the operator does not know it.';
      return recordUnknown(context, integration, { batchId, error });
    }
    case 'unknown': {
      const details = { batchId, error: withoutNumbers(found.error) };
      context.log.warn(details, 'the operator did not say what became of a batch');
      if (ageSeconds < giveUpAfterSeconds) return;
      const error = 'No answer came to this request, and the operator could not be asked about it.';
      return recordUnknown(context, integration, { batchId, error });
    }
  }
};

/**
 * Settles batches without an answer, because none came or the process died before it was recorded: the operator is
 * asked by our reference. What it does not know becomes `unknown`, for a person to look at. Nothing is ever sent again.
 */
export const reconcile = async (context: AppContext): Promise<void> => {
  const open = await readStaleBatches(context.database.pool, staleAfterSeconds);
  for (let start = 0; start < open.length; start += askedAtOnce) {
    await Promise.all(open.slice(start, start + askedAtOnce).map((batch) => settle(context, batch)));
  }
};
