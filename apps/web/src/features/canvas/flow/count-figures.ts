import type { NodeCounts } from '@curlew/contract';
import type { NodeKind } from '@curlew/scenario';

export interface CountFigure {
  readonly label: string;
  readonly value: number;
}

type FiguresOf = (counts: NodeCounts) => readonly CountFigure[];

/** What a node's card counts while its scenario runs. */
export const countFigures: { readonly [K in NodeKind]: FiguresOf } = {
  now: ({ entered, left }) => [
    { label: 'entered', value: entered },
    { label: 'left', value: left },
  ],
  sms: ({ entered, sent, delivered, failed, rejected }) => [
    { label: 'entered', value: entered },
    { label: 'sent', value: sent },
    { label: 'delivered', value: delivered },
    { label: 'failed', value: failed + rejected },
  ],
};
