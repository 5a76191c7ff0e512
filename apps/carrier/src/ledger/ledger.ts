import { isFinal } from '../message.ts';
import type { Batch, Message, Status } from '../message.ts';
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
  readonly duplicates: DuplicateSummary;
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
  const batches: Batch[] = [];
  const phones = new Map<string, { readonly number: string; readonly messages: Message[] }>();
  const received: Message[] = [];
  const duplicates = createDuplicates();
  const listeners = new Set<(message: Message) => void>();
  let accepted = 0;
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
    batches,
    /** Every message that reached a phone, in the order of arrival over all phones. */
    received,

    accept(batch: Batch): void {
      batchById.set(batch.id, batch);
      batches.push(batch);
      accepted += batch.messages.length;
      duplicates.note(batch);
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

    findPhone(number: string): Phone | undefined {
      return phones.get(number);
    },

    acceptedCount(): number {
      return accepted;
    },

    summarise(): LedgerSummary {
      const messages = received.length;
      const waiting = accepted - messages - failed;
      return {
        messages,
        phones: phones.size,
        parts,
        batches: batches.length,
        accepted,
        failed,
        waiting,
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
