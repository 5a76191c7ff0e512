// What other modules may do with messages.
export { insertMessages as enqueueMessages, type NewMessage } from './insert-store.ts';
export { lockReceiptTargets as findReceiptTargets } from './receipt-target-store.ts';
export { closeSettledBatches } from './batch-store.ts';
export { eventStatusOf, recordNews as applyMessageNews, type MessageNews } from './record-statuses.ts';
export { findNumberOwners } from './number-owner-store.ts';
export { trackIncoming } from './track-incoming.ts';
export { trackClick } from './track-click.ts';
export { createMessageEvents } from './message-events.ts';
export { messageDetailsOf } from './message-details.ts';
export { countHandedOver, findWaitedFor } from './handed-over.ts';
export { readMessageStates, type MessageState } from './state-store.ts';
