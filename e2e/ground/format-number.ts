const whole = new Intl.NumberFormat('en-GB');

/** 2000 -> 2,000, as pages show it. */
export const formatNumber = (value: number): string => whole.format(value);
