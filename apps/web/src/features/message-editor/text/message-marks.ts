import { findLinks, type LinkSpan } from '@curlew/engine';
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

/** What is left of a stretch outside of others. */
const without = <T extends LinkSpan>(span: T, others: readonly LinkSpan[]): T[] =>
  others.reduce<T[]>(
    (pieces, other) =>
      pieces
        .flatMap((piece) => [
          { ...piece, end: Math.min(piece.end, other.start) },
          { ...piece, start: Math.max(piece.start, other.end) },
        ])
        .filter(({ start, end }) => start < end),
    [span],
  );

const placeLinks = (marks: readonly Mark[], links: readonly LinkSpan[]): readonly Mark[] => {
  const templates = marks.filter(({ kind }) => kind === 'template');
  const others = marks.flatMap((mark) => (mark.kind === 'template' ? [mark] : without(mark, links)));
  const ofLinks = links.flatMap((link) => without<Mark>({ kind: 'link', ...link }, templates));
  return [...others, ...ofLinks].sort((one, other) => one.start - other.start);
};

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
  return placeLinks(
    marks,
    findLinks(text).filter(({ start, end }) => isMeant(text.slice(start, end))),
  );
};

/** The links of a template, with what is filled in for each customer in them. */
export const findSourceLinks = remember((source): readonly LinkSpan[] => {
  if (!source.includes('://')) return [];
  const text = scanMessage(source).map(({ kind, start, end }) =>
    kind === 'text' ? source.slice(start, end) : (kind === 'output' ? 'x' : ' ').repeat(end - start),
  );
  return findLinks(text.join(''));
});

/** The marks of a template whose links are shortened. */
export const markShortened = remember((source): readonly Mark[] => {
  const marks = markTemplate(source);
  const links = findSourceLinks(source);
  return links.length === 0 ? marks : placeLinks(marks, links);
});

/** Where the parts after the first begin, in offsets of the text as given. */
export const findPartBorders = (text: string): number[] => {
  const spans = highlightSms(text);
  return spans.flatMap(({ start, part }, index) => (part > (spans[index - 1]?.part ?? 0) ? [start] : []));
};
