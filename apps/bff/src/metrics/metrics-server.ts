import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppContext } from '../app-context.ts';
import { StartProblem } from '../start-problem.ts';
import { addSharedFigures } from './shared-figures.ts';

export interface MetricsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Answers `GET /metrics` on a port of its own, which is nobody's business but the monitoring's: the public address does not have it.
 * Throws a StartProblem where the port is taken.
 */
export const startMetricsServer = async (
  { config, database, metrics, log }: Pick<AppContext, 'config' | 'database' | 'metrics' | 'log'>,
  port: number,
): Promise<MetricsServer> => {
  const { registry } = metrics;
  const refresh = addSharedFigures(registry, database.pool);
  const server = createServer((request, response) => {
    // Anything may be asked for: not all of it is an address that can be read.
    const [path] = (request.url ?? '').split('?');
    if (path !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is GET /metrics here.\n');
      return;
    }
    const read = async (): Promise<string> => {
      // What this process knows itself is told also when the database does not answer: then above all.
      await refresh().catch((cause: unknown) =>
        log.error({ cause: String(cause) }, 'metrics of the database could not be read'),
      );
      return registry.metrics();
    };
    read().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (cause: unknown) => {
        log.error({ cause: String(cause) }, 'metrics could not be read');
        response.writeHead(503, { 'content-type': 'text/plain' }).end('The database does not answer.\n');
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new StartProblem(
          `Metrics cannot be served on ${config.host}:${port} (${cause.message}): set CURLEW_METRICS_PORT to another number.`,
        ),
      ),
    );
    server.listen(port, config.host, resolve);
  });
  return {
    // Null only for a pipe, which is never used here.
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
