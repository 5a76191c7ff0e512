import type { AudienceResult } from '@curlew/contract';

type Cell = AudienceResult['cells'][number];

/** Cells that have one thing in common. */
export interface CellGroup {
  /** Null: not known. */
  readonly key: string | null;
  readonly messages: number;
  readonly parts: number;
  readonly cells: readonly Cell[];
}

const sum = (cells: readonly Cell[], of: (cell: Cell) => number): number =>
  cells.reduce((total, cell) => total + of(cell), 0);

/** Messages and parts by country or by language, the most parts first. */
export const groupCells = (cells: readonly Cell[], by: 'country' | 'language'): CellGroup[] =>
  [...Map.groupBy(cells, (cell) => cell[by])]
    .map(([key, own]) => ({
      key,
      messages: sum(own, ({ messages }) => messages),
      parts: sum(own, ({ parts }) => parts),
      cells: own,
    }))
    .sort((one, other) => other.parts - one.parts);
