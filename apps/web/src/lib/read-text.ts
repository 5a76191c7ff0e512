/** A text of the address. The router reads `?search=42` as a number, which is not what was meant. */
export const readText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};
