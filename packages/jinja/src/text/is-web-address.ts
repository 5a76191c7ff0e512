import { everyCharacter, isDigits } from './every-character.ts';

const knownEndings: ReadonlySet<string> = new Set(['com', 'net', 'int', 'edu', 'gov', 'org', 'info', 'mil']);
const wordCharacter = /^[\p{L}\p{N}_]$/u;

function isWord(text: string, others = ''): boolean {
  return (
    text !== '' &&
    everyCharacter(text, (character) => wordCharacter.test(character) || others.includes(character))
  );
}

function isLatin(text: string): boolean {
  return everyCharacter(
    text,
    (character) => (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z'),
  );
}

/** A top-level domain behind a scheme: letters, or an IDNA name. */
function isEnding(label: string): boolean {
  if (label.toLowerCase().startsWith('xn--'))
    return label.length >= 6 && label.length <= 63 && isWord(label.slice(4), '%');
  return label.length >= 2 && label.length <= 63 && isLatin(label);
}

function isAddressNumber(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => part.length >= 1 && part.length <= 3 && isDigits(part));
}

/** Whether a host (without its port) is one that Jinja2 links. */
function isHost(host: string, hasScheme: boolean): boolean {
  const labels = host.split('.');
  const ending = labels.pop() ?? '';
  if (hasScheme)
    return isAddressNumber(host) || (isEnding(ending) && labels.every((label) => isWord(label, '%-')));
  return (
    labels.length > 0 &&
    knownEndings.has(ending.toLowerCase()) &&
    labels.every((label) => label.length >= 2 && label.length <= 63 && isWord(label, '%-'))
  );
}

/** Whether a word is a web address: with http(s):// or www., or a name that ends in a well-known domain. */
export function isWebAddress(word: string): boolean {
  const lower = word.toLowerCase();
  const scheme = ['https://', 'http://', 'www.'].find((start) => lower.startsWith(start));
  const rest = scheme === undefined ? word : word.slice(scheme.length);
  let end = 0;
  while (end < rest.length && !'/?#'.includes(rest[end] ?? '')) end += 1;
  const [host = '', port, ...more] = rest.slice(0, end).split(':');
  const isPort = port === undefined || (port.length >= 1 && port.length <= 5 && isDigits(port));
  return more.length === 0 && isPort && isHost(host, scheme !== undefined);
}

/** Whether a word without spaces is an e-mail address. */
export function isEmailAddress(word: string): boolean {
  const at = word.lastIndexOf('@');
  const host = word.slice(at + 1);
  const dot = host.lastIndexOf('.');
  return (
    at > 0 &&
    dot > 0 &&
    isWord(host.slice(dot + 1)) &&
    isWord(host.slice(0, 1)) &&
    isWord(host.slice(0, dot), '.-')
  );
}
