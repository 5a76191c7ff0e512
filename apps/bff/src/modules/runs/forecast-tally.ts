import type { RefusalCount } from '@curlew/contract';
import type { CustomerFacts, PartsToCountry, WalkResult } from '@curlew/engine';

interface NodeTally {
  messages: number;
  parts: number;
  refused: number;
  readonly partsByCountry: Map<string | null, number>;
}

interface RefusalTally {
  readonly row: Omit<RefusalCount, 'count'>;
  count: number;
  /** The first of them. */
  readonly customerIds: Set<string>;
}

/** Of so many it is told who they are. */
const mostNamed = 20;

/** What one node sends, and to where. */
export interface NodeForecast {
  readonly nodeId: string;
  readonly messages: number;
  readonly parts: number;
  readonly refused: number;
  readonly partsByCountry: readonly PartsToCountry[];
}

export interface ForecastTally {
  readonly add: (customer: CustomerFacts, result: WalkResult) => void;
  /** Who was walked and let in. */
  readonly entered: () => number;
  /** What was counted, times a factor where only some were looked at. */
  readonly scaled: (factor: number) => {
    readonly nodes: readonly NodeForecast[];
    readonly refusals: readonly (RefusalCount & { readonly customerIds: readonly string[] })[];
  };
}

/** Counts what walks of a forecast come to. */
export const createForecastTally = (): ForecastTally => {
  const nodes = new Map<string, NodeTally>();
  const refusals = new Map<string, RefusalTally>();
  let entered = 0;

  const tallyOf = (nodeId: string): NodeTally => {
    const node = nodes.get(nodeId) ?? { messages: 0, parts: 0, refused: 0, partsByCountry: new Map() };
    nodes.set(nodeId, node);
    return node;
  };

  const refuse = (customerId: string, row: Omit<RefusalCount, 'count'>): void => {
    const key = `${row.nodeId} ${row.status} ${row.type}`;
    const tally = refusals.get(key) ?? { row, count: 0, customerIds: new Set<string>() };
    tally.count += 1;
    if (tally.customerIds.size < mostNamed) tally.customerIds.add(customerId);
    refusals.set(key, tally);
  };

  const add: ForecastTally['add'] = ({ id, phone: { country = null } }, { effects, ending }) => {
    // Their moment was past already: the trigger does not let them in.
    if (ending?.code !== 'moment_past') entered += 1;
    for (const effect of effects) {
      if (effect.kind !== 'message') continue;
      const { nodeId, decision } = effect;
      const node = tallyOf(nodeId);
      if (decision.status === 'enqueued') {
        node.messages += 1;
        node.parts += decision.parts;
        node.partsByCountry.set(country, (node.partsByCountry.get(country) ?? 0) + decision.parts);
        continue;
      }
      node.refused += 1;
      const { status, type } = decision;
      refuse(id, { nodeId, status, type });
    }
  };

  const scaled: ForecastTally['scaled'] = (factor) => {
    const scale = (count: number): number => Math.round(count * factor);
    return {
      nodes: Array.from(nodes, ([nodeId, { messages, parts, refused, partsByCountry }]) => ({
        nodeId,
        messages: scale(messages),
        parts: scale(parts),
        refused: scale(refused),
        partsByCountry: Array.from(partsByCountry, ([country, own]) => ({ country, parts: scale(own) })),
      })),
      refusals: Array.from(refusals.values(), ({ row, count, customerIds }) => ({
        ...row,
        count: scale(count),
        customerIds: [...customerIds],
      }))
        // Of a few calls a rare reason is that of nobody.
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count),
    };
  };
  return { add, entered: () => entered, scaled };
};
