import { Agent, fetch } from 'undici';
import type { Fetch } from '@curlew/providers';
import { BlockedTarget, createGuardedLookup, hostOf, isBlockedOutright } from './guarded-lookup.ts';
import type { OutboundRules } from './outbound-rules.ts';

const mostAgents = 200;

/** As a failure of `fetch` that came before anything was written, which it is. */
const blocked = (host: string): TypeError =>
  new TypeError('fetch failed', { cause: new BlockedTarget(host) });

/**
 * A `fetch` for addresses that owners of projects type: it keeps its connections, and opens none to a private or reserved
 * network that is not allowed.
 */
export const createGuardedFetch = (rules: OutboundRules): Fetch => {
  // Each target has its own: whether a name may lead inside depends on its port.
  const agents = new Map<string, Agent>();
  const agentOf = (url: URL): Agent => {
    const known = agents.get(url.origin);
    if (known) return known;
    for (const [origin, old] of agents.size < mostAgents ? [] : agents) {
      agents.delete(origin);
      // Requests in hand are finished first.
      void old.close();
    }
    const agent = new Agent({ connect: { lookup: createGuardedLookup(url, rules) } });
    agents.set(url.origin, agent);
    return agent;
  };
  return async (address, init) => {
    const url = new URL(address);
    if (isBlockedOutright(url, rules)) throw blocked(hostOf(url));
    // The two types describe the same standard, and differ in what streams they name.
    const response = await fetch(url, { ...init, dispatcher: agentOf(url) } as Parameters<typeof fetch>[1]);
    return response;
  };
};
