import type { ScenarioEdge, ScenarioNode } from '@curlew/scenario';
import type { MergeClash, MergeInput } from './merge-input.ts';

type EdgesResult =
  | { readonly ok: true; readonly edges: readonly ScenarioEdge[] }
  | { readonly ok: false; readonly clashes: readonly MergeClash[] };

const outputOf = ({ source, output }: ScenarioEdge): string => JSON.stringify([source, output]);

/** The connections of both: what one removed is gone, what one added is there, where its ends still are. */
export const mergeEdges = (
  { base, mine, theirs }: MergeInput,
  nodes: ReadonlyMap<string, ScenarioNode>,
): EdgesResult => {
  const idsOf = (edges: readonly ScenarioEdge[]) => new Set(edges.map(({ id }) => id));
  const [inBase, inMine] = [idsOf(base.edges), idsOf(mine.edges)];
  const clashes: MergeClash[] = [];

  const edges = theirs.edges.filter(({ id }) => !inBase.has(id) || inMine.has(id));
  const taken = new Map(edges.map((edge) => [outputOf(edge), edge]));
  const known = new Set([...inBase, ...idsOf(theirs.edges)]);
  for (const edge of mine.edges) {
    if (known.has(edge.id)) continue;
    const other = taken.get(outputOf(edge));
    if (!other) edges.push(edge);
    else if (other.target !== edge.target)
      clashes.push({
        nodeId: edge.source,
        words: `“${nodes.get(edge.source)?.name ?? ''}” was connected by both of you, to different nodes`,
      });
  }

  for (const { id, source, target } of edges) {
    if (nodes.has(source) && nodes.has(target)) continue;
    // An old connection goes with its node; a new one was drawn to a node that the other person took away.
    if (inBase.has(id)) continue;
    const end = nodes.get(source) ?? nodes.get(target);
    clashes.push({
      nodeId: end?.id ?? null,
      words: `“${end?.name ?? ''}” was connected to a node that was deleted meanwhile`,
    });
  }
  if (clashes.length > 0) return { ok: false, clashes };
  return { ok: true, edges: edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target)) };
};
