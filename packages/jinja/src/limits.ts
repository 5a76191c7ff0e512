/** Budgets of one template; each render gets a fresh set. */
export interface Limits {
  /** Longest template, in UTF-16 units. */
  readonly templateLength: number;
  /** Loop turns, calls, filters and elements walked. */
  readonly steps: number;
  /** Longest rendered text, in UTF-16 units. */
  readonly outputLength: number;
  /** Characters and list items built or scanned. */
  readonly units: number;
  /** Nesting of the template, of calls and of data. */
  readonly depth: number;
  /** Most numbers one range() may hold. */
  readonly rangeLength: number;
  /** Widest integer, in bits. */
  readonly integerBits: number;
}

/** The limits used where none are given. */
export const defaultLimits: Limits = {
  templateLength: 50_000,
  steps: 100_000,
  outputLength: 20_000,
  units: 2_000_000,
  depth: 100,
  rangeLength: 100_000,
  integerBits: 4_096,
};
