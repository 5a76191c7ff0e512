import { startCarrier } from './carrier.ts';
import type { Carrier } from './carrier.ts';
import { readStartOptions } from './start-options.ts';

const start = readStartOptions(process.argv.slice(2), process.env);
if (start.ok) await run(start);
else fail(start.reason);

async function run({ options, isTokenGenerated }: Extract<typeof start, { ok: true }>): Promise<void> {
  const carrier = await startCarrier(options).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause : new Error(String(cause));
    return fail(explain(reason, options.port));
  });
  if (isTokenGenerated) process.stdout.write(`carrier token ${options.token}\n`);
  process.stdout.write(`carrier ready ${carrier.url}\n`);
  process.once('SIGTERM', () => void stop(carrier));
  process.once('SIGINT', () => void stop(carrier));
  process.once('disconnect', () => void stop(carrier));
}

async function stop(carrier: Carrier): Promise<void> {
  await carrier.stop();
  process.exit(0);
}

function explain(reason: Error & { readonly code?: unknown }, port: number): string {
  if (reason.code === 'EADDRINUSE')
    return `port ${port} is taken; stop what listens there or choose another with --port`;
  return reason.message;
}

function fail(sentence: string): never {
  process.stderr.write(`The carrier cannot start: ${sentence}.\n`);
  process.exit(1);
}
