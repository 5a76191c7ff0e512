// The embedded database: PGlite behind a socket, in a process of its own.
// Started by embedded-database.ts as `embedded-process.ts <data folder> <socket path>`; talks to its parent by IPC.
import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { claimFolder, type FolderClaim } from './claim-folder.ts';

export type EmbeddedReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'problem'; readonly sentence: string };

const report = (message: EmbeddedReport): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

const giveUp = async (sentence: string): Promise<never> => {
  await report({ kind: 'problem', sentence });
  process.exit(1);
};

const [folder = '', socketPath = ''] = process.argv.slice(2);
const claimOrGiveUp = async (): Promise<FolderClaim> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return claimFolder(folder);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return giveUp(`The data folder ${folder} cannot be used (${reason}): correct CURLEW_DATA_DIR.`);
  }
};

const claim = await claimOrGiveUp();
if (!claim.ok) {
  await giveUp(
    `The data folder ${folder} is in use by process ${claim.owner}: stop that one, or set CURLEW_DATA_DIR to another folder.`,
  );
}

const open = async (): Promise<PGlite> => {
  try {
    const database = await PGlite.create({ dataDir: `${folder}/database`, relaxedDurability: false });
    await database.query('SELECT 1');
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    return giveUp(
      `The database in ${folder}/database cannot be opened (${reason}): put a backup in its place, or move the folder away to start anew.`,
    );
  }
};

const database = await open();
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 50 });

const stop = async (): Promise<void> => {
  await server.stop();
  await database.close();
  if (claim.ok) claim.release();
  process.exit(0);
};

let isStopping = false;
const stopOnce = (): void => {
  if (isStopping) return;
  isStopping = true;
  void stop();
};
process.on('message', (message) => {
  if (message === 'stop') stopOnce();
});
process.on('SIGTERM', stopOnce);
// A terminal sends Ctrl+C to the whole group: the parent decides when the database goes, after its last job.
process.on('SIGINT', () => undefined);
process.on('disconnect', stopOnce);

await server.start();
await report({ kind: 'ready' });
