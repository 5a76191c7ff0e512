import { findLinks } from '@curlew/engine';
import { scanTemplate } from '@curlew/jinja';
import { highlightSms } from '@curlew/sms';
import { remember } from './remember.ts';

/** What a stretch of a message is, where it is more than plain text. */
export type MarkKind = 'template' | 'unicode' | 'extension' | 'link';

export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

/** The marks of a text that is sent as it is. Extension characters are marked in Unicode too, where they cost no more. */
export const markText = (text: string, offset = 0): Mark[] =>
  highlightSms(text).flatMap(({ kind, start, end }) =>
    kind === 'basic' ? [] : [{ kind, start: offset + start, end: offset + end }],
  );

/** The spans of a message, scanned once for all who ask. */
export const scanMessage = remember(scanTemplate);

/** The marks of a template: its syntax, and what stands in the text between. */
export const markTemplate = remember((source): readonly Mark[] =>
  scanMessage(source).flatMap(({ kind, start, end }): Mark[] =>
    kind === 'text' ? markText(source.slice(start, end), start) : [{ kind: 'template', start, end }],
  ),
);

/**
 * Marks with the links of a text among them. What stands in a link costs nothing by itself, so that it has no mark of its
 * own; `isMeant` tells which links are.
 */
export const withLinks = (
  text: string,
  marks: readonly Mark[],
  isMeant: (link: string) => boolean = () => true,
): readonly Mark[] => {
  if (!text.includes('://')) return marks;
  const templates = marks.filter(({ kind }) => kind === 'template');
  const links = findLinks(text).filter(
    ({ start, end }) =>
      isMeant(text.slice(start, end)) && !templates.some((mark) => mark.start < end && start < mark.end),
  );
  const others = marks.flatMap((mark): Mark[] => {
    const link = links.find(({ start, end }) => mark.start < end && start < mark.end);
    if (!link) return [mark];
    const before = { ...mark, end: Math.min(mark.end, link.start) };
    const after = { ...mark, start: Math.max(mark.start, link.end) };
    return [before, after].filter(({ start, end }) => start < end);
  });
  return [...others, ...links.map((link): Mark => ({ kind: 'link', ...link }))].sort(
    (one, other) => one.start - other.start,
  );
};

/** The marks of a template whose links are shortened. */
export const markShortened = remember((source): readonly Mark[] => withLinks(source, markTemplate(source)));

/** Where the parts after the first begin, in offsets of the text as given. */
export const findPartBorders = (text: string): number[] => {
  const spans = highlightSms(text);
  return spans.flatMap(({ start, part }, index) => (part > (spans[index - 1]?.part ?? 0) ? [start] : []));
};
