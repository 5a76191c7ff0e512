type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Typed JSON; empty is nothing. */
export const readJson = (text: string): Read => {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, message: 'This is no JSON: write names and texts in double quotes' };
  }
};

/** Typed properties or attributes: a JSON object; empty is one without any. */
export const readObject = (
  text: string,
):
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly message: string } => {
  const read = readJson(text);
  if (!read.ok) return read;
  const { value = {} } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, message: 'Write an object: {"name": "value"}' };
  return { ok: true, value: { ...value } };
};
