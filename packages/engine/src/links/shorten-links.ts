import type { MessageRules } from '@curlew/scenario';
import { addUtm } from './add-utm.ts';
import { findLinks } from './find-links.ts';

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

/** Puts a short link in place of each link. The same address gets the same link within a message. */
export const shortenLinks = (
  text: string,
  { base, newSlug }: Shortener,
  { utm }: Pick<MessageRules, 'utm'>,
): ShortenedText => {
  const slugs = new Map<string, string>();
  let shortened = '';
  let done = 0;
  for (const { start, end } of findLinks(text)) {
    const address = text.slice(start, end);
    // One of ours leads where it should already.
    if (address.startsWith(`${base}/`)) continue;
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
