import type { NodeCounts } from '@curlew/contract';
import type { NodeKind } from '@curlew/scenario';

export interface CountFigure {
  readonly label: string;
  readonly value: number;
}

type FiguresOf = (counts: NodeCounts) => readonly CountFigure[];

const throughput: FiguresOf = ({ entered, left }) => [
  { label: 'entered', value: entered },
  { label: 'left', value: left },
];

const holding: FiguresOf = ({ entered, left }) => [
  { label: 'entered', value: entered },
  { label: 'now here', value: Math.max(0, entered - left) },
  { label: 'left', value: left },
];

/** What a node's card counts while its scenario runs. */
export const countFigures: { readonly [K in NodeKind]: FiguresOf } = {
  now: throughput,
  on_date: throughput,
  repeat: throughput,
  on_event: throughput,
  date_attribute: throughput,
  api: throughput,
  condition: throughput,
  wait: holding,
  silent_hours: holding,
  split: throughput,
  limit: throughput,
  sms: ({ entered, waiting, sent, delivered, failed, rejected }) => [
    { label: 'entered', value: entered },
    ...(waiting > 0 ? [{ label: 'waiting', value: waiting }] : []),
    { label: 'sent', value: sent },
    { label: 'delivered', value: delivered },
    { label: 'failed', value: failed + rejected },
  ],
  webhook: throughput,
  set_attribute: throughput,
  track_event: throughput,
  change_consent: throughput,
};
