import type { z } from 'zod';

export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

// Of several shapes the one that was most likely meant: where the fewest things are wrong.
const flatten = (issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const [nearest = []] = issue.errors
      .map((branch) => flatten(branch))
      .toSorted((one, other) => one.length - other.length);
    return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });

// In the words of whoever wrote the schema, but for the one that most people will meet.
const noAddress = 'This is no address: begin it with https://';
const isAddressFault = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_format' && issue.format === 'url';

const sentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}`;

const faultsOf = (part: string, fields: Fields, issue: z.core.$ZodIssue): FieldFault[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: `${part}.${key}`,
      message: 'This does not belong here: leave it out',
    }));
  const name = String(issue.path[0] ?? '');
  const isMissing = name !== '' && fields[name] === undefined;
  const message = isMissing ? 'Fill this in' : isAddressFault(issue) ? noAddress : sentence(issue.message);
  return [{ path: name === '' ? part : `${part}.${name}`, message }];
};

type Reading =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Reads what was typed by the schema of an adapter. `part`: where the fields stand in the request. Empty ones count as not given. */
export const readFields = (schema: z.ZodType, part: 'settings' | 'secrets', typed: Fields): Reading => {
  const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(fields);
  // Both are objects by the port; the erased type does not say so.
  if (parsed.success) return { ok: true, value: parsed.data as Readonly<Record<string, unknown>> };
  return {
    ok: false,
    faults: flatten(parsed.error.issues).flatMap((issue) => faultsOf(part, fields, issue)),
  };
};
