import { addNode, describeNode, type NodeKind, nodeKinds, type ScenarioDocument } from '@curlew/scenario';
import { columnStep, rowStep } from '../flow/node-size.ts';
import { connectNodes } from './connect-nodes.ts';
import { freeOutput } from './free-output.ts';
import { freePlace, type Position } from './free-place.ts';

interface AddAfterInput {
  readonly kind: NodeKind;
  readonly nodeId: string;
  readonly edgeId: string;
  /** The node to go on from; null: none. */
  readonly afterId: string | null;
  /** Which output of it; without one the first free one. */
  readonly output?: string;
  /** Where to look for a free place when there is no node to go on from. */
  readonly near: Position;
}

/** One more node: right of another and led to from its free output, or near a place when there is no other. */
export const addAfter = (document: ScenarioDocument, input: AddAfterInput): ScenarioDocument => {
  const { kind, nodeId, edgeId, afterId, near } = input;
  const after = document.nodes.find(({ id }) => id === afterId);
  if (!after) return addNode(document, { kind, id: nodeId, position: freePlace(document, near) });

  const { hasInput } = nodeKinds[kind];
  const { x, y } = after.position;
  const output = input.output ?? freeOutput(document, after.id)?.id;
  // What follows the second output stands under what follows the first.
  const row = Math.max(
    0,
    describeNode(after).outputs.findIndex(({ id }) => id === output),
  );
  const wanted = hasInput ? { x: x + columnStep, y: y + row * rowStep } : { x, y: y + rowStep };
  const withNode = addNode(document, { kind, id: nodeId, position: freePlace(document, wanted) });
  return output === undefined || !hasInput
    ? withNode
    : connectNodes(withNode, { id: edgeId, source: after.id, output, target: nodeId });
};
