import { z } from 'zod';

/** One language version of a message; `language` is compared with the customer's `language` attribute. */
export const languageVersionSchema = z.object({
  language: z.string().min(2, 'A language has at least 2 characters').max(35, 'At most 35 characters'),
  message: z.string().max(10_000, 'At most 10,000 characters'),
});

export type LanguageVersion = z.infer<typeof languageVersionSchema>;

interface Versions {
  readonly defaultLanguage: string;
  readonly versions: readonly LanguageVersion[];
}

// The longest tag a version can have: what is longer is unknown, and is not searched piece by piece.
const longestTag = 35;

/** A language as it is compared: `pt_BR`, ` pt-br ` and `pt-BR` are the same. */
export const canonicalLanguage = (language: string): string =>
  language.trim().toLowerCase().replaceAll('_', '-');

/**
 * Makes the picker of a message's versions. A customer's language finds its own version, else the one with the most of
 * its subtags from the left (RFC 4647, section 3.4: `zh-Hant-TW`, `zh-Hant`, `zh`), else the default.
 */
export const createLanguagePicker = ({
  versions,
  defaultLanguage,
}: Versions): ((language: unknown) => LanguageVersion) => {
  // Of two versions of one language the first is used, as it is the one shown first.
  const byTag = new Map(
    versions.toReversed().map((version) => [canonicalLanguage(version.language), version]),
  );
  const byDefault = byTag.get(canonicalLanguage(defaultLanguage)) ?? versions[0];
  if (!byDefault) throw new Error('an SMS node has at least one language version, this one has none');
  return (language) => {
    let tag = typeof language === 'string' ? canonicalLanguage(language) : '';
    if (tag.length > longestTag) return byDefault;
    while (tag !== '') {
      const version = byTag.get(tag);
      if (version) return version;
      tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
    }
    return byDefault;
  };
};

/** The version for a customer's language; see `createLanguagePicker`, which is faster for many customers. */
export const pickLanguageVersion = (settings: Versions, language: unknown): LanguageVersion =>
  createLanguagePicker(settings)(language);
