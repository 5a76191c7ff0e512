import type { ScenarioDocument, ScenarioNode } from '@curlew/scenario';
import { columnStep, rowStep } from '../flow/node-size.ts';
import type { Position } from './free-place.ts';
import { moveNodes } from './move-nodes.ts';

/** For each node the length of the longest way to it from a node that nothing leads to. */
const columnsOf = (document: ScenarioDocument): ReadonlyMap<string, number> => {
  const columns = new Map(document.nodes.map(({ id }) => [id, 0]));
  // Each pass settles at least one more column; a loop, which has no longest way, is left as it stands after that.
  for (let pass = 0; pass < document.nodes.length; pass += 1) {
    let isSettled = true;
    for (const { source, target } of document.edges) {
      const column = (columns.get(source) ?? 0) + 1;
      if (column <= (columns.get(target) ?? 0) || column >= document.nodes.length) continue;
      columns.set(target, column);
      isSettled = false;
    }
    if (isSettled) break;
  }
  return columns;
};

const byHeight = (a: ScenarioNode, b: ScenarioNode): number =>
  a.position.y - b.position.y || a.number - b.number;

/** The document in columns from left to right, each node as near as it gets to the row of what leads to it. */
export const tidyNodes = (document: ScenarioDocument): ScenarioDocument => {
  const columns = columnsOf(document);
  const rows = new Map<string, number>();
  const places = new Map<string, Position>();
  const last = Math.max(0, ...columns.values());
  for (let column = 0; column <= last; column += 1) {
    const wantedRow = (node: ScenarioNode): number => {
      const sources = document.edges.filter(({ target }) => target === node.id);
      return Math.min(...sources.map(({ source }) => rows.get(source) ?? Infinity), Infinity);
    };
    const nodes = document.nodes
      .filter(({ id }) => columns.get(id) === column)
      .map((node) => ({ node, wanted: wantedRow(node) }))
      .sort((a, b) => (a.wanted === b.wanted ? byHeight(a.node, b.node) : a.wanted - b.wanted));
    let free = 0;
    for (const { node, wanted } of nodes) {
      const row = Number.isFinite(wanted) ? Math.max(free, wanted) : free;
      free = row + 1;
      rows.set(node.id, row);
      places.set(node.id, { x: column * columnStep, y: row * rowStep });
    }
  }
  return moveNodes(document, places);
};
