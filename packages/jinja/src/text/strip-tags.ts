import { splitSpaces } from './split-text.ts';
import { unescapeHtml } from './unescape-html.ts';

function cut(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  // Without a further closing mark nothing more is cut; looking for it once keeps this linear.
  const lastClose = text.lastIndexOf(close);
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
    if (start + open.length > lastClose) break;
    result += text.slice(at, start);
    at = text.indexOf(close, start + open.length) + close.length;
  }
  return result + text.slice(at);
}

/** markupsafe's striptags: no comments, no tags, single spaces, entities resolved. */
export function stripTags(text: string): string {
  return unescapeHtml(splitSpaces(cut(cut(text, '<!--', '-->'), '<', '>')).join(' '));
}
