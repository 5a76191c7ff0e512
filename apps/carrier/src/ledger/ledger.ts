import { isFinal } from '../message.ts';
import type { Batch, HiddenReason, Message, Status, XmsBatch } from '../message.ts';
import { createDuplicates } from './duplicates.ts';
import type { DuplicateSummary } from './duplicates.ts';

/** A phone and what it received, oldest first. */
export interface Phone {
  readonly number: string;
  readonly messages: readonly Message[];
}

export interface LedgerSummary {
  /** Messages that reached a phone. */
  readonly messages: number;
  readonly phones: number;
  readonly parts: number;
  readonly batches: number;
  readonly accepted: number;
  readonly failed: number;
  readonly waiting: number;
  readonly hidden: number;
  readonly duplicates: DuplicateSummary;
}

/** What a bench compares with its own books; each number is kept, none is counted when asked. */
export interface LedgerTotals {
  readonly accepted: number;
  readonly delivered: number;
  /** Accepted messages whose sender could not learn so. */
  readonly hidden: number;
  readonly duplicates: number;
}

export interface Change {
  readonly status: Status;
  readonly code: number;
  readonly at: number;
}

export type Ledger = ReturnType<typeof createLedger>;

/** Everything the carrier took on and every phone that got something, in memory. */
export function createLedger() {
  const batchById = new Map<string, Batch>();
  const batches: XmsBatch[] = [];
  const messages: Message[] = [];
  const phones = new Map<string, { readonly number: string; readonly messages: Message[] }>();
  const received: Message[] = [];
  const duplicates = createDuplicates();
  const listeners = new Set<(message: Message) => void>();
  let hidden = 0;
  let failed = 0;
  let parts = 0;

  function receive(message: Message): void {
    const phone = phones.get(message.recipient) ?? { number: message.recipient, messages: [] };
    phones.set(message.recipient, phone);
    phone.messages.push(message);
    received.push(message);
    parts += message.parts;
    for (const listener of listeners) listener(message);
  }

  return {
    /** The batches of XMS, in the order of acceptance. */
    batches,
    /** Every message accepted, in the order of acceptance. */
    messages,
    /** Every message that reached a phone, in the order of arrival over all phones. */
    received,

    accept(batch: Batch): void {
      batchById.set(batch.id, batch);
      if (batch.wire === 'xms') batches.push(batch);
      for (const message of batch.messages) messages.push(message);
      if (batch.hiddenBy !== null) hidden += batch.messages.length;
      duplicates.note(batch);
    },

    /** Marks an accepted batch as unknown to whoever sent it. */
    hide(batch: Batch, reason: HiddenReason): void {
      if (batch.hiddenBy === null) hidden += batch.messages.length;
      batch.hiddenBy = reason;
    },

    /** Moves a message on. A final status is the end: anything after it is a bug in the carrier. */
    move(message: Message, change: Change): void {
      if (isFinal(message.status)) {
        throw new Error(
          `message to ${message.recipient} of batch ${message.batch.id} is already ${message.status}`,
        );
      }
      Object.assign(message, change);
      if (!isFinal(change.status)) return;
      message.batch.open -= 1;
      if (change.status === 'Delivered') receive(message);
      else failed += 1;
    },

    findBatch(id: string): Batch | undefined {
      return batchById.get(id);
    },

    findXmsBatch(id: string): XmsBatch | undefined {
      const batch = batchById.get(id);
      return batch?.wire === 'xms' ? batch : undefined;
    },

    findPhone(number: string): Phone | undefined {
      return phones.get(number);
    },

    acceptedCount(): number {
      return messages.length;
    },

    total(): LedgerTotals {
      return {
        accepted: messages.length,
        delivered: received.length,
        hidden,
        duplicates: duplicates.count(),
      };
    },

    summarise(): LedgerSummary {
      return {
        messages: received.length,
        phones: phones.size,
        parts,
        batches: batches.length,
        accepted: messages.length,
        failed,
        waiting: messages.length - received.length - failed,
        hidden,
        duplicates: duplicates.summarise(),
      };
    },

    /** Calls back for each message that reaches a phone; the returned function ends it. */
    onReceived(listener: (message: Message) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
