// As operators quote: "…", '…', `…`, “…”, «…».
const quoted = /(?<=["'`“‘«]).{3,}?(?=["'`”’»])/gs;

/** A text without what is written to people, for logs: some operators quote the message that they refuse, or its beginning. */
export const withoutTexts = (text: string, messages: readonly { readonly text: string }[]): string => {
  const known = messages.map((message) => message.text).filter((written) => written !== '');
  const without = known.reduce((left, written) => left.replaceAll(written, '…'), text);
  return without.replaceAll(quoted, (inside) => {
    const beginning = inside.replace(/(?:…|\.{3})$/, '');
    return known.some((written) => written.includes(beginning)) ? '…' : inside;
  });
};
