// What other modules may do with messages.
export {
  insertMessages as enqueueMessages,
  lockReceiptTargets as findReceiptTargets,
  type NewMessage,
} from './store.ts';
export { recordNews as applyMessageNews, type MessageNews } from './record-statuses.ts';
export { trackClick } from './track-click.ts';
export { createCampaignEvent } from './campaign-event.ts';
export { readMessageStates, type MessageState } from './state-store.ts';
