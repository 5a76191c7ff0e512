import { type EditorState, Facet, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { literalTextOf } from '../text/literal-text.ts';
import {
  findPartBorders,
  type Mark,
  type MarkKind,
  markShortened,
  markTemplate,
} from '../text/message-marks.ts';
import { PartBorderWidget } from './part-border-widget.ts';

const looks: { readonly [K in MarkKind]: Decoration } = {
  template: Decoration.mark({ class: 'highlight-template' }),
  unicode: Decoration.mark({ class: 'highlight-unicode' }),
  extension: Decoration.mark({ class: 'highlight-extension' }),
  link: Decoration.mark({ class: 'highlight-link' }),
};

const decorateMarks = (marks: readonly Mark[]): DecorationSet =>
  Decoration.set(marks.map(({ kind, start, end }) => looks[kind].range(start, end)));

/** What the short links of the message begin with; null: its links stay as they are. */
export const linkBaseFacet = Facet.define<string | null, string | null>({
  combine: ([given]) => given ?? null,
});

const hasOtherLinks = (state: EditorState, before: EditorState): boolean =>
  state.facet(linkBaseFacet) !== before.facet(linkBaseFacet);

const markState = (state: EditorState): readonly Mark[] =>
  (state.facet(linkBaseFacet) === null ? markTemplate : markShortened)(state.doc.toString());

/** The marks of the text in the editor. */
export const marksField = StateField.define<readonly Mark[]>({
  create: markState,
  update: (marks, { docChanged, state, startState }) =>
    docChanged || hasOtherLinks(state, startState) ? markState(state) : marks,
  provide: (field) => EditorView.decorations.from(field, decorateMarks),
});

const decorateBorders = (state: EditorState): DecorationSet => {
  const source = state.doc.toString();
  const literal = literalTextOf(source);
  // Where links are shortened, parts end elsewhere than in what is written.
  const isOther = state.facet(linkBaseFacet) !== null && source.includes('://');
  if (literal === null || isOther) return Decoration.none;
  return Decoration.set(
    findPartBorders(literal).map((at, index) =>
      Decoration.widget({ widget: new PartBorderWidget(index + 1), side: -1, block: true }).range(at),
    ),
  );
};

const bordersField = StateField.define<DecorationSet>({
  create: decorateBorders,
  update: (borders, { docChanged, state, startState }) =>
    docChanged || hasOtherLinks(state, startState) ? decorateBorders(state) : borders,
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows what costs or changes in a message, and where a part of a text that is the same for everyone ends. */
export const marksExtension: Extension = [marksField, bordersField];
