import { z } from 'zod';

/** Whose clock counts: the customer's, the project's, or that of an IANA zone. */
export const timeZoneSchema = z.string().min(1).max(64);

// What was found out, which takes the runtime long; of texts that are none there is no end, so the last ones are kept.
const clocks = new Set<string>();
const others = new Set<string>();
const mostOthers = 1_000;

/** Whether a text is the IANA name of a time zone: one clock for all. Offsets (`+02:00`) are none, they know no summer time. */
export const isClock = (name: string): boolean => {
  if (clocks.has(name)) return true;
  if (!/^[A-Za-z]/.test(name) || others.has(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    clocks.add(name);
    return true;
  } catch {
    // A RangeError is how the runtime says that it knows no such zone.
    if (others.size >= mostOthers) others.clear();
    others.add(name);
    return false;
  }
};

/** Whether a time zone of settings can be read: `customer`, `project` or an IANA name. */
export const isTimeZone = (name: string): boolean =>
  name === 'customer' || name === 'project' || isClock(name);

/** How sentences end that name a time: nothing for the project's own zone. */
export const describeTimeZone = (name: string): string => {
  if (name === 'project') return '';
  return name === 'customer' ? ", customer's time" : `, ${name}`;
};
