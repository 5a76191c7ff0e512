import { z } from 'zod';

/** Whose clock counts: the customer's, the project's, or that of an IANA zone. */
export const timeZoneSchema = z.string().min(1).max(64);

// What was found out; texts that are none are not kept, there is no end to them.
const clocks = new Set<string>();

/** Whether a text is the IANA name of a time zone: one clock for all. Offsets (`+02:00`) are none, they know no summer time. */
export const isClock = (name: string): boolean => {
  if (clocks.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    clocks.add(name);
    return true;
  } catch {
    // A RangeError is how the runtime says that it knows no such zone.
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
