import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { testSecret, type TestDatabase } from './test-context.ts';

const readySchema = z.object({
  ready: z.literal(true),
  url: z.string().nullable(),
  firstOwner: z.object({ email: z.string(), oneTimePassword: z.string() }).nullable(),
});

/** A server in a process of its own, as `pnpm start` runs it. */
export interface ServerProcess {
  readonly pid: number;
  /** What it says when it is ready; rejects when it ends before. */
  readonly ready: Promise<z.infer<typeof readySchema>>;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** All that it has written so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  signal(signal: NodeJS.Signals): void;
}

/** A port of this machine that is free now. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      // A listening TCP server always has an address with a port.
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts `main.ts` on a database. Whoever starts it signals it to end and waits for `ended`. */
export const startServerProcess = (
  { url, dataFolder }: Pick<TestDatabase, 'url' | 'dataFolder'>,
  { args = [], environment = {} }: { args?: readonly string[]; environment?: NodeJS.ProcessEnv } = {},
): ServerProcess => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      CURLEW_DATA_DIR: dataFolder,
      CURLEW_SECRET: testSecret,
      DATABASE_URL: url,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const ready = new Promise<z.infer<typeof readySchema>>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const line = stdout.split('\n').find((candidate) => candidate.startsWith('{"ready":true'));
      if (line !== undefined && stdout.endsWith('\n')) resolve(readySchema.parse(JSON.parse(line)));
    });
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${stderr}`)));
  });
  // Who does not wait for it does not want to hear of it either.
  ready.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    output: () => ({ stdout, stderr }),
    signal: (signal) => {
      child.kill(signal);
    },
  };
};
