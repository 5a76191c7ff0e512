import { isFinal } from '../message.ts';
import type { Batch, Message } from '../message.ts';
import { unitOfReport } from '../reports/unit-of-report.ts';
import { readLedgerFile } from './ledger-file.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { Ledger } from './ledger.ts';
import { newBatch } from './new-batch.ts';
import { newCmBatch } from './new-cm-batch.ts';

/** What a stop left undone. */
export interface Restored {
  /** Batches with messages that have no final status. */
  readonly underWay: readonly Batch[];
  /** Messages whose final report, or whose batch's report, nobody has taken yet. */
  readonly unreported: readonly Message[];
}

export const nothingRestored: Restored = { underWay: [], unreported: [] };

/** Fills the ledger from its file. */
export async function restoreLedger(ledger: Ledger, directory: string): Promise<Restored> {
  const unsettled = new Map<Batch, Map<string, Message>>();
  await readLedgerFile(directory, (line) => {
    if (line.line === 'batch' || line.line === 'cm') {
      const batch = rebuild(line);
      ledger.accept(batch);
      unsettled.set(batch, new Map(batch.messages.map((message) => [message.recipient, message])));
      return;
    }
    const batch = ledger.findBatch(line.batch);
    if (batch === undefined) {
      throw new Error(`the ledger in ${directory} has a line about ${line.batch}, a batch it does not know`);
    }
    if (line.line === 'hidden') {
      ledger.hide(batch, line.by);
      return;
    }
    const messages = unsettled.get(batch);
    // A report that went out twice has two lines; by the second, the message is settled.
    if (messages === undefined) return;
    settle(ledger, messages, line);
    if (messages.size === 0) unsettled.delete(batch);
  });
  return {
    underWay: [...unsettled.keys()].filter(({ open }) => open > 0),
    unreported: [...unsettled].flatMap(([batch, messages]) => unreportedOf(batch, [...messages.values()])),
  };
}

function rebuild(line: Extract<LedgerLine, { line: 'batch' | 'cm' }>): Batch {
  const origin = { id: line.id, createdAt: Date.parse(line.at) };
  const { batch } =
    line.line === 'batch'
      ? newBatch({ ...origin, request: line.request })
      : newCmBatch({ ...origin, request: line.request });
  batch.hiddenBy = line.hiddenBy ?? null;
  return batch;
}

/** A message is settled when its status is final and whoever asked for a report has had it. */
function settle(
  ledger: Ledger,
  messages: Map<string, Message>,
  line: Extract<LedgerLine, { line: 'status' | 'reported' }>,
): void {
  const message = messages.get(line.to);
  if (message === undefined) return;
  const unit = unitOfReport(message.batch);
  if (line.line === 'status') {
    ledger.move(message, { status: line.status, code: line.code, at: Date.parse(line.at) });
    if (unit === 'nothing') messages.delete(line.to);
  } else if (unit === 'batch') {
    messages.clear();
  } else {
    messages.delete(line.to);
  }
}

function unreportedOf(batch: Batch, messages: readonly Message[]): readonly Message[] {
  if (unitOfReport(batch) === 'batch') return batch.open === 0 ? messages.slice(0, 1) : [];
  return messages.filter(({ status }) => isFinal(status));
}
