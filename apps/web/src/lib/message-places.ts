import type { NodeCounts } from '@curlew/contract';
import { formatNumber } from './format-number.ts';

/** Where messages are: each that anybody was to get is in exactly one of these. */
export interface MessagePlaces {
  readonly sent: number;
  /** They wait to be sent. */
  readonly waiting: number;
  /** In requests that nobody has answered yet. */
  readonly sending: number;
  readonly unknown: number;
  /** They did not leave and never will, or their operator refused them. */
  readonly notSent: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Messages that wait to be sent, or are being sent: nobody counts them, they are what the others leave over. */
export const countLeaving = (nodes: readonly NodeCounts[]): number =>
  sum(
    nodes.map(({ enqueued, sent, unsent, unknown, expired, cancelled }) =>
      Math.max(0, enqueued - sent - unsent - unknown - expired - cancelled),
    ),
  );

export const placeMessages = (nodes: readonly NodeCounts[]): MessagePlaces => {
  const sending = sum(nodes.map((node) => node.sending));
  return {
    sent: sum(nodes.map(({ sent }) => sent)),
    waiting: Math.max(0, countLeaving(nodes) - sending),
    sending,
    unknown: sum(nodes.map(({ unknown }) => unknown)),
    notSent: sum(
      nodes.map(
        ({ suppressed, enqueueFailed, expired, cancelled, unsent }) =>
          suppressed + enqueueFailed + expired + cancelled + unsent,
      ),
    ),
  };
};

/** "2 wait to be sent", "1 is being sent", "3 are unknown": of what has not come to an end, what there is any of. */
export const describeOpen = ({ waiting, sending, unknown }: MessagePlaces): readonly string[] => {
  const said = (count: number, one: string, many: string): readonly string[] =>
    count === 0 ? [] : [`${formatNumber(count)} ${count === 1 ? one : many}`];
  return [
    ...said(waiting, 'waits to be sent', 'wait to be sent'),
    ...said(sending, 'is being sent', 'are being sent'),
    ...said(unknown, 'is unknown', 'are unknown'),
  ];
};
