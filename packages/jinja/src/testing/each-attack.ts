/** A template (and data) somebody could use to read what is not theirs, to stop the server or to fill its memory. */
export interface HostileTemplate {
  readonly name: string;
  readonly template: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The same attack in several spellings; the name tells them apart. */
export function each(
  name: string,
  templates: readonly string[],
  context?: HostileTemplate['context'],
): readonly HostileTemplate[] {
  return templates.map((template, index) => ({
    name: `${name} ${index + 1}`,
    template,
    ...(context === undefined ? {} : { context }),
  }));
}
