import type { AppContext } from '../../app-context.ts';
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
export const createReceiptCollector = ({ database, jobs }: AppContext): ReceiptCollector => {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    timer = undefined;
    const batch = waiting;
    waiting = [];
    try {
      await database.transaction(async (connection) => {
        await insertReceipts(
          connection,
          batch.map(({ receipt }) => receipt),
        );
        for (const integrationId of new Set(batch.map(({ receipt }) => receipt.integrationId))) {
          await jobs.send(connection, 'receipts', { jobs: [{ integrationId }], singletonKey: integrationId });
        }
      });
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
