import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { EmbeddedReport } from './embedded-process.ts';

export interface EmbeddedDatabase {
  /** For pg: the folder of the socket and the database's name. */
  readonly connection: { readonly host: string; readonly database: string; readonly user: string };
  stop(): Promise<void>;
}

// One line that only this version of the parent understands; anything else is ignored.
const readReport = (message: unknown): EmbeddedReport | null => {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return null;
  if (message.kind === 'ready') return { kind: 'ready' };
  if (message.kind === 'problem' && 'sentence' in message && typeof message.sentence === 'string') {
    return { kind: 'problem', sentence: message.sentence };
  }
  return null;
};

/** Starts the embedded database on `dataFolder`. Throws a StartProblem when it cannot be opened or is in use. */
export const startEmbeddedDatabase = async (
  dataFolder: string,
  onLost: (sentence: string) => void,
): Promise<EmbeddedDatabase> => {
  // A Unix socket path holds about 100 bytes, so it lives in the temporary folder, readable by this user only.
  const socketFolder = mkdtempSync(join(tmpdir(), 'curlew-'));
  const program = join(import.meta.dirname, 'embedded-process.ts');
  const child = fork(program, [dataFolder, join(socketFolder, '.s.PGSQL.5432')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let isStopping = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new StartProblem(`The embedded database ended at once (exit code ${code}).`)),
    );
    child.on('message', (message) => {
      const report = readReport(message);
      if (report?.kind === 'ready') resolve();
      if (report?.kind === 'problem') reject(new StartProblem(report.sentence));
    });
  });
  child.once('exit', (code) => {
    if (!isStopping) onLost(`The embedded database ended unexpectedly (exit code ${code}).`);
  });
  return {
    connection: { host: socketFolder, database: 'postgres', user: 'postgres' },
    stop: async () => {
      isStopping = true;
      if (child.connected) child.send('stop');
      await ended;
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
};
