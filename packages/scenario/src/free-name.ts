const longest = 120;

// Never cut inside a pair of surrogates.
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** A name like `wanted` that is not among `taken`, counted on from the number it ends with: SMS, SMS 2, SMS 3. */
export const findFreeName = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  const base = wanted.replace(/ \d{1,3}$/, '');
  for (let count = 2; ; count += 1) {
    const name = `${cut(base, longest - 7)} ${count}`;
    if (!taken.has(name)) return name;
  }
};
