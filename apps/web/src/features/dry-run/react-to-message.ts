import type { DryLife, DryScript } from '@curlew/contract';

type Reaction = DryScript['reactions'][number];

/** A minute later, as people take to answer; what the operator says comes sooner. */
const usualAfter: { readonly [K in Reaction['kind']]: number } = {
  delivered: 10,
  failed: 10,
  clicked: 60,
  replied: 60,
};

const isReceipt = (kind: Reaction['kind']): boolean => kind === 'delivered' || kind === 'failed';

const takesPlaceOf = (next: Reaction['kind'], before: Reaction['kind']): boolean =>
  next === before || (isReceipt(next) && isReceipt(before));

/** The script with something more that becomes of the messages of a node; of two receipts the later one counts. */
export const reactTo = (
  script: DryScript,
  { nodeId }: Pick<DryLife['messages'][number], 'nodeId'>,
  { kind, text = '' }: { readonly kind: Reaction['kind']; readonly text?: string },
): DryScript => ({
  ...script,
  reactions: [
    ...script.reactions.filter((one) => one.nodeId !== nodeId || !takesPlaceOf(kind, one.kind)),
    { nodeId, kind, after: usualAfter[kind], text },
  ],
});

/** What the operator says of all messages that nothing else is chosen for. */
export type Receipt = 'delivered' | 'failed' | 'nothing';

export const receiptOf = ({ reactions }: DryScript): Receipt => {
  const kind = reactions.find((one) => one.nodeId === null && isReceipt(one.kind))?.kind;
  return kind === 'delivered' || kind === 'failed' ? kind : 'nothing';
};

export const changeReceipt = (script: DryScript, receipt: Receipt): DryScript => {
  const others = script.reactions.filter((one) => one.nodeId !== null || !isReceipt(one.kind));
  if (receipt === 'nothing') return { ...script, reactions: others };
  return {
    ...script,
    reactions: [...others, { nodeId: null, kind: receipt, after: usualAfter[receipt], text: '' }],
  };
};
