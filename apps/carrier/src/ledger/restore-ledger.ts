import type { Batch, Message } from '../message.ts';
import { readLedgerFile } from './ledger-file.ts';
import type { Ledger } from './ledger.ts';
import { newBatch } from './new-batch.ts';

/** Fills the ledger from its file and returns the batches that still have messages under way. */
export async function restoreLedger(ledger: Ledger, directory: string): Promise<readonly Batch[]> {
  const unfinished = new Map<Batch, Map<string, Message>>();
  await readLedgerFile(directory, (line) => {
    if (line.line === 'batch') {
      const { batch } = newBatch({ id: line.id, createdAt: Date.parse(line.at), request: line.request });
      ledger.accept(batch);
      unfinished.set(batch, new Map(batch.messages.map((message) => [message.recipient, message])));
      return;
    }
    const batch = ledger.findBatch(line.batch);
    const message = batch && unfinished.get(batch)?.get(line.to);
    if (batch === undefined || message === undefined) {
      throw new Error(
        `the ledger in ${directory} has a status for ${line.to} in ${line.batch}, which it does not know`,
      );
    }
    ledger.move(message, { status: line.status, code: line.code, at: Date.parse(line.at) });
    if (batch.open === 0) unfinished.delete(batch);
  });
  return [...unfinished.keys()];
}
