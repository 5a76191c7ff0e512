import { describeNode, nodeKinds, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import type { ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import { handleTop, nodeWidth, outputTop } from '../flow/node-size.ts';
import { fullHeight, snapToGrid, type Position } from './free-place.ts';

/** Works out where the parts of a graph stand: Eclipse Layout Kernel. */
export type LayOut = (graph: ElkNode) => Promise<ElkNode>;

// https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '100',
  'elk.spacing.componentComponent': '80',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'LEFTUP',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
} as const;

const portsOf = (node: ScenarioNode): ElkPort[] => {
  const { outputs } = describeNode(node);
  return [
    ...(nodeKinds[node.kind].hasInput
      ? [{ id: `${node.id} in`, x: 0, y: handleTop, layoutOptions: { 'elk.port.side': 'WEST' } }]
      : []),
    ...outputs.map(({ id }, index) => ({
      id: `${node.id} out ${id}`,
      x: nodeWidth,
      y: outputTop(index, outputs.length),
      layoutOptions: { 'elk.port.side': 'EAST' },
    })),
  ];
};

const byPlace = (one: ScenarioNode, other: ScenarioNode): number =>
  one.position.y - other.position.y || one.position.x - other.position.x || one.number - other.number;

const graphOf = ({ nodes, edges }: ScenarioDocument): ElkNode => {
  const ports = new Set(nodes.flatMap(portsOf).map(({ id }) => id));
  return {
    id: 'scenario',
    layoutOptions: options,
    children: nodes.toSorted(byPlace).map((node) => ({
      id: node.id,
      width: nodeWidth,
      height: fullHeight(node),
      ports: portsOf(node),
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    })),
    edges: edges
      .map(({ id, source, output, target }) => ({
        id,
        sources: [`${source} out ${output}`],
        targets: [`${target} in`],
      }))
      // A draft may have a connection that is an issue; it has no say in where things stand.
      .filter(({ sources, targets }) => [...sources, ...targets].every((port) => ports.has(port))),
  };
};

/** Where each node stands in a tidy drawing, from left to right, beginning where the drawing begins now. */
export const findTidyPlaces = async (
  document: ScenarioDocument,
  layOut: LayOut,
): Promise<ReadonlyMap<string, Position>> => {
  const { children = [] } = await layOut(graphOf(document));
  const left = Math.min(...document.nodes.map(({ position }) => position.x));
  const top = Math.min(...document.nodes.map(({ position }) => position.y));
  const [leftmost, topmost] = [
    Math.min(...children.map(({ x = 0 }) => x)),
    Math.min(...children.map(({ y = 0 }) => y)),
  ];
  return new Map(
    children.map(({ id, x = 0, y = 0 }) => [
      id,
      snapToGrid({ x: left + x - leftmost, y: top + y - topmost }),
    ]),
  );
};
