const longest = 120;
const suffix = ' (copy)';

/** Summer sale -> Summer sale (copy), within what a name may hold. */
export const copyName = (name: string): string => `${name.slice(0, longest - suffix.length)}${suffix}`;
