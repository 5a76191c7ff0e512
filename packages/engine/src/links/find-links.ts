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

const countIn = (text: string, wanted: string): number => {
  let count = 0;
  for (const character of text) if (character === wanted) count += 1;
  return count;
};

/** Where a link ends within the run of characters from `start` to `runEnd`, without what ends the sentence. */
const endOf = (
  text: string,
  { start, host, runEnd }: { readonly start: number; readonly host: number; readonly runEnd: number },
): number => {
  // How many more of a closing bracket there are than of its opening one, counted when the first is met.
  const surplus = new Map<string, number>();
  let end = runEnd;
  while (end > host) {
    const last = text[end - 1] ?? '';
    const opening = brackets.get(last);
    if (opening === undefined) {
      if (!closing.has(last)) break;
    } else {
      const link = surplus.has(last) ? '' : text.slice(start, end);
      const more = surplus.get(last) ?? countIn(link, last) - countIn(link, opening);
      if (more <= 0) break;
      surplus.set(last, more - 1);
    }
    end -= 1;
  }
  return end;
};

// Whether it is an address is decided by what comes before the path; the rest can be anything.
const headOf = (address: string, hostAt: number): string => {
  const length = address.slice(hostAt).search(/[/?#]/);
  return length === -1 ? address : address.slice(0, hostAt + length);
};

/** The `http://` and `https://` links of a text, in order. What has no protocol, or no host after it, is none. */
export const findLinks = (text: string): LinkSpan[] => {
  const links: LinkSpan[] = [];
  let runEnd = 0;
  for (const { index: start, 0: found } of text.matchAll(scheme)) {
    if (start < (links.at(-1)?.end ?? 0)) continue;
    const host = start + found.length;
    // Links without anything between them are one run, which is looked through once for all of them.
    if (host > runEnd) runEnd = host;
    while (runEnd < text.length && !beyond.test(text[runEnd] ?? '')) runEnd += 1;
    const end = endOf(text, { start, host, runEnd });
    if (end > host && URL.canParse(headOf(text.slice(start, end), found.length))) links.push({ start, end });
  }
  return links;
};
