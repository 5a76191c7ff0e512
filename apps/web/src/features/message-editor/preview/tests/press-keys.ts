interface PressKeys {
  /** The key of this press: that of the press before where it says the same and is not yet surely done. */
  readonly keyOf: (content: string) => string;
  /** An answer came: the same again, a moment later, is meant. */
  readonly answered: (key: string) => void;
}

/** Longer than a double click takes, shorter than anybody looks at what came of a press. */
const settleMs = 1_500;

/**
 * Keys for a button that must not do its work twice: a double click and a try again after a lost answer have the key of
 * the first press. `newId` gives a UUID, `now` milliseconds.
 */
export const createPressKeys = (newId: () => string, now: () => number): PressKeys => {
  let last: { content: string; key: string; answeredAt: number | null } | null = null;
  return {
    keyOf: (content) => {
      const isOpen = last !== null && (last.answeredAt === null || now() - last.answeredAt < settleMs);
      if (!last || !isOpen || last.content !== content) last = { content, key: newId(), answeredAt: null };
      return last.key;
    },
    answered: (key) => {
      if (last?.key === key) last.answeredAt ??= now();
    },
  };
};
