import type { ScenarioDocument } from '@curlew/scenario';
import type { Position } from './free-place.ts';

/** The document with some nodes at other places; the same document when they stand there already. */
export const moveNodes = (
  document: ScenarioDocument,
  places: ReadonlyMap<string, Position>,
): ScenarioDocument => {
  let isMoved = false;
  const nodes = document.nodes.map((node) => {
    const place = places.get(node.id);
    if (!place || (place.x === node.position.x && place.y === node.position.y)) return node;
    isMoved = true;
    return { ...node, position: { x: place.x, y: place.y } };
  });
  return isMoved ? { ...document, nodes } : document;
};
