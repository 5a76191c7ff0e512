import type { ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import { edgesBySource, isTrigger, reachableFrom, triggerNodes } from './graph.ts';
import type { ScenarioIssue } from './issue.ts';
import { findBackEdges, findEndlessEdges, findTrappedNodes } from './loops.ts';
import { nameOf } from './node-name.ts';
import { describeNode, nodeKinds } from './node-kinds.ts';
import type { ScenarioNode } from './node.ts';

const issue = (node: ScenarioNode, code: string, message: string): ScenarioIssue => ({
  code,
  severity: 'error',
  nodeId: node.id,
  field: null,
  message,
});

// One at each node that a customer would be led back from.
const loopIssues = (
  document: ScenarioDocument,
  nodes: ReadonlyMap<string, ScenarioNode>,
): ScenarioIssue[] => {
  const backEdges = Map.groupBy(findEndlessEdges(document), (edge) => edge.source);
  return [...backEdges].flatMap(([nodeId, [edge]]) => {
    const [source, target] = [nodes.get(nodeId), nodes.get(edge?.target ?? '')];
    if (!source || !target) return [];
    const where = source === target ? 'itself' : `“${nameOf(target)}”`;
    const message = `“${nameOf(source)}” leads back to ${where}, an endless loop: put a Wait for a length of time in between or remove that connection`;
    return [issue(source, 'endless_loop', message)];
  });
};

const edgeIssues = (
  source: ScenarioNode,
  edge: ScenarioEdge,
  nodes: ReadonlyMap<string, ScenarioNode>,
): ScenarioIssue[] => {
  const issues: ScenarioIssue[] = [];
  const add = (code: string, what: string): void => {
    issues.push(issue(source, code, `“${nameOf(source)}” ${what}: remove the connection`));
  };
  if (!describeNode(source).outputs.some((output) => output.id === edge.output))
    add('no_such_output', 'has a connection from an output that it no longer has');
  const target = nodes.get(edge.target);
  if (!target) add('no_such_node', 'leads to a node that is gone');
  else if (!nodeKinds[target.kind].hasInput)
    add('no_input', `leads into “${nameOf(target)}”, where a walk can only begin`);
  return issues;
};

const outgoingIssues = (
  document: ScenarioDocument,
  nodes: ReadonlyMap<string, ScenarioNode>,
): ScenarioIssue[] => {
  const edges = edgesBySource(document);
  return document.nodes.flatMap((node) => {
    const own = edges.get(node.id) ?? [];
    if (isTrigger(node) && own.length === 0)
      return [issue(node, 'leads_nowhere', `“${nameOf(node)}” leads nowhere: connect it to the next node`)];
    return own.flatMap((edge) => edgeIssues(node, edge, nodes));
  });
};

const unreachableIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const starts = triggerNodes(document).map((node) => node.id);
  // Without a trigger nothing can be reached, which is said once for the whole scenario.
  if (starts.length === 0) return [];
  const reachable = reachableFrom(document, starts);
  return document.nodes
    .filter((node) => !reachable.has(node.id))
    .map((node) =>
      issue(node, 'not_connected', `No customer can reach “${nameOf(node)}”: connect it or delete it`),
    );
};

// One at each node that such a loop begins with. A loop that is endless at once is said already.
const trapIssues = (
  document: ScenarioDocument,
  nodes: ReadonlyMap<string, ScenarioNode>,
): ScenarioIssue[] => {
  const trapped = findTrappedNodes(document);
  if (trapped.size === 0 || findEndlessEdges(document).length > 0) return [];
  const heads = new Set(findBackEdges(document).map((edge) => edge.target));
  return [...heads].flatMap((id) => {
    const node = nodes.get(id);
    if (!node || !trapped.has(id)) return [];
    const message = `Customers who come to “${nameOf(node)}” go round for ever: give the loop a way out, for example a Limit or a Condition`;
    return [{ ...issue(node, 'loop_without_exit', message), severity: 'warning' }];
  });
};

/** What is wrong with the connections of a document, each at the node it is about. */
export const findConnectionIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return [
    ...loopIssues(document, nodes),
    ...outgoingIssues(document, nodes),
    ...unreachableIssues(document),
    ...trapIssues(document, nodes),
  ];
};
