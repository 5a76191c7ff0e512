import { type Emoji, emoji } from './emoji.ts';

const mostShown = 60;

/** The emoji that have all typed words in their own: those called so, then those whose name begins so, then the rest. */
export const findEmoji = (search: string): readonly Emoji[] => {
  const typed = search.trim().toLowerCase();
  const words = typed.split(/\s+/);
  const rank = (one: Emoji): number => (one.name === typed ? 0 : one.words.startsWith(typed) ? 1 : 2);
  return emoji
    .filter((one) => one.character === typed || words.every((word) => one.words.includes(word)))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, mostShown);
};
