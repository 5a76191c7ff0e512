import { findSourceReplacements } from '../text/source-replacements.ts';
import type { Replacement } from '@curlew/sms';
import type { Mark } from '../text/message-marks.ts';

/** A marked character of a message, under the pointer. */
export interface MarkedCharacter {
  readonly kind: 'unicode' | 'extension';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null where none would make the message smaller. */
  readonly replacement: Replacement | null;
}

const startOfCodePoint = (source: string, at: number): number => {
  const code = source.charCodeAt(at);
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff;
  return isLowSurrogate && at > 0 ? at - 1 : at;
};

/** The marked character at an offset; null where the text is plain, or template syntax. */
export const findMarkedCharacter = (
  source: string,
  marks: readonly Mark[],
  at: number,
): MarkedCharacter | null => {
  const start = startOfCodePoint(source, at);
  const mark = marks.find((one) => one.start <= start && start < one.end);
  if (!mark || mark.kind === 'template' || mark.kind === 'link') return null;
  const replacement = findSourceReplacements(source).find((one) => one.start <= start && start < one.end);
  const end = start + String.fromCodePoint(source.codePointAt(start) ?? 0).length;
  return {
    kind: mark.kind,
    text: source.slice(replacement?.start ?? start, replacement?.end ?? end),
    start: replacement?.start ?? start,
    end: replacement?.end ?? end,
    replacement: replacement ?? null,
  };
};
