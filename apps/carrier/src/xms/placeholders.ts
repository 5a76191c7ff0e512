import type { BatchRequest } from './batch-request.ts';

const placeholder = /\$\{([^}]*)\}/g;

export type Filled =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly key: string };

/**
 * Replaces each `${key}` by the recipient's value, else by the default. Values go in as they are: a `${…}` inside a value
 * is text. Anything between `${` and `}` counts as a key, so user text that happens to look like one has no value.
 */
export function fillPlaceholders(
  body: string,
  parameters: BatchRequest['parameters'],
  recipient: string,
): Filled {
  if (!body.includes('${')) return { ok: true, text: body };
  let missing: string | null = null;
  const text = body.replace(placeholder, (_match, key: string) => {
    const values = parameters !== undefined && Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    const value = values === undefined ? undefined : lookUp(values, recipient);
    if (value === undefined) missing ??= key;
    return value ?? '';
  });
  return missing === null ? { ok: true, text } : { ok: false, key: missing };
}

function lookUp(values: Readonly<Record<string, string>>, recipient: string): string | undefined {
  if (Object.hasOwn(values, recipient)) return values[recipient];
  return Object.hasOwn(values, 'default') ? values['default'] : undefined;
}
