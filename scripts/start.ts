// Starts everything: `pnpm start`. Arguments go to the server, for example --role=worker.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { buildOnce, prismaClient, webApplication } from './ground/build-once.ts';
import { startChild, type RunningChild } from './ground/child-process.ts';
import { root } from './ground/run-program.ts';
import { workerFlags } from './ground/worker-flags.ts';

const args = process.argv.slice(2);
const isWorker = args.includes('--role=worker');
const hasDemo = process.env['CURLEW_DEMO'] !== 'off' && !isWorker;
const dataFolder = resolve(root, process.env['CURLEW_DATA_DIR'] ?? '.data');

const running: RunningChild[] = [];
let isStopping = false;
const stop = async (exitCode: number): Promise<never> => {
  isStopping = true;
  for (const child of running.toReversed()) await child.stop();
  process.exit(exitCode);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

// Between a supervisor and this program stand shells that pass no signal on: when they are gone, so is the reason to run.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && !isStopping) void stop(0);
}, 1_000).unref();

const watch = (child: RunningChild): void => {
  running.push(child);
  void child.ended.then((code) => (isStopping ? undefined : stop(code || 1)));
};

const startCarrier = async (): Promise<{ url: string; token: string }> => {
  // Whoever tries the carrier with other programs as well may say what opens it.
  const token = process.env['CARRIER_TOKEN'] ?? randomBytes(24).toString('base64url');
  const { child, ready } = startChild(
    ['apps/carrier/src/main.ts', '--plan', 'demo', '--port', process.env['CARRIER_PORT'] ?? '3031'],
    { CARRIER_TOKEN: token, CARRIER_DATA: `${dataFolder}/carrier` },
    (line) => /^carrier ready (http:\S+)$/.exec(line)?.[1] ?? null,
  );
  watch(child);
  return { url: await ready, token };
};

interface Ready {
  readonly url: string | null;
  readonly firstOwner: { readonly email: string; readonly oneTimePassword: string } | null;
}

// The line is written by apps/bff/src/main.ts, in this repository: its shape is its own.
const readReady = (line: string): Ready | null =>
  line.startsWith('{"ready":true') ? (JSON.parse(line) as Ready) : null;

const startServer = (carrier: { url: string; token: string } | null): Promise<Ready> => {
  const { child, ready } = startChild(
    [...(isWorker ? workerFlags : []), 'apps/bff/src/main.ts', ...args],
    {
      CURLEW_DATA_DIR: dataFolder,
      CURLEW_WEB_DIST: resolve(root, 'apps/web/dist'),
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
      ...(carrier ? { CURLEW_CARRIER_URL: carrier.url, CURLEW_CARRIER_TOKEN: carrier.token } : {}),
    },
    readReady,
  );
  watch(child);
  return ready;
};

const describe = ({ url, firstOwner }: Ready, carrierUrl: string | null): string => {
  if (url === null) return 'The worker takes jobs. Stop it with Ctrl+C.';
  const signIn = firstOwner
    ? [
        `  E-mail     ${firstOwner.email}`,
        `  Password   ${firstOwner.oneTimePassword}   (for the first sign-in; then you choose your own)`,
      ]
    : ['  Sign in with your e-mail and password.'];
  const phones =
    carrierUrl === null ? [] : [`  Phones     ${carrierUrl}   (what the built-in carrier delivered)`];
  return ['', `Curlew is ready: ${url}`, '', ...signIn, ...phones, '', 'Stop it with Ctrl+C.', ''].join('\n');
};

await buildOnce(prismaClient);
if (!isWorker) await buildOnce(webApplication);
const carrier = hasDemo ? await startCarrier() : null;
process.stdout.write(`${describe(await startServer(carrier), carrier?.url ?? null)}\n`);
