import { layOutBatches } from '../batching.ts';
import type { OutboundBatch, OutboundMessage } from '../provider.ts';
import { expiryKey } from './expiry.ts';
import { cutText } from './parameters.ts';

/** Most recipients of one `POST /batches`. */
export const SINCH_BATCH_LIMIT = 1000;

/** Groups by how many parameter values a text needs, because one body serves the whole batch, and by expiry. */
export function planSinchBatches(messages: readonly OutboundMessage[]): readonly OutboundBatch[] {
  return layOutBatches(messages, {
    limit: SINCH_BATCH_LIMIT,
    groupKey: (message) => `${cutText(message.text).length} ${expiryKey(message)}`,
  });
}
