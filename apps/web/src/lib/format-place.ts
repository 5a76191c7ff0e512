const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });
const regions = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });

// Attributes hold what people typed, and what is no code makes `of` throw.
const nameOf = (names: Intl.DisplayNames, code: string): string | undefined => {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
};

/** sk -> Slovak; what is no code stays as it is. */
export const formatLanguage = (code: string): string => nameOf(languages, code) ?? code;

/** SK, sk -> Slovakia; what is no code stays as it is. */
export const formatCountry = (code: string): string => nameOf(regions, code.toUpperCase()) ?? code;
