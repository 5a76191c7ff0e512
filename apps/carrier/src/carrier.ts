import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { isFinal } from './message.ts';
import type { Message } from './message.ts';
import { createApp } from './app.ts';
import { createLedger } from './ledger/ledger.ts';
import { noLedgerFile, openLedgerFile } from './ledger/ledger-file.ts';
import { reportedLine, statusLine } from './ledger/ledger-line.ts';
import { nothingRestored, restoreLedger } from './ledger/restore-ledger.ts';
import { defaultBehaviour } from './network/behaviour.ts';
import type { Behaviour } from './network/behaviour.ts';
import { createNetwork } from './network/network.ts';
import { createReporter } from './reports/reporter.ts';

export interface CarrierOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly plan: string;
  readonly token: string;
  /** Where the ledger's file lies; without it the ledger ends with the process. */
  readonly dataDirectory?: string | undefined;
  readonly callbackUrl?: string | undefined;
  readonly callbackSecret?: string | undefined;
  readonly behaviour?: Behaviour | undefined;
  /** Messages the ledger takes, a million by default. */
  readonly capacity?: number | undefined;
}

export interface Carrier {
  readonly url: string;
  stop(): Promise<void>;
}

/** Reads the ledger back, then listens; rejects when the port is taken or the ledger cannot be read. */
export async function startCarrier(options: CarrierOptions): Promise<Carrier> {
  let behaviour = options.behaviour ?? defaultBehaviour;
  const ledger = createLedger();
  const directory = options.dataDirectory;
  const restored = directory === undefined ? nothingRestored : await restoreLedger(ledger, directory);
  const file = directory === undefined ? noLedgerFile : await openLedgerFile(directory);
  const { plan, token, callbackUrl, callbackSecret: secret } = options;
  const reporter = createReporter({
    behaviour: () => behaviour,
    callbackUrl,
    secret,
    onReported: (message) => file.append(reportedLine(message)),
  });

  function onChange(message: Message): void {
    if (isFinal(message.status)) file.append(statusLine(message));
    reporter.report(message);
  }

  const network = createNetwork({ ledger, behaviour: () => behaviour, onChange });
  const world = {
    plan,
    token,
    callbackUrl,
    capacity: options.capacity ?? 1_000_000,
    ledger,
    file,
    network,
    behaviour: () => behaviour,
    setBehaviour: (next: Behaviour) => {
      behaviour = next;
    },
  };
  const server = createServer(createApp(world));
  const port = await listen(server, options).catch(async (cause: unknown) => {
    await file.close();
    throw cause;
  });
  for (const batch of restored.underWay) network.resume(batch);
  for (const message of restored.unreported) reporter.report(message);
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      network.stop();
      reporter.stop();
      await closed;
      await file.close();
    },
  };
}

function listen(server: Server, { host, port }: CarrierOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
