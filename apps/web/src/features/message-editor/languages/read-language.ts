import { knownLanguages } from './known-languages.ts';

export type ReadLanguage =
  | { readonly ok: true; readonly language: string }
  | { readonly ok: false; readonly message: string };

const longestTag = 35;

const compared = (tag: string): string => tag.trim().toLowerCase().replaceAll('_', '-');

const canonicalTag = (text: string): string | null => {
  try {
    const [tag = null] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    return tag;
  } catch {
    return null;
  }
};

/** Reads a language that was typed: its name, or a BCP 47 tag; `taken` are those that have a version. */
export const readLanguage = (text: string, taken: readonly string[]): ReadLanguage => {
  const typed = text.trim();
  if (typed === '') return { ok: false, message: 'Choose a language, or type a tag such as sk or pt-BR' };
  const known = knownLanguages.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const language = known?.tag ?? canonicalTag(typed);
  if (language === null || language.length > longestTag) {
    return { ok: false, message: `“${typed}” is no language: choose one, or type a tag such as sk or pt-BR` };
  }
  if (taken.some((tag) => compared(tag) === compared(language))) {
    return { ok: false, message: `“${typed}” has a version already: choose another language` };
  }
  return { ok: true, language };
};
