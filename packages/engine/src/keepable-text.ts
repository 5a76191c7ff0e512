/** A text as a database can keep it: without NUL, and with U+FFFD for halves of characters. */
export const keepableText = (text: string): string => {
  const kept = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return kept.isWellFormed() ? kept : kept.toWellFormed();
};
