import { randomBytes } from 'node:crypto';
import { startChild } from '../../scripts/ground/child-process.ts';
import type { CarrierAddress } from './worker-calls.ts';

/** A carrier process of one's own. */
export interface RunningCarrier extends CarrierAddress {
  /** Anything left out has its default. */
  behave(behaviour: object): Promise<void>;
  ask<T>(path: string): Promise<T>;
  stop(): Promise<void>;
}

/** Starts the built-in carrier on a free port, in memory. */
export const startCarrier = async (): Promise<RunningCarrier> => {
  const token = randomBytes(24).toString('base64url');
  const { child, ready } = startChild(
    ['apps/carrier/src/main.ts', '--plan', 'demo', '--port', '0'],
    { CARRIER_TOKEN: token },
    (line) => /^carrier ready (http:\S+)$/.exec(line)?.[1] ?? null,
  );
  const url = await ready;
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const answer = await fetch(`${url}/carrier/api${path}`, init);
    if (!answer.ok)
      throw new Error(`the carrier answered ${answer.status} to ${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    url,
    token,
    behave: async (behaviour) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
      await call('/behaviour', { method: 'PUT', headers, body: JSON.stringify(behaviour) });
    },
    ask: async <T>(path: string) => (await call(path)) as T,
    stop: () => child.stop(),
  };
};
