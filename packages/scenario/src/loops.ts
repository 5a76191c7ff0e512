import type { ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import { edgesBySource, isTrigger } from './graph.ts';
import { describeNode } from './node-kinds.ts';
import type { ScenarioNode } from './node.ts';

/**
 * The connections that lead back to a node they were reached from: without them the document has no loop. Walks are
 * followed from the triggers first, so what is found is the way back and not the way there. Takes time in proportion
 * to nodes and connections, and no recursion: a chain of thousands of nodes is no deeper than one of two.
 */
export const findBackEdges = (document: ScenarioDocument): ScenarioEdge[] => {
  const edges = edgesBySource(document);
  const backEdges: ScenarioEdge[] = [];
  const state = new Map<string, 'open' | 'done'>();

  const follow = (start: string): void => {
    if (state.has(start)) return;
    state.set(start, 'open');
    const path = [{ id: start, rest: (edges.get(start) ?? []).values() }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { value: edge, done } = top.rest.next();
      if (done) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(edge.target) === 'open') {
        backEdges.push(edge);
      } else if (!state.has(edge.target)) {
        state.set(edge.target, 'open');
        path.push({ id: edge.target, rest: (edges.get(edge.target) ?? []).values() });
      }
    }
  };

  const { nodes } = document;
  for (const node of nodes) if (isTrigger(node)) follow(node.id);
  for (const node of nodes) follow(node.id);
  return backEdges;
};

/**
 * Whether a node keeps everyone who comes for a while, however often they come. A Wait until a date that is past, and one of an
 * expression that gives 0, keep nobody.
 */
export const alwaysHolds = (node: ScenarioNode): boolean =>
  node.kind === 'wait' && node.settings.mode !== 'date' && node.settings.mode !== 'expression';

/** The document without the connections that customers follow only after a wait: what is left is passed in one go. */
export const withoutWaits = (document: ScenarioDocument): ScenarioDocument => {
  const waits = new Set(document.nodes.filter(alwaysHolds).map((node) => node.id));
  return { ...document, edges: document.edges.filter((edge) => !waits.has(edge.source)) };
};

/** The connections that lead back without a wait in between: a customer would go round without end, at once. */
export const findEndlessEdges = (document: ScenarioDocument): ScenarioEdge[] =>
  findBackEdges(withoutWaits(document));

/** Ids of the nodes from which no customer ever comes to an end: every way leads round in a loop. */
export const findTrappedNodes = (document: ScenarioDocument): ReadonlySet<string> => {
  const edges = edgesBySource(document);
  const sources = new Map<string, string[]>();
  const free: string[] = [];
  for (const node of document.nodes) {
    const targets = new Map((edges.get(node.id) ?? []).map(({ output, target }) => [output, target]));
    // An output that leads nowhere is an end; a connection from an output that is gone leads nobody.
    const ways = describeNode(node).outputs.map(({ id }) => targets.get(id));
    if (ways.includes(undefined)) free.push(node.id);
    for (const way of ways.filter((way) => way !== undefined)) {
      const known = sources.get(way);
      if (known) known.push(node.id);
      else sources.set(way, [node.id]);
    }
  }
  const trapped = new Set(document.nodes.map((node) => node.id));
  for (let id = free.pop(); id !== undefined; id = free.pop())
    if (trapped.delete(id)) free.push(...(sources.get(id) ?? []));
  return trapped;
};
