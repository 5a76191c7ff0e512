import { StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { literalTextOf } from '../text/literal-text.ts';
import { findPartBorders, type Mark, type MarkKind, markTemplate } from '../text/message-marks.ts';
import { PartBorderWidget } from './part-border-widget.ts';

const looks: { readonly [K in MarkKind]: Decoration } = {
  template: Decoration.mark({ class: 'highlight-template' }),
  unicode: Decoration.mark({ class: 'highlight-unicode' }),
  extension: Decoration.mark({ class: 'highlight-extension' }),
};

const decorateMarks = (marks: readonly Mark[]): DecorationSet =>
  Decoration.set(marks.map(({ kind, start, end }) => looks[kind].range(start, end)));

/** The marks of the text in the editor. */
export const marksField = StateField.define<readonly Mark[]>({
  create: ({ doc }) => markTemplate(doc.toString()),
  update: (marks, { docChanged, newDoc }) => (docChanged ? markTemplate(newDoc.toString()) : marks),
  provide: (field) => EditorView.decorations.from(field, decorateMarks),
});

const decorateBorders = (source: string): DecorationSet => {
  const literal = literalTextOf(source);
  if (literal === null) return Decoration.none;
  return Decoration.set(
    findPartBorders(literal).map((at, index) =>
      Decoration.widget({ widget: new PartBorderWidget(index + 1), side: -1, block: true }).range(at),
    ),
  );
};

const bordersField = StateField.define<DecorationSet>({
  create: ({ doc }) => decorateBorders(doc.toString()),
  update: (borders, { docChanged, newDoc }) => (docChanged ? decorateBorders(newDoc.toString()) : borders),
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows what costs or changes in a message, and where a part of a text that is the same for everyone ends. */
export const marksExtension: Extension = [marksField, bordersField];
