import { isSpace } from '../syntax/characters.ts';
import { characters } from '../values/code-points.ts';

export type TrimSide = 'both' | 'start' | 'end';

function trimSpaces(text: string, side: TrimSide): string {
  let start = 0;
  let end = text.length;
  if (side !== 'end') while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  if (side !== 'start') while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Python's strip(), lstrip() and rstrip(): white space, or any of the given characters. */
export function trimText(text: string, unwanted: string | undefined, side: TrimSide): string {
  if (unwanted === undefined) return trimSpaces(text, side);
  const set = new Set(characters(unwanted));
  const parts = characters(text);
  let start = 0;
  let end = parts.length;
  if (side !== 'end') while (start < end && set.has(parts[start] ?? '')) start += 1;
  if (side !== 'start') while (end > start && set.has(parts[end - 1] ?? '')) end -= 1;
  return parts.slice(start, end).join('');
}
