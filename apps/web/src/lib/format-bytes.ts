const units = ['bytes', 'kB', 'MB', 'GB'] as const;
const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** 1234567 -> 1.23 MB */
export const formatBytes = (bytes: number): string => {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${number.format(bytes / 1000 ** step)} ${units[step]}`;
};
