const longest = 60;

/** A value as it is kept of a step: short texts, numbers and booleans as they are, all else as its JSON, cut. Nothing is null. */
export const cutWhy = (value: unknown): string | number | boolean | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
};
