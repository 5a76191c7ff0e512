const longest = 120;

/** “Sale” -> “Sale (copy)”, then “Sale (copy 2)”; at most 120 characters, never half a character. */
export const copyName = (name: string, taken: ReadonlySet<string>): string => {
  const base = name.replace(/ \(copy(?: \d+)?\)$/, '');
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? ' (copy)' : ` (copy ${number})`;
    const room = longest - end.length;
    const fits =
      base.length <= room
        ? base
        : base
            .slice(0, room)
            .replace(/[\ud800-\udbff]$/, '')
            .trimEnd();
    const candidate = `${fits}${end}`;
    if (!taken.has(candidate)) return candidate;
  }
};
