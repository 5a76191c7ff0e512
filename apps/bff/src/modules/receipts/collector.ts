import type { AppContext } from '../../app-context.ts';
import { createReportNotes } from './report-notes.ts';
import { insertReceipts, type NewReceipt } from './store.ts';

interface Waiting {
  readonly receipt: NewReceipt;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/** Stores receipts; a promise resolves when its receipt is committed, so the operator is told `ok` only then. */
export interface ReceiptCollector {
  add(receipt: NewReceipt): Promise<void>;
}

const gatherMs = 30;
const atMost = 1_000;

/** Operators report every message by a call of its own: those that come together are written together. */
export const createReceiptCollector = (context: AppContext): ReceiptCollector => {
  const { database, jobs } = context;
  const notes = createReportNotes(context);
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const store = async (receipts: readonly NewReceipt[]): Promise<void> => {
    await database.transaction((connection) => insertReceipts(connection, receipts));
    // Only now: a job that is already queued takes the place of this one, and it must not begin before the receipts
    // can be seen. Where this fails the operator hears of it and reports again.
    const integrationIds = new Set(receipts.map(({ integrationId }) => integrationId));
    await database.transaction(async (connection) => {
      for (const integrationId of integrationIds) {
        await jobs.send(connection, 'receipts', { jobs: [{ integrationId }], singletonKey: integrationId });
      }
    });
    await notes.note(integrationIds);
  };

  const flush = async (): Promise<void> => {
    timer = undefined;
    const batch = waiting;
    waiting = [];
    try {
      await store(batch.map(({ receipt }) => receipt));
      for (const { resolve } of batch) resolve();
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  };

  return {
    add: (receipt) =>
      new Promise((resolve, reject) => {
        waiting.push({ receipt, resolve, reject });
        if (waiting.length >= atMost) {
          clearTimeout(timer);
          void flush();
        } else timer ??= setTimeout(() => void flush(), gatherMs);
      }),
  };
};
