/** A link in a text, in UTF-16 offsets. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
}

const scheme = /https?:\/\//gi;
// White space, controls, and what no address has unescaped (RFC 3986, section 2).
const beyond = /[\s\p{Cc}\p{Cf}<>"“”„«»\\^`{|}]/u;
// What ends a sentence rather than an address; a bracket only where it was not opened in the link.
const closing = new Set(".,;:!?'’…*_");
const brackets: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);

const countIn = (text: string, wanted: string): number => text.split(wanted).length - 1;

const endsSentence = (link: string): boolean => {
  const last = link.at(-1) ?? '';
  const opening = brackets.get(last);
  if (opening === undefined) return closing.has(last);
  return countIn(link, last) > countIn(link, opening);
};

const endOf = (text: string, start: number, host: number): number => {
  let end = host;
  while (end < text.length && !beyond.test(text[end] ?? '')) end += 1;
  while (end > host && endsSentence(text.slice(start, end))) end -= 1;
  return end;
};

/** The `http://` and `https://` links of a text, in order. What has no protocol, or no host after it, is none. */
export const findLinks = (text: string): LinkSpan[] => {
  const links: LinkSpan[] = [];
  for (const { index: start, 0: found } of text.matchAll(scheme)) {
    if (start < (links.at(-1)?.end ?? 0)) continue;
    const host = start + found.length;
    const end = endOf(text, start, host);
    if (end > host && URL.canParse(text.slice(start, end))) links.push({ start, end });
  }
  return links;
};
