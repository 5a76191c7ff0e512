import { escapeText } from '../format/escape-text.ts';
import { isSpace } from '../syntax/characters.ts';
import { isEmailAddress, isWebAddress } from './is-web-address.ts';

interface LinkOptions {
  /** What is shown of an address. */
  readonly shorten: (address: string) => string;
  readonly rel: string;
  readonly target: string | undefined;
  readonly schemes: readonly string[];
  readonly isEscaped: boolean;
}

const leads = ['(', '<', '&lt;'];
const trails = [')', '>', '.', ',', '\n', '&gt;'];
const pairs = [
  ['(', ')'],
  ['<', '>'],
  ['&lt;', '&gt;'],
] as const;

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

interface Word {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

/** Takes brackets and closing punctuation off a word, and gives back what its own brackets need. */
function takeApart(word: string): Word {
  let start = 0;
  for (
    let lead = leads.find((mark) => word.startsWith(mark));
    lead !== undefined;
    lead = leads.find((mark) => word.startsWith(mark, start))
  )
    start += lead.length;
  let end = word.length;
  const endsWith = (mark: string): boolean => end - mark.length >= start && word.endsWith(mark, end);
  for (let trail = trails.find(endsWith); trail !== undefined; trail = trails.find(endsWith))
    end -= trail.length;
  let middle = word.slice(start, end);
  let tail = word.slice(end);
  for (const [open, close] of pairs) {
    const opened = occurrences(middle, open);
    if (opened <= occurrences(middle, close)) continue;
    for (let turn = Math.min(opened, occurrences(tail, close)); turn > 0; turn -= 1) {
      const at = tail.indexOf(close) + close.length;
      middle += tail.slice(0, at);
      tail = tail.slice(at);
    }
  }
  return { head: word.slice(0, start), middle, tail };
}

function link(address: string, { shorten, rel, target, schemes }: LinkOptions): string {
  const attributes = `${rel === '' ? '' : ` rel="${escapeText(rel)}"`}${target === undefined ? '' : ` target="${escapeText(target)}"`}`;
  if (isWebAddress(address)) {
    const full =
      address.startsWith('https://') || address.startsWith('http://') ? address : `https://${address}`;
    return `<a href="${full}"${attributes}>${shorten(address)}</a>`;
  }
  if (address.startsWith('mailto:') && isEmailAddress(address.slice(7)))
    return `<a href="${address}">${address.slice(7)}</a>`;
  if (
    address.includes('@') &&
    !address.startsWith('www.') &&
    !address.startsWith('@') &&
    !address.includes(':') &&
    isEmailAddress(address)
  )
    return `<a href="mailto:${address}">${address}</a>`;
  let linked = address;
  for (const scheme of schemes)
    if (linked !== scheme && linked.startsWith(scheme))
      linked = `<a href="${linked}"${attributes}>${linked}</a>`;
  return linked;
}

/** Whether a word can hold an address at all; most words cannot. */
function mayLink(word: string, { schemes }: LinkOptions): boolean {
  return schemes.length > 0 || word.includes('.') || word.includes(':') || word.includes('@');
}

/** Jinja2's urlize: addresses in a text become links. */
export function linkText(text: string, options: LinkOptions): string {
  const escaped = options.isEscaped ? text : escapeText(text);
  let result = '';
  let start = 0;
  for (let at = 0; at <= escaped.length; at += 1) {
    if (at < escaped.length && !isSpace(escaped.charCodeAt(at))) continue;
    if (at > start && !mayLink(escaped.slice(start, at), options)) {
      result += escaped.slice(start, at);
    } else if (at > start) {
      const word = takeApart(escaped.slice(start, at));
      result += word.head + link(word.middle, options) + word.tail;
    }
    result += escaped.charAt(at);
    start = at + 1;
  }
  return result;
}
