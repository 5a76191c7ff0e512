import type { SplitSettings } from '@curlew/scenario';

export type Variant = SplitSettings['variants'][number];
type Variants = readonly Variant[];

export const fewestVariants = 2;
export const mostVariants = 10;

/** Whole weights that differ by one at most and add up to 100; the first ones take what is left over. */
export const distributeEvenly = (variants: Variants): Variant[] => {
  const share = Math.floor(100 / variants.length);
  const rest = 100 - share * variants.length;
  return variants.map((variant, index) => ({ ...variant, weight: share + (index < rest ? 1 : 0) }));
};

export const sumOf = (variants: Variants): number => variants.reduce((sum, { weight }) => sum + weight, 0);

const isEven = (variants: Variants): boolean =>
  distributeEvenly(variants).every(({ weight }, index) => weight === variants[index]?.weight);

const freeName = (variants: Variants): string => {
  const taken = new Set(variants.map(({ name }) => name.trim()));
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  return letters.find((letter) => !taken.has(letter)) ?? '';
};

/** One more variant. Even weights stay even; else it takes what is missing to 100. */
export const addVariant = (variants: Variants, id: string): Variant[] => {
  const weight = Math.max(0, 100 - sumOf(variants));
  const grown = [...variants, { id, name: freeName(variants), weight }];
  return isEven(variants) ? distributeEvenly(grown) : grown;
};

/** One variant less. Even weights stay even; else the others keep theirs, and what is missing shows. */
export const removeVariant = (variants: Variants, id: string): Variant[] => {
  const left = variants.filter((variant) => variant.id !== id);
  return isEven(variants) ? distributeEvenly(left) : left;
};

/** What the weights lack or have too much of; null where they add up to 100. */
export const describeSum = (variants: Variants): string | null => {
  const sum = sumOf(variants);
  if (sum === 100) return null;
  return sum < 100 ? `${100 - sum} % missing` : `${sum - 100} % too much`;
};
