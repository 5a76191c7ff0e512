// Most floats in messages are amounts with up to two decimals; these texts make them several times faster than String().
const largestCents = 1e9;
const centTexts = Array.from({ length: 100 }, (_, cents) => {
  const digits = String(cents).padStart(2, '0');
  return digits.endsWith('0') ? `.${digits.slice(0, 1)}` : `.${digits}`;
});

/** Python's repr() of a float: the shortest digits that read back the same, with an exponent below 1e-4 and from 1e16. */
export function floatText(number: number): string {
  const cents = Math.round(number * 100);
  if (cents > 0 && cents < largestCents && cents / 100 === number) {
    const whole = Math.floor(number);
    return `${whole}${centTexts[cents - whole * 100]}`;
  }
  if (Number.isNaN(number)) return 'nan';
  if (number === Infinity) return 'inf';
  if (number === -Infinity) return '-inf';
  if (number === 0) return Object.is(number, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(number);
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    // String() never uses an exponent in this range; an integral float shows its fraction.
    const text = String(number);
    return Number.isInteger(number) ? `${text}.0` : text;
  }
  const [mantissa = '', exponent = '0'] = number.toExponential().split('e');
  const digits = exponent.replace('-', '').replace('+', '').padStart(2, '0');
  return `${mantissa}e${exponent.startsWith('-') ? '-' : '+'}${digits}`;
}
