import type { Message } from '../message.ts';

export interface MessageView {
  readonly id: string;
  readonly batchId: string;
  readonly clientReference: string | null;
  readonly sender: string;
  readonly text: string;
  readonly parts: number;
  readonly encoding: string;
  readonly at: string;
}

/** A received message for people and tests; its id is the batch's and the recipient's, as on the wire. */
export function viewMessage(message: Message): MessageView {
  const { batch } = message;
  return {
    id: `${batch.id}-${message.recipient}`,
    batchId: batch.id,
    clientReference: batch.reference ?? null,
    sender: batch.sender,
    text: message.text,
    parts: message.parts,
    encoding: message.encoding,
    at: new Date(message.at).toISOString(),
  };
}
