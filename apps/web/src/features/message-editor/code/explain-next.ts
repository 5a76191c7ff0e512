import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { type Command, EditorView, keymap, showTooltip } from '@codemirror/view';
import type { Mark } from '../text/message-marks.ts';
import { type Explanation, explainPlace, tooltipOf } from './character-tooltip.ts';
import { marksField } from './marks-extension.ts';

const show = StateEffect.define<Explanation | null>();

/** What the keyboard has asked about; gone with the next change or move of the cursor. */
const shownField = StateField.define<Explanation | null>({
  create: () => null,
  update: (shown, { effects, docChanged, selection }) => {
    const asked = effects.find((effect) => effect.is(show));
    if (asked) return asked.value;
    return docChanged || selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field, (shown) => shown && tooltipOf(shown)),
});

/** The first place from an offset on that has a mark; the first of all when none follows. */
export const nextMarkedPlace = (marks: readonly Mark[], from: number): number | null => {
  const mark = marks.find(({ end }) => end > from) ?? marks[0];
  if (!mark) return null;
  return mark.end > from ? Math.max(mark.start, from) : mark.start;
};

const wordsOf = (box: HTMLElement): string =>
  [...box.children].map(({ textContent }) => textContent).join('. ');

/** Explains the mark at the cursor or the next one, and with each further key press the one after it. */
const explainNext: Command = (view) => {
  const { state } = view;
  const from = state.field(shownField)?.end ?? state.selection.main.head;
  const at = nextMarkedPlace(state.field(marksField), from);
  const explanation = at === null ? null : explainPlace(state, at);
  if (!explanation) return false;
  view.dispatch({
    selection: { anchor: explanation.start },
    effects: [show.of(explanation), EditorView.announce.of(wordsOf(explanation.createElement(view)))],
    scrollIntoView: true,
  });
  return true;
};

/** Closes what the keyboard has asked for; false when nothing is open. */
export const closeExplanation = (view: EditorView): boolean => {
  if (view.state.field(shownField) === null) return false;
  view.dispatch({ effects: show.of(null) });
  view.focus();
  return true;
};

/** What hovering says, for the keyboard: Ctrl and the full stop walk through the marks, Tab goes to the offers. */
export const explainByKey: Extension = [shownField, keymap.of([{ key: 'Ctrl-.', run: explainNext }])];
