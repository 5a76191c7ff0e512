import { mayEnterAgain } from '@curlew/engine';
import type { ScenarioNode } from '@curlew/scenario';
import type { PastEvent } from './forecast-store.ts';

interface Chosen {
  readonly entries: readonly PastEvent[];
  /** How many customers did it and come in by none of what they did. */
  readonly leftOut: number;
}

/**
 * Which events let somebody in by a trigger if all of them, in the order in which they happened, happened once more so much later:
 * as re-entry lets each customer in who came in before, or by one of the events.
 */
export const chooseEventEntries = (
  node: ScenarioNode,
  events: readonly PastEvent[],
  {
    laterMs,
    cameIn,
  }: { readonly laterMs: number; readonly cameIn: (customerId: string) => number | undefined },
): Chosen => {
  const last = new Map<string, number>();
  const entries = events.filter(({ customerId, at }) => {
    if (!mayEnterAgain(node, at + laterMs, last.get(customerId) ?? cameIn(customerId))) return false;
    last.set(customerId, at + laterMs);
    return true;
  });
  return { entries, leftOut: new Set(events.map(({ customerId }) => customerId)).size - last.size };
};
