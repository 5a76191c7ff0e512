import { expect, it } from 'vitest';
import { refreshInterval } from './refresh-interval.ts';

const now = Date.parse('2026-11-22T08:01:00.000Z');
const event = (secondsAgo: number, type: string, status?: string) => ({
  id: `${secondsAgo}`,
  type,
  isCampaign: type === 'campaign',
  timestamp: new Date(now - secondsAgo * 1_000).toISOString(),
  properties: status === undefined ? {} : { status },
});

it.each([
  ['no event', [], false],
  ['a young message on its way', [event(5, 'campaign', 'enqueued')], 3_000],
  ['a young message that was sent', [event(59, 'campaign', 'sent')], 3_000],
  ['a message that was sent a minute ago', [event(60, 'campaign', 'sent')], false],
  ['a delivered message', [event(5, 'campaign', 'delivered')], false],
  ['a refused message', [event(5, 'campaign', 'suppressed')], false],
  ['a status it does not know', [event(5, 'campaign', 'teleported')], false],
  ['other events only', [event(5, 'purchase')], false],
  ['another event after the message', [event(2, 'page_view'), event(5, 'campaign', 'sent')], 3_000],
  ['an older message on its way', [event(2, 'campaign', 'failed'), event(5, 'campaign', 'sent')], false],
] as const)('asks again after %s: %j -> %s', (_, events, interval) => {
  expect(refreshInterval(events, now)).toBe(interval);
});
