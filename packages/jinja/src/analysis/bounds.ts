/** On which side of a character set a text is: all of it inside, certainly some of it outside, or neither is known. */
export type SetSide = 'inside' | 'outside' | 'unclear';

/** How long a text can get, and where it stands to the caller's character set. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly side: SetSide;
}

export const unknownBounds: Bounds = { least: 0, most: Infinity, side: 'unclear' };
export const noText: Bounds = { least: 0, most: 0, side: 'inside' };

function joinSides(first: SetSide, second: SetSide): SetSide {
  if (first === 'outside' || second === 'outside') return 'outside';
  return first === 'inside' && second === 'inside' ? 'inside' : 'unclear';
}

/** Two texts, one after the other. */
export function both(first: Bounds, second: Bounds): Bounds {
  return {
    least: first.least + second.least,
    most: first.most + second.most,
    side: joinSides(first.side, second.side),
  };
}

/** One of two texts. */
export function either(first: Bounds, second: Bounds): Bounds {
  return {
    least: Math.min(first.least, second.least),
    most: Math.max(first.most, second.most),
    side: first.side === second.side ? first.side : 'unclear',
  };
}

/** A text from `least` to `most` times. */
export function times(bounds: Bounds, least: number, most: number): Bounds {
  // Nothing, however often, is nothing; JavaScript's 0 * Infinity is not.
  const longest = bounds.most === 0 || most === 0 ? 0 : bounds.most * most;
  const timesSide = bounds.side === 'outside' && least === 0 ? 'unclear' : bounds.side;
  return { least: bounds.least * least, most: longest, side: most === 0 ? 'inside' : timesSide };
}

/** At most so many units of a text, whichever of it they are. */
export function atMost(bounds: Bounds, units: number): Bounds {
  return {
    least: 0,
    most: Math.min(bounds.most, units),
    side: bounds.side === 'inside' ? 'inside' : 'unclear',
  };
}
