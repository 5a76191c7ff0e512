import type { NodeCounts } from '@curlew/contract';
import type { NodeKind } from '@curlew/scenario';
import { describeLate } from '../../../lib/describe-late.ts';
import { formatNumber } from '../../../lib/format-number.ts';
import { describeOpen, placeMessages } from '../../../lib/message-places.ts';

export interface CountFigure {
  readonly label: string;
  readonly value: number;
  /** What the number is of, where the label alone does not say it. */
  readonly title?: string;
}

type FiguresOf = (counts: NodeCounts) => readonly CountFigure[];

const here = ({ entered, left }: NodeCounts): CountFigure => ({
  label: 'now here',
  value: Math.max(0, entered - left),
});

const endedEarly = (ended: number): string =>
  `${formatNumber(ended)} ended early: their walk would have gone on from here`;

// Who ended here has left, too, but by no output.
const gone = ({ left, ended }: NodeCounts): readonly CountFigure[] => [
  { label: 'left', value: Math.max(0, left - ended) },
  ...(ended > 0 ? [{ label: 'ended', value: ended, title: endedEarly(ended) }] : []),
];

const holding: FiguresOf = (counts) => [
  { label: 'entered', value: counts.entered },
  here(counts),
  ...gone(counts),
];

// Nobody stays here for long: only while it is so, or while the scenario is paused.
const throughput: FiguresOf = (counts) => [
  { label: 'entered', value: counts.entered },
  ...(here(counts).value > 0 ? [here(counts)] : []),
  ...gone(counts),
];

/** A trigger that starts by the clock, and may not have been in time. */
const timed: FiguresOf = (counts) => [
  ...throughput(counts),
  ...(counts.late ? [{ label: 'late', value: counts.late.count, title: describeLate(counts.late) }] : []),
];

// Four numbers have the room of the card: what has not come to an end is said on hover, and how many entered while some wait.
const sending: FiguresOf = (counts) => {
  const { entered, waiting, ended, sent, delivered, failed, rejected } = counts;
  const more = [...describeOpen(placeMessages([counts])), ...(ended > 0 ? [endedEarly(ended)] : [])];
  const title = (of: string): string => [of, ...more].join(', ');
  return [
    waiting > 0
      ? {
          label: 'waiting',
          value: waiting,
          title: title(`${formatNumber(waiting)} waiting of ${formatNumber(entered)} entered`),
        }
      : { label: 'entered', value: entered, title: title(`${formatNumber(entered)} entered`) },
    { label: 'sent', value: sent },
    { label: 'delivered', value: delivered },
    { label: 'failed', value: failed + rejected },
  ];
};

/** What a node's card counts while its scenario runs, and afterwards. */
export const countFigures: { readonly [K in NodeKind]: FiguresOf } = {
  now: throughput,
  on_date: timed,
  repeat: timed,
  on_event: throughput,
  date_attribute: timed,
  api: throughput,
  condition: throughput,
  wait: holding,
  silent_hours: holding,
  split: throughput,
  limit: throughput,
  sms: sending,
  webhook: holding,
  set_attribute: throughput,
  track_event: throughput,
  change_consent: throughput,
};
