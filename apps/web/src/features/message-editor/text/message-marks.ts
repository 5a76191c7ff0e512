import { scanTemplate } from '@curlew/jinja';
import { highlightSms } from '@curlew/sms';
import { remember } from './remember.ts';

/** What a stretch of a message is, where it is more than plain text. */
export type MarkKind = 'template' | 'unicode' | 'extension';

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

/** Where the parts after the first begin, in offsets of the text as given. */
export const findPartBorders = (text: string): number[] => {
  const spans = highlightSms(text);
  return spans.flatMap(({ start, part }, index) => (part > (spans[index - 1]?.part ?? 0) ? [start] : []));
};
