import { languageNameOf } from './language-name.ts';

const primaryOf = (language: string): string => language.trim().toLowerCase().split(/[-_]/)[0] ?? '';

/** Which version a customer gets, and why where it is not in their language. `own`: the customer's; null: it is not known. */
export const describeVersion = (version: string, own: string | null): string => {
  const words = `${languageNameOf(version)} version`;
  if (own === null || own.trim() === '') return `${words}, the default: their language is not known`;
  return primaryOf(own) === primaryOf(version)
    ? words
    : `${words}, the default: there is none in ${languageNameOf(own)}`;
};
