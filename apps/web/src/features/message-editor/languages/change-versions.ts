import { pickLanguageVersion, type SmsSettings } from '@curlew/scenario';

/** The settings with one language version more, which begins with the text of the default one. */
export const addVersion = (settings: SmsSettings, language: string): SmsSettings => {
  const { message } = pickLanguageVersion(settings, settings.defaultLanguage);
  return { ...settings, versions: [...settings.versions, { language, message }] };
};

/** The settings without a version; the last one stays. Where the default goes, the first of the others takes its place. */
export const removeVersion = (settings: SmsSettings, index: number): SmsSettings => {
  const versions = settings.versions.filter((_, at) => at !== index);
  const [first] = versions;
  if (!first) return settings;
  const isKept = versions.some(({ language }) => language === settings.defaultLanguage);
  return { ...settings, versions, defaultLanguage: isKept ? settings.defaultLanguage : first.language };
};

/** The settings with another language for a version; a default one stays the default. */
export const renameVersion = (settings: SmsSettings, index: number, language: string): SmsSettings => ({
  ...settings,
  versions: settings.versions.map((version, at) => (at === index ? { ...version, language } : version)),
  defaultLanguage:
    settings.versions[index]?.language === settings.defaultLanguage ? language : settings.defaultLanguage,
});
