const units = [
  { letters: 'd', seconds: 86_400 },
  { letters: 'h', seconds: 3_600 },
  { letters: 'min', seconds: 60 },
  { letters: 's', seconds: 1 },
] as const;

const known: Readonly<Record<string, number>> = {
  d: 86_400,
  day: 86_400,
  days: 86_400,
  h: 3_600,
  hour: 3_600,
  hours: 3_600,
  m: 60,
  min: 60,
  minute: 60,
  minutes: 60,
  s: 1,
  second: 1,
  seconds: 1,
};

/** The longest that a dry run goes on for. */
const mostSeconds = 400 * 86_400;

/** A length of time as it is typed: `2 d 3 h 30 min`. */
export const writeSpan = (seconds: number): string => {
  let rest = seconds;
  const parts = units.flatMap(({ letters, seconds: size }) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${letters}`];
  });
  return parts.length === 0 ? '0 min' : parts.join(' ');
};

/** Reads a length of time that was typed, in seconds; null: it is none, or longer than a dry run can be. */
export const readSpan = (text: string): number | null => {
  const typed = text.trim().toLowerCase();
  if (!/^(?:\d+\s*[a-z]+[\s,]*)+$/.test(typed)) return null;
  let sum = 0;
  for (const [, count, unit = ''] of typed.matchAll(/(\d+)\s*([a-z]+)/g)) {
    const size = Object.hasOwn(known, unit) ? known[unit] : undefined;
    if (size === undefined) return null;
    sum += Number(count) * size;
  }
  return sum <= mostSeconds ? sum : null;
};
