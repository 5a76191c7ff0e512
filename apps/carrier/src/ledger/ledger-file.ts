import { createReadStream } from 'node:fs';
import { mkdir, open, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ledgerLineSchema } from './ledger-line.ts';
import type { LedgerLine } from './ledger-line.ts';

export interface LedgerFile {
  append(line: LedgerLine): void;
  /** Settles when all that was appended before is with the operating system. */
  flushed(): Promise<void>;
  close(): Promise<void>;
}

/** A ledger that is not kept: for a carrier started without a data directory. */
export const noLedgerFile: LedgerFile = {
  append() {},
  async flushed() {},
  async close() {},
};

/** Opens `ledger.jsonl` for appending. Lines of one turn of the event loop go out in one write. */
export async function openLedgerFile(directory: string): Promise<LedgerFile> {
  await mkdir(directory, { recursive: true });
  const handle = await open(join(directory, 'ledger.jsonl'), 'a');
  let pending: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  let isScheduled = false;
  let isClosed = false;

  async function writePending(): Promise<void> {
    isScheduled = false;
    const text = pending.join('');
    pending = [];
    await handle.appendFile(text);
  }

  return {
    append(line) {
      // What a stopping carrier still settles is settled again after the restart.
      if (isClosed) return;
      pending.push(`${JSON.stringify(line)}\n`);
      if (isScheduled) return;
      isScheduled = true;
      writing = writing.then(writePending);
      // A failed write is for whoever awaits `flushed`; a status nobody awaits must still not pass unseen.
      writing.catch((cause: unknown) => {
        process.emitWarning(`the ledger could not be written: ${String(cause)}`);
      });
    },
    flushed: () => writing,
    async close() {
      isClosed = true;
      await writing;
      await handle.close();
    },
  };
}

/** Reads the ledger back, line by line. A last line cut off by a kill is taken away; any other bad line is an error. */
export async function readLedgerFile(directory: string, onLine: (line: LedgerLine) => void): Promise<void> {
  const path = join(directory, 'ledger.jsonl');
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return;
  await dropTornLine(path, size);
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    onLine(parseLine(text, `${path}:${number}`));
  }
}

async function dropTornLine(path: string, size: number): Promise<void> {
  const handle = await open(path, 'r');
  try {
    let end = size;
    const block = Buffer.alloc(64 * 1024);
    while (end > 0) {
      const start = Math.max(0, end - block.length);
      const { bytesRead } = await handle.read(block, 0, end - start, start);
      const newline = block.subarray(0, bytesRead).lastIndexOf(0x0a);
      end = newline === -1 ? start : start + newline + 1;
      if (newline !== -1) break;
    }
    if (end < size) await truncate(path, end);
  } finally {
    await handle.close();
  }
}

function parseLine(text: string, where: string): LedgerLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${where} is not JSON; move the file away to start with an empty ledger`, { cause });
  }
  const parsed = ledgerLineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${where} is not a line of a ledger; move the file away to start with an empty ledger`);
}
