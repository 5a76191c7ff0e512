// Starts everything for work on it: `pnpm dev`. The server starts anew when its files change, the web is reloaded hot.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { buildOnce, prismaClient } from './ground/build-once.ts';
import { programEnvironment, root } from './ground/run-program.ts';

const apiPort = process.env['PORT'] ?? '3000';
const carrierPort = process.env['CARRIER_PORT'] ?? '3031';
const token = randomBytes(24).toString('base64url');
const dataFolder = resolve(root, process.env['CURLEW_DATA_DIR'] ?? '.data');

await buildOnce(prismaClient);

const programs: readonly (readonly string[])[] = [
  ['--watch', '--watch-preserve-output', 'apps/carrier/src/main.ts', '--plan', 'demo', '--port', carrierPort],
  ['--watch', '--watch-preserve-output', 'apps/bff/src/main.ts'],
  ['apps/web/node_modules/vite/bin/vite.js', 'apps/web'],
];
const children = programs.map((args) =>
  spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: programEnvironment({
      CARRIER_TOKEN: token,
      CARRIER_DATA: `${dataFolder}/carrier`,
      CURLEW_API_PORT: apiPort,
      CURLEW_CARRIER_TOKEN: token,
      CURLEW_CARRIER_URL: `http://127.0.0.1:${carrierPort}`,
      CURLEW_DATA_DIR: dataFolder,
      // Signed-in pages are served by Vite, which passes the API on.
      CURLEW_PUBLIC_URL: process.env['CURLEW_PUBLIC_URL'] ?? 'http://localhost:5173',
      PORT: apiPort,
    }),
  }),
);
const stop = (): void => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
