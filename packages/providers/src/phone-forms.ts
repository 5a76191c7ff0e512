/** Whether a number is E.164 with `+`: the only form that may leave. */
export function isE164(number: string): boolean {
  return /^\+[1-9]\d{4,14}$/.test(number);
}

/** Digits without `+`, from E.164. */
export function toMsisdn(number: string): string {
  return number.slice(1);
}

/** E.164 with `+`, from bare digits or from digits behind `+` or `00`; null when it is none of these. */
export function readMsisdn(number: string): string | null {
  const candidate = `+${number.replace(/^(\+|00)/, '')}`;
  return isE164(candidate) ? candidate : null;
}
