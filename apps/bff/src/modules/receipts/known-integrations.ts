import type { AppContext } from '../../app-context.ts';
import { openIntegration, type OpenIntegration } from '../integrations/service.ts';

const keptMs = 10_000;
const mostKept = 1_000;

interface Known {
  readonly until: number;
  readonly integration: Promise<OpenIntegration | null>;
}

/** Looks integrations up for a stream of calls: an operator calls for every message, so each is kept for a while. */
export const createKnownIntegrations = (
  context: AppContext,
): ((id: string) => Promise<OpenIntegration | null>) => {
  const known = new Map<string, Known>();
  return (id) => {
    const now = performance.now();
    const found = known.get(id);
    if (found && found.until > now) return found.integration;
    if (known.size >= mostKept) known.clear();
    const integration = openIntegration(context, id);
    known.set(id, { until: now + keptMs, integration });
    // A failure is told to those who wait for it, and not kept.
    integration.catch(() => known.delete(id));
    return integration;
  };
};
