import type { MessageRules } from '@curlew/scenario';
import { addUtm } from './add-utm.ts';
import { findLinks, type LinkSpan } from './find-links.ts';

/** How many characters of a short link come after its domain. */
export const slugLength = 8;

/** Where short links lead to and how they are named. */
export interface Shortener {
  /** `https://example.com/l`, without a slash at the end. */
  readonly base: string;
  /** A new name of `slugLength` GSM letters and digits, never the same twice. */
  readonly newSlug: () => string;
}

/** A short link of one message. */
export interface ShortLink {
  readonly slug: string;
  /** The address as the message has it, with its UTM parameters. */
  readonly target: string;
}

/** A text with its links shortened. */
export interface ShortenedText {
  readonly text: string;
  readonly links: readonly ShortLink[];
}

/** Longest address that is kept; browsers and servers refuse much longer ones. */
export const longestTarget = 2_048;

// One of ours leads where it should already.
const findLong = (text: string, base: string): readonly LinkSpan[] =>
  findLinks(text).filter(({ start, end }) => !text.slice(start, end).startsWith(`${base}/`));

/** Puts a short link in place of each link. The same address gets the same link within a message. */
export const shortenLinks = (
  text: string,
  { base, newSlug }: Shortener,
  { utm }: Pick<MessageRules, 'utm'>,
): ShortenedText => {
  const slugs = new Map<string, string>();
  let shortened = '';
  let done = 0;
  for (const { start, end } of findLong(text, base)) {
    const address = text.slice(start, end);
    const slug = slugs.get(address) ?? newSlug();
    slugs.set(address, slug);
    shortened += `${text.slice(done, start)}${base}/${slug}`;
    done = end;
  }
  return {
    text: shortened + text.slice(done),
    links: Array.from(slugs, ([address, slug]) => ({
      slug,
      target: utm === null ? address : addUtm(address, utm),
    })),
  };
};

/** Where a stretch of a text stands once its links are shortened; what lies in a link stands for the whole short one. */
export const placeInShortened = (text: string, base: string): ((span: LinkSpan) => LinkSpan) => {
  const shortLength = base.length + 1 + slugLength;
  const links = findLong(text, base);
  const map = (at: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { start, end } of links) {
      if (at < start || (at === start && isEnd)) break;
      if (at < end || (at === end && isEnd)) return start + shift + (isEnd ? shortLength : 0);
      shift += shortLength - (end - start);
    }
    return at + shift;
  };
  return ({ start, end }) => {
    const from = map(start, false);
    return { start: from, end: start === end ? from : map(end, true) };
  };
};
