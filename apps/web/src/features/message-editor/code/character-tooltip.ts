import type { EditorState } from '@codemirror/state';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { applyReplacements } from '@curlew/sms';
import { formatCount } from '../../../lib/format-number.ts';
import { completionDataFacet } from '../completion/completion-source.ts';
import { describeCharacterCost, describeLeftOut, nameCharacter } from '../text/describe-character.ts';
import { describeLink } from '../text/describe-link.ts';
import { describeSaving } from '../text/describe-saving.ts';
import { findSourceLinks, scanMessage } from '../text/message-marks.ts';
import { findSourceReplacements } from '../text/source-replacements.ts';
import { describeSyntax, type SyntaxWords } from './describe-syntax.ts';
import { findMarkedCharacter, type MarkedCharacter } from './find-marked-character.ts';
import { linkBaseFacet, marksField } from './marks-extension.ts';
import { findTextChange } from './text-change.ts';

/** What is to be said of a place in a message. */
export interface Explanation {
  readonly start: number;
  readonly end: number;
  readonly createElement: (view: EditorView) => HTMLElement;
}

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
  const one = button(all.length === 1 ? `${name} (${describeSaving(source, all)})` : name, () => {
    view.dispatch({ changes: { from: start, to: end, insert: to }, userEvent: 'input.replace' });
    view.focus();
  });
  if (all.length === 1) return [one];
  const everything = button(
    `Replace all ${formatCount(all.length, 'character')} (${describeSaving(source, all)})`,
    () => {
      const changes = findTextChange(source, applyReplacements(source, all));
      if (changes) view.dispatch({ changes, userEvent: 'input.replace' });
      view.focus();
    },
  );
  return [one, everything];
};

const createBox = (heading: HTMLElement, lines: readonly string[]): HTMLElement => {
  const box = element('div', 'cm-character', '');
  box.append(heading, ...lines.map((line) => element('div', 'cm-character-cost', line)));
  return box;
};

const createCharacterBox = (view: EditorView, character: MarkedCharacter): HTMLElement => {
  const isUnicode = view.state.field(marksField).some(({ kind }) => kind === 'unicode');
  const heading = element('div', 'cm-character-name', nameCharacter(character.text));
  if (character.text.trim() !== '') {
    heading.prepend(element('span', `highlight-${character.kind}`, character.text), ' ');
  }
  const leftOut = character.replacement ? null : describeLeftOut(view.state.doc.toString(), character.text);
  const box = createBox(heading, [
    describeCharacterCost(character.kind, isUnicode ? 'UCS-2' : 'GSM-7'),
    ...(leftOut === null ? [] : [leftOut]),
  ]);
  box.append(...replaceButtons(view, character));
  return box;
};

const createSyntaxBox = ({ title, lines }: SyntaxWords): HTMLElement =>
  createBox(element('div', 'cm-character-name', title), lines);

/** What a place is and costs; null where the text is plain. */
export const explainPlace = (state: EditorState, at: number): Explanation | null => {
  const source = state.doc.toString();
  const marks = state.field(marksField);
  const character = findMarkedCharacter(source, marks, at);
  if (character) {
    const { start, end } = character;
    return { start, end, createElement: (view) => createCharacterBox(view, character) };
  }
  const syntax = describeSyntax(source, scanMessage(source), { at, data: state.facet(completionDataFacet) });
  if (syntax) {
    return { start: syntax.start, end: syntax.end, createElement: () => createSyntaxBox(syntax) };
  }
  const base = state.facet(linkBaseFacet);
  const mark = marks.find(({ kind, start, end }) => kind === 'link' && start <= at && at < end);
  const link = findSourceLinks(source).find(({ start, end }) => start <= at && at < end);
  if (base === null || !mark || !link) return null;
  const lines = describeLink(source.slice(link.start, link.end), base);
  const title = element('div', 'cm-character-name', 'Short link');
  return { start: mark.start, end: mark.end, createElement: () => createBox(title, lines) };
};

/** An explanation over its place in the text. */
export const tooltipOf = ({ start, end, createElement }: Explanation): Tooltip => ({
  pos: start,
  end,
  above: true,
  create: (view) => ({ dom: createElement(view) }),
});

/** Says on hover what a mark is and costs, and offers the safe replacement of a character. */
export const characterTooltip = hoverTooltip(
  (view, position, side): Tooltip | null => {
    const explanation = explainPlace(view.state, side < 0 ? position - 1 : position);
    return explanation && tooltipOf(explanation);
  },
  { hoverTime: 200, hideOnChange: true },
);
