/** Jana Nováková -> JN, jana -> J; by what people see as letters, in any script. */
export const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => firstLetterOf(word ?? ''))
    .join('')
    .toLocaleUpperCase('en');
};

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const firstLetterOf = (word: string): string => {
  for (const { segment } of letters.segment(word)) return segment;
  return '';
};
