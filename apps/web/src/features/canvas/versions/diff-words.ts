/** A piece of two texts laid over each other. */
export interface TextPiece {
  readonly how: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many comparisons the middle is shown as replaced: nobody reads so much word by word. */
const mostComparisons = 1_000_000;

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_]+|./gsu) ?? [];

/** How many words the rest of the one has in common with the rest of the other, in order, from each place on. */
const countCommon = (before: readonly string[], after: readonly string[]): readonly Uint32Array[] => {
  const counts = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const [here, below] = [counts[row], counts[row + 1]];
      if (!here || !below) continue;
      here[column] =
        before[row] === after[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return counts;
};

const diffMiddle = (before: readonly string[], after: readonly string[]): TextPiece[] => {
  if (before.length * after.length > mostComparisons)
    return [
      { how: 'removed', text: before.join('') },
      { how: 'added', text: after.join('') },
    ];
  const counts = countCommon(before, after);
  const pieces: TextPiece[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [was, is] = [before[row], after[column]];
    const keepsMore = (counts[row + 1]?.[column] ?? -1) >= (counts[row]?.[column + 1] ?? -1);
    if (was !== undefined && was === is) {
      pieces.push({ how: 'same', text: was });
      row += 1;
      column += 1;
    } else if (was !== undefined && (is === undefined || keepsMore)) {
      pieces.push({ how: 'removed', text: was });
      row += 1;
    } else {
      pieces.push({ how: 'added', text: is ?? '' });
      column += 1;
    }
  }
  return pieces;
};

/** Neighbours of one kind as one piece; what was removed stands before what came in its place. */
const join = (pieces: readonly TextPiece[]): TextPiece[] => {
  const joined: TextPiece[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') joined.push({ how: 'removed', text: removed });
    if (added !== '') joined.push({ how: 'added', text: added });
    [removed, added] = ['', ''];
  };
  let same = '';
  for (const { how, text } of pieces) {
    if (how === 'same') {
      flush();
      same += text;
      continue;
    }
    if (same !== '') joined.push({ how: 'same', text: same });
    same = '';
    if (how === 'removed') removed += text;
    else added += text;
  }
  flush();
  if (same !== '') joined.push({ how: 'same', text: same });
  return joined;
};

const countSame = (one: readonly string[], other: readonly string[]): number => {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count] === other[count]) count += 1;
  return count;
};

/** Two texts as one, word by word: what stayed, what went, what came. */
export const diffWords = (before: string, after: string): readonly TextPiece[] => {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const start = countSame(was, is);
  const [restOfWas, restOfIs] = [was.slice(start), is.slice(start)];
  const end = countSame(restOfWas.toReversed(), restOfIs.toReversed());
  const same = (words: readonly string[]): TextPiece => ({ how: 'same', text: words.join('') });
  return join([
    same(was.slice(0, start)),
    ...diffMiddle(restOfWas.slice(0, restOfWas.length - end), restOfIs.slice(0, restOfIs.length - end)),
    same(restOfIs.slice(restOfIs.length - end)),
  ]).filter(({ text }) => text !== '');
};
