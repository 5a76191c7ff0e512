import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface Ready {
  readonly url: string;
  readonly firstOwner: { readonly email: string; readonly oneTimePassword: string };
}

/** Starts a server, web and worker in one, on a database; how to sign in is left in the environment for e2e/ground. */
export const startServer = async (
  databaseUrl: string,
): Promise<{ pid: number; stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../apps/bff/src/main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', CURLEW_DATA_DIR: folder, LOG_LEVEL: 'warn' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<Ready>((resolve, reject) => {
    // The first line it prints, by main.ts.
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Ready));
    void ended.then(() => reject(new Error('the server ended before it was ready')));
  });
  process.env['CURLEW_URL'] = ready.url;
  process.env['CURLEW_EMAIL'] = ready.firstOwner.email;
  process.env['CURLEW_ONE_TIME_PASSWORD'] = ready.firstOwner.oneTimePassword;
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
