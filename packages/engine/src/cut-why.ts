import { keepableText } from './keepable-text.ts';

const longest = 60;

/** The beginning of a text of which at most so many characters are kept; it ends in `…` where something was cut. */
export const cutText = (text: string, most: number): string => {
  const kept = keepableText(text);
  return kept.length <= most ? kept : `${kept.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};

/** A value as it is kept of a step: short texts, numbers and booleans as they are, all else as its JSON, cut. Nothing is null. */
export const cutWhy = (value: unknown): string | number | boolean | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return cutText(typeof value === 'string' ? value : JSON.stringify(value), longest);
};
