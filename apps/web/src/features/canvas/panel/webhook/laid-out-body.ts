/** JSON with its parts on lines of their own; any other text as it is. */
export const laidOutBody = (body: string): string => {
  if (!/^\s*[[{]/.test(body)) return body;
  try {
    const parsed: unknown = JSON.parse(body);
    return JSON.stringify(parsed, null, 2);
  } catch {
    // It begins like JSON and is none, or was cut off.
    return body;
  }
};
