import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { whileAlive } from './database.ts';

export interface Listening {
  close(): Promise<void>;
}

type Listen = (
  channel: string,
  onNotification: (payload: string) => void,
  /** After each connection: what was said in between was missed. */
  onReconnect: () => void,
) => Promise<Listening>;

const againMs = 1_000;

/**
 * Listens to what is said on a channel of the database, by a connection of its own that is made anew whenever it breaks. The first one must succeed.
 * What is said while there is none is missed: whoever listens must not rely on it.
 */
export const listenBy =
  (config: ClientConfig, log: Pick<Logger, 'warn'>): Listen =>
  async (channel, onNotification, onReconnect) => {
    const closing = new AbortController();
    const { signal } = closing;
    let current: Client | null = null;

    const connect = async (): Promise<void> => {
      const client = new Client({ ...config, ...whileAlive });
      // An error is followed by the end.
      client.on('error', () => undefined);
      client.on('notification', ({ payload = '' }) => onNotification(payload));
      try {
        await client.connect();
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      } catch (cause) {
        await client.end().catch(() => undefined);
        throw cause;
      }
      client.once('end', () => {
        current = null;
        if (!signal.aborted) void reconnect();
      });
      current = client;
      // Closed while it was made.
      if (signal.aborted) await client.end();
      else onReconnect();
    };

    const reconnect = async (): Promise<void> => {
      log.warn({ channel }, 'the connection that listens for jobs has broken, it is made anew');
      let isConnected = false;
      while (!signal.aborted && !isConnected) {
        await wait(againMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        isConnected = await connect().then(
          () => true,
          () => false,
        );
      }
    };

    await connect();
    return {
      close: async () => {
        closing.abort();
        await current?.end();
      },
    };
  };
