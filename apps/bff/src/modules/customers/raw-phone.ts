/** The attribute `phone` as it was given; null when it is missing or blank. */
export const readRawPhone = ({ phone }: Readonly<Record<string, unknown>>): string | null => {
  const raw = typeof phone === 'number' ? String(phone) : phone;
  return typeof raw === 'string' && raw.trim() !== '' ? raw : null;
};
