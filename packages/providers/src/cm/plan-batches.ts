import { layOutBatches } from '../batching.ts';
import type { OutboundBatch, OutboundMessage } from '../provider.ts';

/** Most `msg` of one request (CM's own SDKs). */
export const CM_BATCH_LIMIT = 1000;

/** Everything but the sender is by message, so whatever fits shares a request. */
export function planCmBatches(messages: readonly OutboundMessage[]): readonly OutboundBatch[] {
  return layOutBatches(messages, { limit: CM_BATCH_LIMIT, groupKey: () => '' });
}
