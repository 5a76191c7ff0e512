import type { RefusalCount, StartForecast } from '@curlew/contract';
import type { CustomerFacts, PartsToCountry, WalkResult } from '@curlew/engine';

interface NodeTally {
  messages: number;
  parts: number;
  refused: number;
  readonly partsByCountry: Map<string | null, number>;
}

/** Parts of the messages of one node to one country. */
export interface PartsToPay extends PartsToCountry {
  readonly nodeId: string;
}

export interface ForecastTally {
  readonly add: (customer: CustomerFacts, result: WalkResult) => void;
  /** What was counted, times a factor where only a sample was looked at. */
  readonly scaled: (
    factor: number,
  ) => Pick<StartForecast, 'nodes' | 'refusals'> & { readonly parts: readonly PartsToPay[] };
}

/** Counts what walks of a forecast come to. */
export const createForecastTally = (): ForecastTally => {
  const nodes = new Map<string, NodeTally>();
  const refusals = new Map<string, RefusalCount>();

  const tallyOf = (nodeId: string): NodeTally => {
    const node = nodes.get(nodeId) ?? { messages: 0, parts: 0, refused: 0, partsByCountry: new Map() };
    nodes.set(nodeId, node);
    return node;
  };

  const add: ForecastTally['add'] = ({ phone: { country = null } }, { effects }) => {
    for (const { nodeId, decision } of effects) {
      const node = tallyOf(nodeId);
      if (decision.status === 'enqueued') {
        node.messages += 1;
        node.parts += decision.parts;
        node.partsByCountry.set(country, (node.partsByCountry.get(country) ?? 0) + decision.parts);
        continue;
      }
      node.refused += 1;
      const { status, type } = decision;
      const key = `${nodeId} ${status} ${type}`;
      const count = (refusals.get(key)?.count ?? 0) + 1;
      refusals.set(key, { nodeId, status, type, count });
    }
  };

  const scaled: ForecastTally['scaled'] = (factor) => {
    const scale = (count: number): number => Math.round(count * factor);
    return {
      nodes: Array.from(nodes, ([nodeId, { messages, parts, refused }]) => ({
        nodeId,
        messages: scale(messages),
        parts: scale(parts),
        refused: scale(refused),
      })),
      refusals: Array.from(refusals.values(), (row) => ({ ...row, count: scale(row.count) })).sort(
        (a, b) => b.count - a.count,
      ),
      parts: Array.from(nodes).flatMap(([nodeId, { partsByCountry }]) =>
        Array.from(partsByCountry, ([country, parts]) => ({ nodeId, country, parts: scale(parts) })),
      ),
    };
  };
  return { add, scaled };
};
