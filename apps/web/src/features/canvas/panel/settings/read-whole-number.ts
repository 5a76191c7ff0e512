/** What is typed as a whole number; anything else stays text, which no schema of numbers takes. */
export const readWholeNumber = (text: string): number | string => {
  const digits = text.trim();
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text;
};

/** As above, where nothing typed means that there is none. */
export const readOptionalNumber = (text: string): number | string | null =>
  text.trim() === '' ? null : readWholeNumber(text);
