/** How long a text can get, in UTF-16 units, and whether all of it is surely within the caller's character set. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly isInSet: boolean;
}

export const unknownBounds: Bounds = { least: 0, most: Infinity, isInSet: false };
export const noText: Bounds = { least: 0, most: 0, isInSet: true };

/** Two texts, one after the other. */
export function both(first: Bounds, second: Bounds): Bounds {
  return {
    least: first.least + second.least,
    most: first.most + second.most,
    isInSet: first.isInSet && second.isInSet,
  };
}

/** One of two texts. */
export function either(first: Bounds, second: Bounds): Bounds {
  return {
    least: Math.min(first.least, second.least),
    most: Math.max(first.most, second.most),
    isInSet: first.isInSet && second.isInSet,
  };
}

/** A text from `least` to `most` times. */
export function times(bounds: Bounds, least: number, most: number): Bounds {
  // Nothing, however often, is nothing; JavaScript's 0 * Infinity is not.
  const longest = bounds.most === 0 || most === 0 ? 0 : bounds.most * most;
  return { least: bounds.least * least, most: longest, isInSet: bounds.isInSet || most === 0 };
}

/** At most so many characters of a text; one beyond the set may take two units. */
export function atMost(bounds: Bounds, characters: number): Bounds {
  return {
    least: 0,
    most: Math.min(bounds.most, characters * (bounds.isInSet ? 1 : 2)),
    isInSet: bounds.isInSet,
  };
}
