const isTag = (code: string): boolean => /^[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?$/i.test(code);

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** sk -> Slovak, pt-BR -> Brazilian Portuguese; what is no language code is shown as it is. */
export const languageNameOf = (code: string): string => {
  if (!isTag(code)) return code;
  const name = names.of(code.replaceAll('_', '-')) ?? code;
  return name === code ? code : upperFirst(name);
};
