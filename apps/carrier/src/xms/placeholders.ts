import type { BatchRequest } from './batch-request.ts';

const placeholder = /\$\{([^}]*)\}/g;
const onlyPlaceholder = /^\$\{([^}]*)\}$/;

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
  const [, only] = onlyPlaceholder.exec(body) ?? [];
  if (only !== undefined) {
    // The value itself, not a copy: a ledger of a million personal texts then holds each of them once.
    const text = valueOf(parameters, only, recipient);
    return text === undefined ? { ok: false, key: only } : { ok: true, text };
  }
  let missing: string | null = null;
  const text = body.replace(placeholder, (_match, key: string) => {
    const value = valueOf(parameters, key, recipient);
    if (value === undefined) missing ??= key;
    return value ?? '';
  });
  return missing === null ? { ok: true, text } : { ok: false, key: missing };
}

function valueOf(parameters: BatchRequest['parameters'], key: string, recipient: string): string | undefined {
  const values = parameters !== undefined && Object.hasOwn(parameters, key) ? parameters[key] : undefined;
  if (values === undefined) return undefined;
  if (Object.hasOwn(values, recipient)) return values[recipient];
  return Object.hasOwn(values, 'default') ? values['default'] : undefined;
}
