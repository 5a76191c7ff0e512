import type { DryLife } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';

/** Where customers have been at a moment, and where they are: how many, by id. */
export interface Light {
  readonly passed: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<string, number>;
  readonly here: ReadonlyMap<string, number>;
}

const add = (counts: Map<string, number>, id: string): void => {
  counts.set(id, (counts.get(id) ?? 0) + 1);
};

/** What is lit on the canvas at a moment (milliseconds since 1970). Each customer counts once for a node or connection. */
export const findLight = (
  lives: readonly DryLife[],
  { edges }: Pick<ScenarioDocument, 'edges'>,
  at: number,
): Light => {
  const edgeOf = new Map(edges.map((edge) => [`${edge.source} ${edge.output}`, edge]));
  const passed = new Map<string, number>();
  const gone = new Map<string, number>();
  const here = new Map<string, number>();
  for (const { walks, steps } of lives) {
    const nodes = new Set<string>();
    const ways = new Set<string>();
    // Null: it has come to its end.
    const places = new Map<number, string | null>();
    for (const [index, { triggerId, enteredAt }] of walks.entries()) {
      if (enteredAt > at) continue;
      places.set(index, triggerId);
      nodes.add(triggerId);
    }
    for (const step of steps) {
      if (step.at > at) break;
      const edge = edgeOf.get(`${step.nodeId} ${step.output ?? ''}`);
      nodes.add(step.nodeId);
      places.set(step.walk, edge?.target ?? null);
      if (!edge) continue;
      ways.add(edge.id);
      nodes.add(edge.target);
    }
    for (const id of nodes) add(passed, id);
    for (const id of ways) add(gone, id);
    for (const id of new Set(places.values())) if (id !== null) add(here, id);
  }
  return { passed, edges: gone, here };
};
