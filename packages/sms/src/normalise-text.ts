/** What is sent for a text: lone surrogates become U+FFFD, then NFC. */
export function normaliseText(text: string): string {
  return text.toWellFormed().normalize('NFC');
}
