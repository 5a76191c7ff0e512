import { highlightSpecialChars } from '@codemirror/view';
import { describeHidden, hiddenPattern } from '../text/hidden-characters.ts';

/** Shows in their place the characters that are not seen; what turns the direction of a text does not do so here. */
export const hiddenMarks = highlightSpecialChars({
  addSpecialChars: hiddenPattern(),
  render: (code) => {
    const { mark, words } = describeHidden(String.fromCodePoint(code));
    const shown = document.createElement('abbr');
    shown.className = 'hidden-mark';
    shown.textContent = mark;
    shown.title = words;
    return shown;
  },
});
