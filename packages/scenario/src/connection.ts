import type { ScenarioDocument } from './document.ts';
import { reachableFrom } from './graph.ts';
import { alwaysHolds, withoutWaits } from './loops.ts';
import { describeNode, nodeKinds } from './node-kinds.ts';

export interface Connection {
  readonly source: string;
  readonly output: string;
  readonly target: string;
}

export type ConnectionRefusal =
  | 'no_such_node'
  | 'no_such_output'
  | 'no_input'
  | 'already_connected'
  | 'endless_loop';

const sentences: { readonly [R in ConnectionRefusal]: string } = {
  no_such_node: 'One of these nodes is no longer on the canvas: connect others',
  no_such_output: 'The node no longer has this output: connect another one',
  no_input: 'A trigger begins a walk, so nothing can lead into it: connect to another node',
  already_connected: 'This output already leads somewhere: remove that connection first',
  endless_loop:
    'This would lead customers round in an endless loop: put a Wait for a length of time in between, or connect to a node further on',
};

/** The words for a refused connection. */
export const describeRefusal = (refusal: ConnectionRefusal): string => sentences[refusal];

/** Why a connection cannot be drawn, or null when it can. */
export const refuseConnection = (
  document: ScenarioDocument,
  connection: Connection,
): ConnectionRefusal | null => {
  const source = document.nodes.find((node) => node.id === connection.source);
  const target = document.nodes.find((node) => node.id === connection.target);
  if (!source || !target) return 'no_such_node';
  if (!describeNode(source).outputs.some((output) => output.id === connection.output))
    return 'no_such_output';
  if (!nodeKinds[target.kind].hasInput) return 'no_input';
  const isTaken = document.edges.some(
    (edge) => edge.source === connection.source && edge.output === connection.output,
  );
  if (isTaken) return 'already_connected';
  // A customer may come back after a wait; without one they would go round without end, at once.
  if (!alwaysHolds(source) && reachableFrom(withoutWaits(document), [target.id]).has(source.id))
    return 'endless_loop';
  return null;
};
