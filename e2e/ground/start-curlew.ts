import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const startTimeoutMs = 120_000;

interface Printed {
  url?: string;
  email?: string;
  password?: string;
  phones?: string;
}

const readLine = (line: string, printed: Printed): void => {
  const url = /^Curlew is ready: (\S+)/.exec(line)?.[1];
  const email = /^\s+E-mail\s+(\S+)/.exec(line)?.[1];
  const password = /^\s+Password\s+(\S+)/.exec(line)?.[1];
  const phones = /^\s+Phones\s+(\S+)/.exec(line)?.[1];
  Object.assign(printed, {
    ...(url && { url }),
    ...(email && { email }),
    ...(password && { password }),
    ...(phones && { phones }),
  });
};

/** Starts the product as a person would, on a new data folder, and reads from what it prints how to sign in. Returns what stops it. */
export const startCurlew = async (): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-e2e-'));
  const token = randomBytes(24).toString('base64url');
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/start.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      CARRIER_PORT: '0',
      CARRIER_TOKEN: token,
      CURLEW_DATA_DIR: folder,
      // So that a story can wait until a request without an answer is given up: that takes five times as long.
      CURLEW_OPERATOR_TIMEOUT: '6',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const printed: Printed = {};
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the product did not start in time')), startTimeoutMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      readLine(line, printed);
      if (line.startsWith('Stop it with')) {
        clearTimeout(timer);
        resolve();
      }
    });
    void ended.then(() => reject(new Error('the product ended before it was ready')));
  });
  process.env['CURLEW_URL'] = printed.url ?? '';
  process.env['CURLEW_EMAIL'] = printed.email ?? '';
  process.env['CURLEW_ONE_TIME_PASSWORD'] = printed.password ?? '';
  process.env['CURLEW_PHONES_URL'] = printed.phones ?? '';
  process.env['CURLEW_E2E_CARRIER_TOKEN'] = token;
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
};
