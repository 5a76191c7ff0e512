import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { applyReplacements } from '@curlew/sms';
import { completionDataFacet } from '../completion/completion-source.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { describeCharacterCost, nameCharacter } from '../text/describe-character.ts';
import { scanMessage } from '../text/message-marks.ts';
import { describeSaving } from '../text/describe-saving.ts';
import { findSourceReplacements } from '../text/source-replacements.ts';
import { findTextChange } from './text-change.ts';
import { describeSyntax, type SyntaxWords } from './describe-syntax.ts';
import { findMarkedCharacter, type MarkedCharacter } from './find-marked-character.ts';
import { marksField } from './marks-extension.ts';

const element = (tag: string, className: string, text: string): HTMLElement => {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
};

const button = (words: string, onClick: () => void): HTMLElement => {
  const created = element('button', 'cm-replace', words);
  created.setAttribute('type', 'button');
  // The text keeps the focus: its cursor is where the writing goes on.
  created.addEventListener('mousedown', (event) => event.preventDefault());
  created.addEventListener('click', onClick);
  return created;
};

const nameOfReplacement = (to: string): string =>
  to === '' ? 'Remove it' : `Replace with ${to === ' ' ? 'a space' : to === '\n' ? 'a line break' : to}`;

/** Replaces this one, or all of its kind in the message, each with what is saved by it. */
const replaceButtons = (view: EditorView, { replacement }: MarkedCharacter): HTMLElement[] => {
  if (!replacement || view.state.readOnly) return [];
  const { start, end, to } = replacement;
  const source = view.state.doc.toString();
  const all = findSourceReplacements(source);
  const name = nameOfReplacement(to);
  // One of several may save nothing as long as the others stay.
  const one = button(all.length === 1 ? `${name} (${describeSaving(source, all)})` : name, () =>
    view.dispatch({ changes: { from: start, to: end, insert: to }, userEvent: 'input.replace' }),
  );
  if (all.length === 1) return [one];
  const everything = button(
    `Replace all ${formatCount(all.length, 'character')} (${describeSaving(source, all)})`,
    () => {
      const changes = findTextChange(source, applyReplacements(source, all));
      if (changes) view.dispatch({ changes, userEvent: 'input.replace' });
    },
  );
  return [one, everything];
};

const explainCharacter = (view: EditorView, character: MarkedCharacter): HTMLElement => {
  const isUnicode = view.state.field(marksField).some(({ kind }) => kind === 'unicode');
  const box = element('div', 'cm-character', '');
  const heading = element('div', 'cm-character-name', nameCharacter(character.text));
  if (character.text.trim() !== '') {
    heading.prepend(element('span', `highlight-${character.kind}`, character.text), ' ');
  }
  const cost = describeCharacterCost(character.kind, isUnicode ? 'UCS-2' : 'GSM-7');
  box.append(heading, element('div', 'cm-character-cost', cost), ...replaceButtons(view, character));
  return box;
};

const explainSyntax = ({ title, lines }: SyntaxWords): HTMLElement => {
  const box = element('div', 'cm-character', '');
  box.append(
    element('div', 'cm-character-name', title),
    ...lines.map((line) => element('div', 'cm-character-cost', line)),
  );
  return box;
};

/** Says on hover what a mark is and costs, and offers the safe replacement of a character. */
export const characterTooltip = hoverTooltip(
  (view, position, side): Tooltip | null => {
    const source = view.state.doc.toString();
    const at = side < 0 ? position - 1 : position;
    const character = findMarkedCharacter(source, view.state.field(marksField), at);
    if (character) {
      const create = (shown: EditorView) => ({ dom: explainCharacter(shown, character) });
      return { pos: character.start, end: character.end, above: true, create };
    }
    const data = view.state.facet(completionDataFacet);
    const syntax = describeSyntax(source, scanMessage(source), { at, data });
    if (!syntax) return null;
    return {
      pos: syntax.start,
      end: syntax.end,
      above: true,
      create: () => ({ dom: explainSyntax(syntax) }),
    };
  },
  { hoverTime: 200, hideOnChange: true },
);
