import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { AppContext } from './app-context.ts';
import type { Config } from './config.ts';
import { checkClock } from './database/check-clock.ts';
import { connectDatabase } from './database/connect.ts';
import { createApp } from './http/app.ts';
import { startJobs } from './jobs/jobs.ts';
import { createMetrics } from './metrics/metrics.ts';
import { startMetricsServer } from './metrics/metrics-server.ts';
import { loadDemoProject } from './modules/demo/service.ts';
import { renewSecrets } from './modules/integrations/renew-secrets.ts';
import { checkSecrets, followBuiltInCarrier } from './modules/integrations/service.ts';
import { createRunWatcher } from './modules/runs/live.ts';
import { createAuth } from './modules/session/auth.ts';
import { prepareFirstOwner, type FirstOwner } from './modules/session/first-owner.ts';
import { createSecretBox, deriveKey, readInstallationSecret } from './secret-box.ts';
import { StartProblem } from './start-problem.ts';
import { startWorkers } from './workers.ts';

export interface RunningServer {
  /** Null for a worker: it listens nowhere. */
  readonly url: string | null;
  readonly firstOwner: FirstOwner | null;
  /** Finishes the requests and jobs in hand. */
  readonly stop: () => Promise<void>;
}

const listen = (server: Server, { host, port }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const isTaken = 'code' in cause && cause.code === 'EADDRINUSE';
      const sentence = isTaken
        ? `Port ${port} on ${host} is taken: stop what uses it, or set PORT to another number.`
        : `The server cannot listen on ${host}:${port} (${cause.message}): correct HOST and PORT.`;
      reject(new StartProblem(sentence));
    });
    // `address` is null or text only for a pipe, which is never used here.
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const answerStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Curlew is starting.');
};

const requestGraceMs = 3_000;

// Requests in hand may end; streams, which never would, are cut after a while.
const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), requestGraceMs).unref();
  });

const browsable = (host: string): string =>
  ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host;

/** Starts a server in its role. Throws a StartProblem for what the person at the terminal can mend. */
export const startServer = async (
  config: Config,
  onFatal: (sentence: string) => void,
): Promise<RunningServer> => {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const server = createServer();
  const isWeb = config.role !== 'worker';
  // The port first: when it is taken nothing else is touched.
  const port = isWeb ? await listen(server, config) : config.port;
  const publicUrl = config.publicUrl ?? `http://${browsable(config.host)}:${port}`;
  server.on('request', answerStarting);
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    await closeServer(server);
    for (const close of closers.reverse()) await close();
    closers.length = 0;
  };
  try {
    const connected = await connectDatabase({
      databaseUrl: config.databaseUrl,
      dataFolder: config.dataFolder,
      onTrouble: (sentence, isFatal) => (isFatal ? onFatal(sentence) : log.warn(sentence)),
    });
    closers.push(connected.stop);
    const { database } = connected;
    await checkClock(database, log);
    const jobs = await startJobs(database, log, config.role !== 'web');
    closers.push(() => jobs.stop());
    const installationSecret = readInstallationSecret(config.secret, config.dataFolder);
    const secretBox = createSecretBox(installationSecret, config.previousSecrets);
    const now = (): Date => new Date();
    const context: AppContext = {
      config,
      database,
      jobs,
      log,
      metrics: createMetrics({ withProcess: true }),
      secretBox,
      installationSecret,
      publicUrl,
      linkBase: config.shortUrl ?? `${publicUrl}/l`,
      now,
    };
    if (config.metricsPort !== undefined) {
      const metricsServer = await startMetricsServer(context, config.metricsPort);
      closers.push(metricsServer.stop);
    }
    const authSecret = deriveKey(installationSecret, 'sessions').toString('hex');
    const auth = createAuth({ prisma: database.prisma, publicUrl, secret: authSecret });
    const firstOwner = isWeb ? await prepareFirstOwner(auth, database.prisma) : null;
    await followBuiltInCarrier(context);
    await renewSecrets(context);
    await checkSecrets(context);
    if (isWeb && config.carrier) await loadDemoProject(context);
    if (config.role !== 'web') {
      const workers = await startWorkers(context);
      closers.push(workers.stop);
    }
    if (isWeb) {
      const watcher = createRunWatcher(context);
      closers.push(watcher.stop);
      server.off('request', answerStarting);
      server.on('request', createApp({ context, auth, watcher }));
    }
    return { url: isWeb ? publicUrl : null, firstOwner, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
};
