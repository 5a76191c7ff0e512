import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { isFinal } from './message.ts';
import type { Message } from './message.ts';
import { createApp } from './app.ts';
import { createFaultPlan } from './faults/fault-plan.ts';
import { createLedger } from './ledger/ledger.ts';
import { noLedgerFile, openLedgerFile } from './ledger/ledger-file.ts';
import { reportedLine, statusLine } from './ledger/ledger-line.ts';
import { nothingRestored, restoreLedger } from './ledger/restore-ledger.ts';
import { defaultBehaviour } from './network/behaviour.ts';
import type { Behaviour } from './network/behaviour.ts';
import { createNetwork } from './network/network.ts';
import { createReportFaults } from './reports/report-faults.ts';
import { createReporter } from './reports/reporter.ts';
import { warmUp } from './xms/warm-up.ts';

export interface CarrierOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly plan: string;
  readonly token: string;
  /** Where the ledger's file lies; without it the ledger ends with the process. */
  readonly dataDirectory?: string | undefined;
  readonly callbackUrl?: string | undefined;
  /** Where CM's status reports go at first. */
  readonly cmCallbackUrl?: string | undefined;
  /** What CM's format authenticates with; the token, unless it has one of its own. */
  readonly productToken?: string | undefined;
  readonly callbackSecret?: string | undefined;
  readonly behaviour?: Behaviour | undefined;
  /** Messages the ledger takes, three million by default: at 0.7 kB each that is as much as Node lets a process have on a small machine. */
  readonly capacity?: number | undefined;
}

export interface Carrier {
  readonly url: string;
  stop(): Promise<void>;
}

/** Listens, then reads the ledger back; rejects when the port is taken, before it touches a file, or the ledger is broken. */
export async function startCarrier(options: CarrierOptions): Promise<Carrier> {
  const server = createServer((_request, response) => {
    response.writeHead(503).end();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, options);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  try {
    const { app, stop } = await openCarrier(options);
    server.removeAllListeners('request').on('request', app);
    return {
      url: `http://${host}:${port}`,
      async stop() {
        await close(server, sockets);
        await stop();
      },
    };
  } catch (cause) {
    await close(server, sockets);
    throw cause;
  }
}

async function openCarrier(options: CarrierOptions) {
  let behaviour = options.behaviour ?? defaultBehaviour;
  let { cmCallbackUrl } = options;
  const faults = createFaultPlan(() => behaviour);
  const reportFaults = createReportFaults(() => behaviour);
  const ledger = createLedger();
  const directory = options.dataDirectory;
  const restored = directory === undefined ? nothingRestored : await restoreLedger(ledger, directory);
  const file = directory === undefined ? noLedgerFile : await openLedgerFile(directory);
  const reporter = createReporter({
    behaviour: () => behaviour,
    faults: reportFaults,
    addresses: () => ({ xms: options.callbackUrl, cm: cmCallbackUrl }),
    secret: options.callbackSecret,
    onReported: (message) => file.append(reportedLine(message)),
  });

  function setBehaviour(next: Behaviour): void {
    behaviour = next;
    faults.replace(next.faults.next);
    reportFaults.replace(next.reports.next);
  }

  function onChange(message: Message): void {
    if (isFinal(message.status)) file.append(statusLine(message));
    reporter.report(message);
  }

  setBehaviour(behaviour);
  const network = createNetwork({ ledger, behaviour: () => behaviour, onChange });
  for (const batch of restored.underWay) network.resume(batch);
  for (const message of restored.unreported) reporter.report(message);
  warmUp(behaviour.limits.parameterLength);
  const app = createApp(
    {
      plan: options.plan,
      token: options.token,
      callbackUrl: options.callbackUrl,
      productToken: options.productToken ?? options.token,
      cmCallbackUrl: () => cmCallbackUrl,
      setCmCallbackUrl: (url) => {
        cmCallbackUrl = url;
      },
      capacity: options.capacity ?? 3_000_000,
      ledger,
      file,
      network,
      behaviour: () => behaviour,
      setBehaviour,
      faults,
      reportFaults,
    },
    options.host,
  );

  async function stop(): Promise<void> {
    network.stop();
    reporter.stop();
    await file.close();
  }

  return { app, stop };
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

/** Ends once every connection has, so that a request cut off by it is known to be before the ledger's file closes. */
async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const ends = Array.from(sockets, (socket) => new Promise((resolve) => socket.once('close', resolve)));
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  await Promise.all(ends);
}
