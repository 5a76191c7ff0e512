/** The tag that is open at the end of a text; `literal`: a text in quotes within it is open. */
export interface OpenTag {
  readonly kind: 'output' | 'tag' | 'literal';
  /** Where its braces begin. */
  readonly start: number;
  /** What stands in it so far. */
  readonly inside: string;
}

/** The tag that is open at the end of a text; null in plain text and in a comment. */
export const findOpenTag = (before: string): OpenTag | null => {
  const opened = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  const closed = Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}'));
  if (opened < 0 || closed > opened) return null;
  const inside = before.slice(opened + 2).replace(/^[-+]/, '');
  const outsideLiterals = inside.replaceAll(/'[^']*'|"[^"]*"/g, '');
  const isLiteral = /['"]/.test(outsideLiterals);
  const kind = before[opened + 1] === '{' ? 'output' : 'tag';
  return { kind: isLiteral ? 'literal' : kind, start: opened, inside };
};

const opening = /\{%[-+]?\s*(if|for|with|filter|macro|call|autoescape|raw)\b|\{%[-+]?\s*end(\w+)/g;

/** The blocks that are open at the end of a text, the outermost first. */
export const findOpenBlocks = (before: string): readonly string[] => {
  const open: string[] = [];
  for (const [, begun, ended] of before.matchAll(opening)) {
    if (begun !== undefined) open.push(begun);
    else if (open.at(-1) === ended) open.pop();
  }
  return open;
};

const assigned = /\{%[-+]?\s*(?:set\s+([a-z_]\w*)|for\s+([a-z_]\w*)(?:\s*,\s*([a-z_]\w*))?\s+in\b)/gi;

/** The names that a template has given values to before a place. */
export const findAssignedNames = (before: string): readonly string[] => [
  ...new Set(
    Array.from(before.matchAll(assigned), ([, ...names]) => names)
      .flat()
      .filter((name) => name !== undefined),
  ),
];
