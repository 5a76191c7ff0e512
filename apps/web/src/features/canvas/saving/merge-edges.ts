import { describeNode, type ScenarioEdge, type ScenarioNode } from '@curlew/scenario';
import type { MergeClash, MergeInput } from './merge-input.ts';

type EdgesResult =
  | { readonly ok: true; readonly edges: readonly ScenarioEdge[] }
  | { readonly ok: false; readonly clashes: readonly MergeClash[] };

type Nodes = ReadonlyMap<string, ScenarioNode>;

const outputOf = ({ source, output }: ScenarioEdge): string => JSON.stringify([source, output]);
// What a connection is: one whose end was moved is another one, though it keeps its id.
const endsOf = ({ source, output, target }: ScenarioEdge): string => JSON.stringify([source, output, target]);

const nameOf = (nodes: Nodes, id: string): string => nodes.get(id)?.name ?? '';

interface Joined {
  readonly edges: readonly ScenarioEdge[];
  readonly clashes: readonly MergeClash[];
}

/** Theirs without what I removed, and what I added. */
const joinEdges = ({ base, mine, theirs }: MergeInput, nodes: Nodes): Joined => {
  const allEnds = (edges: readonly ScenarioEdge[]) => new Set(edges.map(endsOf));
  const [inBase, inMine] = [allEnds(base.edges), allEnds(mine.edges)];
  const known = new Set([...inBase, ...allEnds(theirs.edges)]);
  const edges = theirs.edges.filter((edge) => !inBase.has(endsOf(edge)) || inMine.has(endsOf(edge)));
  const taken = new Map(edges.map((edge) => [outputOf(edge), edge]));
  const ids = new Set(edges.map(({ id }) => id));
  const clashes: MergeClash[] = [];
  for (const edge of mine.edges) {
    if (known.has(endsOf(edge))) continue;
    const name = nameOf(nodes, edge.source);
    if (taken.has(outputOf(edge))) {
      const words = `“${name}” was connected by both of you, to different nodes`;
      clashes.push({ elementId: edge.source, words });
    } else if (ids.has(edge.id)) {
      const words = `A connection of “${name}” was moved by both of you`;
      clashes.push({ elementId: edge.source, words });
    } else edges.push(edge);
  }
  return { edges, clashes };
};

/** What the end of a new connection has lost meanwhile; null: nothing. */
const findLoss = ({ source, output, target }: ScenarioEdge, nodes: Nodes): MergeClash | null => {
  const [from, to] = [nodes.get(source), nodes.get(target)];
  if (!from || !to) {
    const end = from ?? to;
    const words = `“${end?.name ?? ''}” was connected to a node that was deleted meanwhile`;
    return { elementId: end?.id ?? null, words };
  }
  if (describeNode(from).outputs.some(({ id }) => id === output)) return null;
  return {
    elementId: source,
    words: `“${from.name}” was connected at an output that was taken away meanwhile`,
  };
};

/** The connections of both: what one removed is gone, what one added is there, where its ends still are. */
export const mergeEdges = (input: MergeInput, nodes: Nodes): EdgesResult => {
  const { edges, clashes } = joinEdges(input, nodes);
  const inBase = new Set(input.base.edges.map(endsOf));
  // An old connection goes with its node; a new one was drawn to something that the other person took away.
  const lost = edges.flatMap((edge) => (inBase.has(endsOf(edge)) ? [] : (findLoss(edge, nodes) ?? [])));
  if (clashes.length + lost.length > 0) return { ok: false, clashes: [...clashes, ...lost] };
  return { ok: true, edges: edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target)) };
};
