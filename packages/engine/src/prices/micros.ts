const places = 6;
const unit = 10n ** BigInt(places);

/** Millionths of a currency's unit in a decimal: `0.0425` is 42,500. Throws on anything but a decimal of at most six places. */
export const microsOf = (decimal: string): bigint => {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(decimal) ?? [];
  if (whole === '') throw new Error(`${JSON.stringify(decimal)} is no amount of money`);
  return BigInt(whole) * unit + BigInt(fraction.padEnd(places, '0'));
};

/** The decimal of so many millionths, without zeros that say nothing: 42,500 is `0.0425`. */
export const decimalOf = (micros: bigint): string => {
  if (micros < 0n) return `-${decimalOf(-micros)}`;
  const fraction = String(micros % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${micros / unit}${fraction === '' ? '' : `.${fraction}`}`;
};
