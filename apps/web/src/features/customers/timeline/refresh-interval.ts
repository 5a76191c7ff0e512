import type { CustomerEvent } from '@curlew/contract';
import { readCampaignEvent } from './campaign-event.ts';
import { lookOfStatus } from './campaign-status.ts';

const everyMs = 3_000;
const youngMs = 60_000;

/**
 * How soon to ask for events again: while the newest campaign event is young and not the last of its message, every
 * three seconds; else not at all. `events` are newest first.
 */
export const refreshInterval = (events: readonly CustomerEvent[], nowMs: number): number | false => {
  for (const event of events) {
    const campaign = readCampaignEvent(event);
    if (!campaign) continue;
    const isYoung = nowMs - Date.parse(event.timestamp) < youngMs;
    return isYoung && !lookOfStatus(campaign.status).isFinal ? everyMs : false;
  }
  return false;
};
