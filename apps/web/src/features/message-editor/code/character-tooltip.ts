import { type EditorView, hoverTooltip } from '@codemirror/view';
import { describeCharacterCost, nameCharacter } from '../text/describe-character.ts';
import { findMarkedCharacter, type MarkedCharacter } from './find-marked-character.ts';
import { marksField } from './marks-extension.ts';

const element = (tag: string, className: string, text: string): HTMLElement => {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
};

const replaceButton = (view: EditorView, { replacement }: MarkedCharacter): HTMLElement | null => {
  if (!replacement || view.state.readOnly) return null;
  const { start, end, to } = replacement;
  const words =
    to === '' ? 'Remove it' : `Replace with ${to === ' ' ? 'a space' : to === '\n' ? 'a line break' : to}`;
  const button = element('button', 'cm-replace', words);
  button.setAttribute('type', 'button');
  // The text keeps the focus: its cursor is where the writing goes on.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () =>
    view.dispatch({ changes: { from: start, to: end, insert: to }, userEvent: 'input.replace' }),
  );
  return button;
};

const explain = (view: EditorView, character: MarkedCharacter): HTMLElement => {
  const isUnicode = view.state.field(marksField).some(({ kind }) => kind === 'unicode');
  const box = element('div', 'cm-character', '');
  const heading = element('div', 'cm-character-name', nameCharacter(character.text));
  if (character.text.trim() !== '') {
    heading.prepend(element('span', `highlight-${character.kind}`, character.text), ' ');
  }
  const cost = describeCharacterCost(character.kind, isUnicode ? 'UCS-2' : 'GSM-7');
  box.append(heading, element('div', 'cm-character-cost', cost));
  const button = replaceButton(view, character);
  if (button) box.append(button);
  return box;
};

/** Says on hover what a marked character costs, and offers its safe replacement. */
export const characterTooltip = hoverTooltip(
  (view, position, side) => {
    const source = view.state.doc.toString();
    const at = side < 0 ? position - 1 : position;
    const character = findMarkedCharacter(source, view.state.field(marksField), at);
    if (!character) return null;
    return {
      pos: character.start,
      end: character.end,
      above: true,
      create: (view) => ({ dom: explain(view, character) }),
    };
  },
  { hoverTime: 200, hideOnChange: true },
);
