import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../../app-context.ts';
import { openIntegration, type OpenIntegration } from '../integrations/service.ts';

// What an owner changes holds for every process after this long, and for calls that fail by what was before at once.
const keptMs = 1_000;
const mostKept = 1_000;

interface Known {
  readonly until: number;
  readonly integration: Promise<OpenIntegration | null>;
}

/** Integrations of a stream of calls: an operator calls for every message, so each is read once a second at most, whoever calls. */
export interface KnownIntegrations {
  find(id: string): Promise<OpenIntegration | null>;
  /** As it is after this was asked, however fresh what is known: for a call that would be refused by it. It may take a second. */
  findAgain(id: string): Promise<OpenIntegration | null>;
}

export const createKnownIntegrations = (context: AppContext): KnownIntegrations => {
  const known = new Map<string, Known>();
  const find = (id: string): Promise<OpenIntegration | null> => {
    const now = performance.now();
    const found = known.get(id);
    if (found && found.until > now) return found.integration;
    if (known.size >= mostKept) known.clear();
    const integration = openIntegration(context, id);
    const read = { until: now + keptMs, integration };
    known.set(id, read);
    // A failure is told to those who wait for it, and not kept.
    integration.catch(() => known.get(id) === read && known.delete(id));
    return integration;
  };
  return {
    find,
    findAgain: async (id) => {
      const found = known.get(id);
      if (found) {
        await sleep(Math.max(0, Math.ceil(found.until - performance.now())));
        // Whoever waits for the same is woken at the same time, and the first of them reads for all.
        if (known.get(id) === found) known.delete(id);
      }
      return find(id);
    },
  };
};
