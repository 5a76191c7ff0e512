import { languageNameOf } from '../text/language-name.ts';

const tags =
  'ar bg bn bs ca cs cy da de el en en-GB en-US es es-MX et eu fa fi fr fr-CA ga gl he hi hr hu hy id is it ja ka kk ko ' +
  'lt lv mk ms mt nb nl nn pl pt pt-BR ro ru sk sl sq sr sr-Latn sv sw ta th tl tr uk ur uz vi zh zh-Hans zh-Hant';

/** Languages to choose from, by name. Any other can be written as its tag. */
export const knownLanguages: readonly { readonly tag: string; readonly name: string }[] = tags
  .split(' ')
  .map((tag) => ({ tag, name: languageNameOf(tag) }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
