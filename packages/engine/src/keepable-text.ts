/** A text as a database can keep it: without NUL, and with U+FFFD for halves of characters. */
export const keepableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
