import { nodeKinds, type NodeFamily, type ScenarioDocument } from '@curlew/scenario';

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly family: NodeFamily;
}

export interface Sketch {
  /** Of the drawing, in its own units. */
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** Paths of SVG. */
  readonly lines: readonly { readonly id: string; readonly path: string }[];
}

/** Of a box; broader and flatter than a node is drawn, to be told apart when small. */
export const boxSize = { width: 200, height: 96 } as const;
const margin = 12;

const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Infinity);
const most = (values: readonly number[]): number =>
  values.reduce((high, value) => Math.max(high, value), -Infinity);

/** A document as boxes and lines, from its upper left corner. */
export const sketchOf = ({ nodes, edges }: ScenarioDocument): Sketch => {
  const [left, top] = [
    least(nodes.map((node) => node.position.x)),
    least(nodes.map((node) => node.position.y)),
  ];
  const boxes = nodes.map(({ id, kind, position }) => ({
    id,
    x: position.x - left + margin,
    y: position.y - top + margin,
    family: nodeKinds[kind].family,
  }));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const lines = edges.flatMap(({ id, source, target }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (!from || !to) return [];
    const [startX, startY] = [from.x + boxSize.width, from.y + boxSize.height / 2];
    const [endX, endY] = [to.x, to.y + boxSize.height / 2];
    const middle = (startX + endX) / 2;
    return [{ id, path: `M${startX} ${startY}H${middle}V${endY}H${endX}` }];
  });
  return {
    width: boxes.length === 0 ? 0 : most(boxes.map(({ x }) => x)) + boxSize.width + margin,
    height: boxes.length === 0 ? 0 : most(boxes.map(({ y }) => y)) + boxSize.height + margin,
    boxes,
    lines,
  };
};
