import type { Message } from '../message.ts';

/** An accepted message for a bench: named as its sender names it, without its text. */
export function viewEntry({ batch, recipient, status, parts }: Message) {
  return {
    wire: batch.wire,
    batchId: batch.id,
    reference: batch.reference ?? null,
    recipient,
    status,
    parts,
    hiddenBy: batch.hiddenBy,
  };
}
