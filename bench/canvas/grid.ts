interface GridNode {
  readonly id: string;
  /** Canvas coordinates in px. */
  readonly x: number;
  readonly y: number;
}

interface Grid {
  readonly nodes: readonly GridNode[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

const rows = 20;
const columnStep = 320;
const rowStep = 160;

/** So many nodes in columns of twenty, each led to from the one left of it. */
export const drawGrid = (count: number): Grid => {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    x: Math.floor(index / rows) * columnStep,
    y: (index % rows) * rowStep,
  }));
  const edges = nodes.slice(rows).map(({ id }, index) => ({ source: `n${index}`, target: id }));
  return { nodes, edges };
};
