/** True for a text with a character that is not seen, or turns what is seen around: controls and formats of Unicode (Cc, Cf). */
export const hasInvisible = (text: string): boolean => /[\p{Cc}\p{Cf}]/u.test(text);
