import type { ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import { edgesBySource, isTrigger } from './graph.ts';

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
