import type { SendOutcome } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import { openIntegration } from '../integrations/service.ts';
import { recordOutcome } from './dispatch.ts';
import { readStaleBatches } from './store.ts';

// Longer than a request may take, so that nobody is still waiting for its answer.
const staleAfterSeconds = 90;
const timeoutMs = 15_000;

/**
 * Settles batches whose answer was never recorded, because the process died in between: the operator is asked by our
 * reference. What it does not know stays `unknown` for a person to look at. Nothing is ever sent again from here.
 */
export const reconcile = async (context: AppContext): Promise<void> => {
  for (const batch of await readStaleBatches(context.database.pool, staleAfterSeconds)) {
    const integration = await openIntegration(context, batch.integrationId);
    if (!integration) continue;
    const { provider, settings, secrets } = integration;
    const now = (): number => context.now().getTime();
    const found = await provider.findBatch(batch.id, { settings, secrets, fetch, now, timeoutMs });
    if (found.kind === 'unknown') {
      context.log.warn(
        { batchId: batch.id, error: found.error },
        'the operator did not say what became of a batch',
      );
      continue;
    }
    const outcome: SendOutcome =
      found.kind === 'found'
        ? { kind: 'accepted', providerBatchId: found.providerBatchId, refused: [] }
        : {
            kind: 'unknown',
            error: 'The server stopped while sending, and the operator does not know this request.',
          };
    await recordOutcome(context, integration, { batchId: batch.id, outcome });
  }
};
