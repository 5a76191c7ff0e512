import {
  addNode,
  describeNode,
  type NodeKind,
  nodeKinds,
  reachableFrom,
  type ScenarioDocument,
} from '@curlew/scenario';
import { columnStep } from '../flow/node-size.ts';
import { freePlace } from './free-place.ts';
import { moveNodes } from './move-nodes.ts';

interface InsertInput {
  readonly edgeId: string;
  readonly kind: NodeKind;
  readonly nodeId: string;
  readonly newId: () => string;
}

/** Moves what comes after a connection to the right, where there is no room for one more node before it. */
const makeRoom = (document: ScenarioDocument, targetId: string, wantedX: number): ScenarioDocument => {
  const target = document.nodes.find(({ id }) => id === targetId);
  if (!target) return document;
  const missing = wantedX + columnStep - target.position.x;
  if (missing <= 0) return document;
  const behind = reachableFrom(document, [targetId]);
  const moved = document.nodes.filter(
    ({ id, position }) => behind.has(id) && position.x >= target.position.x,
  );
  return moveNodes(
    document,
    new Map(moved.map(({ id, position }) => [id, { x: position.x + missing, y: position.y }])),
  );
};

/** A new node in the middle of a connection: customers go through it to where they went before. */
export const insertOnEdge = (document: ScenarioDocument, input: InsertInput): ScenarioDocument => {
  const { edgeId, kind, nodeId, newId } = input;
  const edge = document.edges.find(({ id }) => id === edgeId);
  const source = document.nodes.find(({ id }) => id === edge?.source);
  const target = document.nodes.find(({ id }) => id === edge?.target);
  if (!edge || !source || !target || !nodeKinds[kind].hasInput) return document;
  const x = source.position.x + columnStep;
  const roomy = makeRoom(document, target.id, x);
  const y = (source.position.y + target.position.y) / 2;
  const added = addNode(roomy, { kind, id: nodeId, position: freePlace(roomy, { x, y }) });
  const node = added.nodes.at(-1);
  const [output] = node ? describeNode(node).outputs : [];
  return {
    ...added,
    edges: added.edges.flatMap((one) =>
      one.id === edgeId
        ? [
            { ...one, target: nodeId },
            ...(output ? [{ id: newId(), source: nodeId, output: output.id, target: target.id }] : []),
          ]
        : [one],
    ),
  };
};
