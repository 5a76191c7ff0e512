const bytesPerId = 16;
const groups = [8, 12, 16, 20, 32] as const;

/** Ids as one text of 16 bytes each, in base64: half as long as a list of them, and one value to whoever reads and keeps it. */
export const packIds = (ids: readonly string[]): string => {
  const bytes = Buffer.from(ids.join('').replaceAll('-', ''), 'hex');
  if (bytes.length !== ids.length * bytesPerId)
    throw new TypeError('what should be a list of ids has something else in it');
  return bytes.toString('base64');
};

/** The ids that were packed; throws a TypeError on what `packIds` did not give. */
export const unpackIds = (packed: string): string[] => {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length % bytesPerId !== 0 || bytes.toString('base64') !== packed)
    throw new TypeError('what should be packed ids is something else');
  return Array.from({ length: bytes.length / bytesPerId }, (_, index) => {
    const digits = bytes.toString('hex', index * bytesPerId, (index + 1) * bytesPerId);
    return groups.map((end, group) => digits.slice(groups[group - 1] ?? 0, end)).join('-');
  });
};
