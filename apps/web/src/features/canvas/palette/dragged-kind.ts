import { type NodeKind, nodeKinds } from '@curlew/scenario';

/** Marks what is dragged as a node kind of ours; browsers keep the letters small. */
const mark = 'application/x-curlew-node';

export const putKind = (transfer: DataTransfer, kind: NodeKind): void => {
  transfer.setData(mark, kind);
  transfer.effectAllowed = 'copy';
};

export const holdsKind = (transfer: DataTransfer): boolean => transfer.types.includes(mark);

const isKind = (text: string): text is NodeKind => Object.hasOwn(nodeKinds, text);

/** The kind that was dropped; null for anything else. */
export const takeKind = (transfer: DataTransfer): NodeKind | null => {
  const text = transfer.getData(mark);
  return isKind(text) ? text : null;
};
